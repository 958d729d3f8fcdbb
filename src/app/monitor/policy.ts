import type {Policy} from '../../stages/monitoring/settings.ts';
import {count} from '../../stages/words.ts';

/** What a policy sees of a batch that came in while the present model was in use. */
export type SeenBatch = {
  readonly name: string;
  /** Its rows are not like the training rows. */
  readonly drifted: boolean;
  /** Its labels are known by now. */
  readonly labelled: boolean;
  /** By its labels the model has become worse; known only once the labels are. */
  readonly dropped: boolean;
  /** How many rows may be learned from once the labels are known. */
  readonly learnable: number;
};

export type PolicySettings = {
  readonly policy: Policy;
  readonly every_batches: number;
  readonly window: number;
  readonly cool_down: number;
};

/** Whether to train again now, from which batches, and why or why not. */
export type Decision = {readonly retrain: boolean; readonly batches: readonly string[]; readonly words: string};

/** With fewer rows than this a model is not worth training. */
const fewestToLearn = 100;

/**
 * Decide, after a batch came in, whether the model is trained again.
 *
 * Only batches whose labels are known are learned from. With `drift` they must lie in the drift that goes on, however long
 * that takes: labels from before it tell nothing about the world after it.
 *
 * @param seen - the batches that came in since the model is in use, the newest last.
 */
export function decide(seen: readonly SeenBatch[], settings: PolicySettings): Decision {
  const why = reasonTo(seen, settings);
  if (why === null) return stay('');
  if (settings.policy !== 'schedule' && seen.length <= settings.cool_down) {
    return stay(`${why}, but the model is new: it waits for ${count(settings.cool_down, 'batch', 'batches')}`);
  }
  const from = settings.policy === 'drift' ? streakStart(seen, ({drifted}) => drifted) : 0;
  const usable = seen.slice(from).filter(({labelled, learnable}) => labelled && learnable > 0);
  const newest = usable.slice(-settings.window);
  const rows = newest.reduce((sum, {learnable}) => sum + learnable, 0);
  if (newest.length === 0) return stay(`${why}, but no labels from this time are known yet`);
  if (rows < fewestToLearn) {
    return stay(`${why}, but ${count(rows, 'labelled row')} are too few to learn from (${fewestToLearn} at least)`);
  }
  return {retrain: true, batches: newest.map(({name}) => name), words: why};
}

/** Why the policy wants a new model; null where it does not. */
function reasonTo(seen: readonly SeenBatch[], {policy, every_batches}: PolicySettings): string | null {
  const newest = seen.at(-1);
  if (!newest || policy === 'none') return null;
  if (policy === 'schedule') {
    return seen.length % every_batches === 0
      ? `it is time: ${count(seen.length, 'batch', 'batches')} have come in`
      : null;
  }
  if (policy === 'drift') return newest.drifted ? 'the rows have drifted' : null;
  const latest = seen.findLast(({labelled}) => labelled);
  return latest?.dropped ? `by the labels of ${latest.name} the model has become worse` : null;
}

/** Where the unbroken row of such batches at the end begins. */
function streakStart(seen: readonly SeenBatch[], isSo: (batch: SeenBatch) => boolean): number {
  return seen.findLastIndex(batch => !isSo(batch)) + 1;
}

function stay(words: string): Decision {
  return {retrain: false, batches: [], words};
}
