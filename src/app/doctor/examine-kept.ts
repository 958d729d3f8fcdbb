import {aliasesOf} from '../../engine/registry-aliases.ts';
import type {Ports} from '../ports.ts';
import {type Finding, good} from './machine-facts.ts';

/** A clock is rarely off by more than this where somebody looks after it. */
const clockSlackMs = 10 * 60_000;
/** The program is not older than this. */
const earliestYear = 2025;

/** Look through everything that is kept in the home and that the program brings along. Every byte is read. */
export async function examineKept(ports: Ports): Promise<readonly Finding[]> {
  return [
    await examineAssets(ports),
    examineStore(ports),
    examineRuns(ports),
    examineModels(ports),
    examineClock(ports),
  ];
}

async function examineAssets({datasets, course}: Ports): Promise<Finding> {
  try {
    const list = datasets.list();
    for (const {name} of list) datasets.read(name);
    return good('assets', `${list.length} datasets and ${(await course()).lessons.length} lessons are here.`);
  } catch (error) {
    return missingAssets(error);
  }
}

/** Say that what the program brings along is not there. */
export function missingAssets(error: unknown): Finding {
  const message = `The program is not whole: ${error instanceof Error ? error.message : String(error)}`;
  return {check: 'assets', state: 'bad', message, hint: 'Install it again: npm install -g ml-pipeline-tutor.'};
}

function examineStore({store}: Ports): Finding {
  const entries = store.entries();
  const kept = entries.filter(({kind}) => kind !== 'debris');
  const damaged = kept.filter(({kind, name}) => !(kind === 'object' ? store.readObject(name) : store.readResult(name)));
  const megabytes = entries.reduce((sum, {bytes}) => sum + bytes, 0) / 1e6;
  const message = `${kept.length} entries, ${megabytes.toFixed(1)} MB`;
  if (damaged.length === 0) return good('store', message);
  return {
    check: 'store',
    state: 'note',
    message: `${message}; ${damaged.length} of them were damaged and are not used.`,
    hint: 'Nothing is to be done: the next run makes them anew. If it happens again, check the disk.',
  };
}

function examineRuns({runs}: Ports): Finding {
  const known = runs.summaries().length;
  const whole = runs.list().length;
  if (known === whole) return good('runs', `${whole} run records`);
  return {
    check: 'runs',
    state: 'note',
    message: `${whole} run records; ${known - whole} were damaged and set aside.`,
    hint: 'Run those pipelines again to have their records back.',
  };
}

function examineModels({models}: Ports): Finding {
  const names = models.names();
  const all = names.flatMap(name => models.versions(name).map((entry, place) => ({name, version: place + 1, entry})));
  const damaged = all.filter(({entry}) => entry === null || models.readArtifact(entry.artifact) === undefined);
  if (damaged.length === 0) return good('models', `${all.length} versions of ${names.length} models`);
  const isUsed = damaged.some(({name, version}) => aliasesOf(models.moves(name), version).length > 0);
  return {
    check: 'models',
    state: isUsed ? 'bad' : 'note',
    message: `${damaged.map(({name, version}) => `${name}@${version}`).join(', ')} cannot be read${isUsed ? ', and an alias points there' : ''}.`,
    hint: 'Run the pipeline again to register another version, or go back: ml-pipeline-tutor models rollback NAME.',
  };
}

function examineClock({now, runs}: Ports): Finding {
  const time = now();
  const newest = runs.summaries()[0]?.created;
  const shown = time.toISOString();
  const hint = 'Set the clock of this machine: runs and versions are put in order by it.';
  if (time.getUTCFullYear() < earliestYear) {
    return {check: 'clock', state: 'note', message: `The clock says ${shown}, which cannot be.`, hint};
  }
  if (newest !== undefined && Date.parse(newest) > time.getTime() + clockSlackMs) {
    const message = `The clock says ${shown}, but the newest run was made at ${newest}.`;
    return {check: 'clock', state: 'note', message, hint};
  }
  return good('clock', shown);
}
