import {nearest} from '../data/nearest.ts';
import type {RunRecord} from '../engine/run-record.ts';
import {KnownError} from '../errors.ts';
import type {RunStore} from './ports.ts';

export type {RunRecord} from '../engine/run-record.ts';

/**
 * Find a run by its id, by the beginning of one that is enough to tell it apart, or by age: `latest`, `latest~1`.
 * Runs that came from elsewhere have no age here.
 *
 * @throws {KnownError} `unknown_run` when there is none, or more than one.
 */
export function findRun(ref: string, runs: RunStore): RunRecord {
  const id = findId(ref, runs);
  const record = runs.read(id);
  if (record) return record;
  throw new KnownError('unknown_run', `The record of run ${id} is damaged or was removed.`, {
    hint: 'See `ml-pipeline-tutor runs list` for the runs there are.',
    at: {name: id},
  });
}

function findId(ref: string, runs: RunStore): string {
  const all = runs.summaries();
  const back = /^latest(?:~(\d+))?$/.exec(ref);
  if (back)
    return byAge(
      Number(back[1] ?? 0),
      all.filter(run => !run.imported).map(({run}) => run),
    );
  const ids = all.map(({run}) => run);
  const found = ids.includes(ref) ? [ref] : ids.filter(id => ref !== '' && id.startsWith(ref));
  if (found.length === 1) return found[0]!;
  throw found.length === 0 ? noSuchRun(ref, ids) : severalRuns(ref, found);
}

function byAge(steps: number, ids: readonly string[]): string {
  const id = ids[steps];
  if (id !== undefined) return id;
  const message =
    ids.length === 0 ? 'There is no run yet.' : `There are only ${ids.length} runs, so none is \`latest~${steps}\`.`;
  throw new KnownError('unknown_run', message, {
    hint: ids.length === 0 ? 'Make one: `ml-pipeline-tutor run --dataset wine`.' : 'See `ml-pipeline-tutor runs list`.',
  });
}

function noSuchRun(ref: string, ids: readonly string[]): KnownError {
  const guess = nearest(ref, ids);
  return new KnownError('unknown_run', `There is no run \`${ref}\`.`, {
    hint: `${guess ? `Did you mean ${guess}? ` : ''}See \`ml-pipeline-tutor runs list\`, or say \`latest\`.`,
    at: {name: ref},
  });
}

function severalRuns(ref: string, found: readonly string[]): KnownError {
  const shown = found.slice(0, 5).join(', ');
  return new KnownError('unknown_run', `${found.length} runs begin with \`${ref}\`.`, {
    hint: `Write more of the id: ${shown}${found.length > 5 ? ', …' : ''}.`,
    at: {name: ref},
  });
}
