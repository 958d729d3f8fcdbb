import {namedByModels} from '../engine/registry.ts';
import type {RunRecord} from '../engine/run-record.ts';
import type {StoreEntry} from '../engine/store.ts';
import type {Ports} from './ports.ts';
import type {RunSummary} from './runs-summary.ts';

/** What to keep: with neither limit, every run; with both, a run goes only when it is past both. */
export type GarbageRequest = {
  /** Keep this many runs, the newest. */
  readonly keep?: number | undefined;
  /** Keep runs that are younger than this many days. */
  readonly olderThanDays?: number | undefined;
  /** Only say what would go. */
  readonly dryRun?: boolean | undefined;
};

/** What went, or would go, and what is left. */
export type GarbageReport = {
  readonly dry_run: boolean;
  readonly runs: readonly string[];
  readonly objects: number;
  readonly bytes: number;
  readonly kept: {readonly runs: number; readonly objects: number; readonly bytes: number};
  /** Another program was using the same home, so what was used in the last hour stayed. */
  readonly others_at_work: boolean;
};

/** Things used this recently may belong to a run that is going on right now. */
const graceMs = 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** Drop old runs, and every stored output that no run and no model names any more. */
export function collectGarbage(request: GarbageRequest, ports: Ports): GarbageReport {
  const now = ports.now().getTime();
  const models = namedByModels(ports.models);
  const all = ports.runs.summaries();
  const gone = all.filter((run, place) => isPast(run, place, request, now) && !models.runs.includes(run.run));
  const leaving = new Set(gone.map(({run}) => run));
  const named = new Set([...hashesOf(ports.runs.list().filter(({run}) => !leaving.has(run))), ...models.hashes]);
  const busy = ports.othersAtWork?.() ?? false;
  const entries = ports.store.entries();
  const stays = (entry: StoreEntry) => isNamed(entry, named, ports) || (busy && entry.used > now - graceMs);
  const dropped = entries.filter(entry => !stays(entry));
  if (!request.dryRun) {
    // Records first: one that names what is gone would be worse than an output that nobody names.
    for (const run of leaving) ports.runs.remove(run);
    for (const entry of dropped) ports.store.remove(entry);
  }
  const kept = entries.filter(entry => !dropped.includes(entry));
  return {
    dry_run: request.dryRun ?? false,
    runs: [...leaving],
    ...weigh(dropped),
    kept: {runs: all.length - leaving.size, ...weigh(kept)},
    others_at_work: busy,
  };
}

/** The hashes of everything that runs name: outputs of steps, and what sources held where that was kept. */
export function hashesOf(records: readonly RunRecord[]): ReadonlySet<string> {
  const outputs = records.flatMap(({steps}) => steps.map(step => step.output));
  const sources = records.map(({source}) => (source?.kept ? source.hash : null));
  return new Set([...outputs, ...sources].filter(hash => hash !== null));
}

/**
 * Choose what to drop to win some bytes: nothing that is named or was used lately, and the longest unused first.
 *
 * @param bytes - how many to win; fewer come back where there is no more to drop.
 */
export function leastUsed(
  entries: readonly StoreEntry[],
  named: ReadonlySet<string>,
  bytes: number,
  now: number,
): readonly StoreEntry[] {
  const free = entries
    .filter(({kind, name, used}) => kind !== 'result' && !named.has(name) && used <= now - graceMs)
    .sort((a, b) => a.used - b.used);
  let won = 0;
  return free.filter(entry => {
    const isWanted = won < bytes;
    if (isWanted) won += entry.bytes;
    return isWanted;
  });
}

function isPast({created}: RunSummary, place: number, {keep, olderThanDays}: GarbageRequest, now: number): boolean {
  if (keep === undefined && olderThanDays === undefined) return false;
  const isBeyond = keep === undefined || place >= keep;
  const isOld = olderThanDays === undefined || Date.parse(created) <= now - olderThanDays * dayMs;
  return isBeyond && isOld;
}

/** A result is worth as much as the output it points to. */
function isNamed({kind, name}: StoreEntry, named: ReadonlySet<string>, {store}: Ports): boolean {
  if (kind === 'debris') return false;
  return named.has(kind === 'object' ? name : (store.readResult(name)?.output ?? ''));
}

function weigh(entries: readonly StoreEntry[]) {
  const objects = entries.filter(({kind}) => kind === 'object').length;
  return {objects, bytes: entries.reduce((sum, entry) => sum + entry.bytes, 0)};
}
