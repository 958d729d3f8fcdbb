import {KnownError} from '../../errors.ts';
import {readSnapshot} from '../../stages/ingestion/read-snapshot.ts';
import {production} from '../models-find.ts';
import type {Ports} from '../ports.ts';
import {openModel} from '../predict.ts';
import {resolveSpec} from '../resolve-spec.ts';
import type {RunRequest} from '../run-spec.ts';
import type {DriftSignal} from '../schedule/drift-trigger.ts';
import {openBatches, type RawBatch} from './batches.ts';
import {championOf, rowsInSplit} from './champion.ts';
import {lookAtBatch} from './replay.ts';
import {viewBatch} from './view-batch.ts';

/** Where new rows are looked for. */
export type DriftSource = {
  /** A folder of batches, of which the newest counts; without it the rows that are new in the source of the pipeline. */
  readonly batches?: string | undefined;
};

/**
 * Make the signal that a schedule waits for: whether rows that came in lately are unlike those that the model in production
 * learned from.
 *
 * @param request - the pipeline as it is written now.
 * @returns a signal that throws `bad_usage` where the pipeline names no model, `unknown_model` where none is in production,
 *   `bad_csv` where the rows do not fit the model.
 */
export function driftSignalFor(
  request: () => Promise<RunRequest>,
  ports: Ports,
  {batches}: DriftSource = {},
): DriftSignal {
  return async () => {
    const {spec, folder} = await request();
    const {name} = spec.deployment;
    if (name === null) throw namesNoModel();
    const model = openModel(`${name}@${production}`, ports, folder);
    const champion = championOf(model, {}, ports);
    const batch =
      batches === undefined ? await newRows({spec, folder}, ports) : newestOf(batches, {spec, folder}, ports);
    const known = model.registered && rowsInSplit(model.registered, ['train', 'test'], ports);
    const seen = lookAtBatch([batch], 0, {...champion, learned: () => known}, false);
    if (seen.problem !== null) {
      throw new KnownError('bad_csv', seen.problem, {hint: `Look at what comes in: ${champion.ref} cannot take it.`});
    }
    return {drifted: seen.drift.alert, words: viewBatch(seen, seen.extra_columns).words};
  };
}

/** What the source holds now; the rows that the model knows are left out when it is looked at. */
async function newRows({spec, folder}: RunRequest, ports: Ports): Promise<RawBatch> {
  const {ingestion} = resolveSpec(spec, ports);
  const snapshot = await ports.readSource(ingestion, folder);
  return {name: 'the source', raw: readSnapshot(snapshot, ingestion), problem: null, isFromTable: true};
}

function newestOf(batches: string, {spec, folder}: RunRequest, ports: Ports): RawBatch {
  return openBatches({folder, batches, dataset: null}, spec.ingestion, ports).at(-1)!;
}

function namesNoModel(): KnownError {
  return new KnownError('bad_usage', 'The pipeline registers no model, so nothing can drift away from one.', {
    hint: 'Write `deployment: {name: churn}` in the file.',
    at: {name: 'deployment.name'},
  });
}
