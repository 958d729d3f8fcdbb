import {say} from '../../stages/words.ts';
import type {GateVerdict} from '../gates.ts';
import type {WatchedBatch} from './watch-batch.ts';

/** A coin ranks as well as this. */
const guessing = 0.5;
/** So many standard errors below guessing are no bad luck. */
const errorsBelow = 3;

/**
 * Ask whether labels can be right: the gate before anything is learned from them.
 *
 *     roc_auc + 3 · error ≥ 0.5, in each batch
 *
 * A world that changes makes a model useless at worst, and a useless model ranks like a coin. One that ranks far worse than
 * a coin has met labels that were swapped.
 */
export function labelGate(batches: ReadonlyArray<Pick<WatchedBatch, 'name' | 'ranking'>>): GateVerdict {
  const ranked = batches.flatMap(({name, ranking}) => (ranking ? [{name, ...ranking}] : []));
  const swapped = ranked.filter(({value, error}) => value + errorsBelow * error < guessing);
  const worst = ranked.reduce<number | null>((least, {value}) => Math.min(least ?? value, value), null);
  const told = swapped.map(({name, value}) => `${name} (roc_auc ${say(value)})`).join(', ');
  const words = told
    ? `By the labels of ${told} the model is far worse than guessing: they look swapped. Look at them before you trust them.`
    : 'The labels do not contradict the model more than a changed world can.';
  return {gate: 'plausible_labels', passed: swapped.length === 0, words, value: worst, limit: guessing};
}
