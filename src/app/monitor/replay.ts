import {KnownError} from '../../errors.ts';
import {dropTest} from '../../stages/monitoring/metric-reading.ts';
import type {MonitoringSettings, Policy} from '../../stages/monitoring/settings.ts';
import type {Ports} from '../ports.ts';
import {openModel} from '../predict.ts';
import type {RunWatch} from '../run-spec.ts';
import type {RawBatch} from './batches.ts';
import {type Champion, championOf} from './champion.ts';
import {labelGate} from './label-gate.ts';
import {batchesIn, collectLabelled, type Learnable, pathOf} from './labelled-rows.ts';
import {type Decision, decide, type SeenBatch} from './policy.ts';
import {madeBefore, type Retraining, refuseRows, retrain} from './retrain.ts';
import {skipBatch, type WatchedBatch, watchBatch} from './watch-batch.ts';

/** How the labels of a batch compare with the test rows of the model that answered it. */
export type LabelVerdict = {
  readonly metric: string;
  readonly value: number;
  readonly error: number;
  /** What the model reached on its test rows. */
  readonly reference: number;
  /** The chance of a value so much worse where nothing has changed. */
  readonly p: number;
  /** It is worse than chance explains. */
  readonly dropped: boolean;
  /** The batch with which the labels were known; null where none of these batches is late enough. */
  readonly known_at: string | null;
};

/** A batch and everything that happened when it came in. */
export type ReplayedBatch = WatchedBatch & {
  readonly isFromTable: boolean;
  /** The model that answered it: `churn@1`. */
  readonly model: string;
  /** It came before or with the rows that this model learned from, so it was not looked at. */
  readonly past: boolean;
  readonly alert: boolean;
  readonly labels: LabelVerdict | null;
  readonly action: 'none' | Retraining['action'];
  readonly retraining: Retraining | null;
  /** Why the policy did what it did; empty where it had no reason to do anything. */
  readonly decision: string;
};

export type ReplayOptions = {
  readonly policy: Policy;
  /** Settings of monitoring that stand instead of those of the pipeline. */
  readonly change: Partial<MonitoringSettings>;
  /** Told each batch when it has been dealt with. */
  readonly onBatch?: (batch: ReplayedBatch, index: number, of: number) => void;
};

/** Where a replay stands. */
type State = {
  readonly champion: Champion;
  /** The first batch that the policy counts: the champion learned from those before, or was not there yet. */
  readonly since: number;
  /** The champion was trained by monitoring, so it is left alone for a while. */
  readonly isNew: boolean;
};

/**
 * Let batches come in one after another, as months do: look at each with the model in use then, let the labels arrive
 * late, and let the policy decide. A new model moves the reference, because the reference belongs to the model.
 *
 * @throws {KnownError} `interrupted` when it was given up.
 */
export async function replayBatches(
  batches: readonly RawBatch[],
  start: Champion,
  options: ReplayOptions,
  ports: Ports,
  watch: RunWatch = {},
): Promise<readonly ReplayedBatch[]> {
  const learnedFrom = start.version ? batchesIn(pathOf(start.version)) : [];
  const pastUntil = batches.findLastIndex(({name}) => learnedFrom.includes(name));
  let state: State = {champion: start, since: pastUntil + 1, isNew: learnedFrom.length > 0};
  const done: ReplayedBatch[] = [];
  for (const [place, batch] of batches.entries()) {
    if (watch.cancelled?.()) throw stopped(batch.name);
    await watch.pause?.();
    done.push(lookAtBatch(batches, place, state.champion, place <= pastUntil));
    if (done[place]!.known_rows > 0) state = {...state, since: place + 1};
    const decision = decide(seenBy(done, state), {...settingsOf(state), policy: options.policy});
    const retraining = decision.retrain ? await trainAgain(done, decision, state.champion, ports, watch) : null;
    done[place] = {...done[place]!, retraining, action: retraining?.action ?? 'none', decision: decision.words};
    if (retraining?.action === 'promoted') state = takeOver(state.champion, place, options, ports);
    options.onBatch?.(done[place], place, batches.length);
  }
  return done;
}

/** Look at one batch with a model, and judge its labels where they will be known. */
export function lookAtBatch(
  batches: readonly RawBatch[],
  place: number,
  champion: Champion,
  past: boolean,
): ReplayedBatch {
  const batch = batches[place]!;
  const watched = past ? skipBatch(batch) : watchBatch(batch, champion);
  const labels = judgeLabels(watched, champion, batches[place + champion.monitoring.label_delay]?.name ?? null);
  const isWorse = labels?.dropped === true && labels.known_at !== null;
  const alert = watched.drift.alert || watched.problem !== null || isWorse;
  const {isFromTable} = batch;
  return {
    ...watched,
    isFromTable,
    model: champion.ref,
    past,
    alert,
    labels,
    action: 'none',
    retraining: null,
    decision: '',
  };
}

function judgeLabels(
  {reading, drift}: WatchedBatch,
  {reference: {score}}: Champion,
  known_at: string | null,
): LabelVerdict | null {
  if (!reading || !score || drift.tests === 0) return null;
  const p = dropTest(score, reading);
  const {metric, value, error} = reading;
  return {metric, value, error, reference: score.value, p, dropped: p <= drift.limit, known_at};
}

/** The batches that count for the policy, as much of them as is known when the last one comes in. */
function seenBy(done: readonly ReplayedBatch[], {since, champion}: State): readonly SeenBatch[] {
  const newestKnown = done.length - 1 - champion.monitoring.label_delay;
  return done.slice(since).map(({name, drift, labels, learnable}, place) => {
    const labelled = since + place <= newestKnown && learnable !== null;
    return {
      name,
      drifted: drift.alert,
      labelled,
      dropped: labelled && labels?.dropped === true,
      learnable: labelled ? learnable.rows : 0,
    };
  });
}

function settingsOf({champion, isNew}: State) {
  const {every_batches, window, cool_down} = champion.monitoring;
  return {every_batches, window, cool_down: isNew ? cool_down : 0};
}

async function trainAgain(
  done: readonly ReplayedBatch[],
  {batches}: Decision,
  champion: Champion,
  ports: Ports,
  watch: RunWatch,
): Promise<Retraining | null> {
  const chosen = done.filter(({name}) => batches.includes(name));
  const labelled = collectLabelled(chosen as unknown as readonly Learnable[], champion);
  const gate = labelGate(chosen);
  if (!gate.passed) return refuseRows(labelled, gate);
  return madeBefore(champion, labelled, ports) ? null : retrain(champion, labelled, ports, watch);
}

function takeOver({name}: Champion, place: number, {change}: ReplayOptions, ports: Ports): State {
  const champion = championOf(openModel(`${name}@production`, ports, '.'), change, ports);
  return {champion, since: place + 1, isNew: true};
}

function stopped(batch: string): KnownError {
  return new KnownError('interrupted', `Monitoring was stopped before \`${batch}\`.`, {
    hint: 'Start it again to go on: models that were made until then are kept.',
    resumable: true,
  });
}
