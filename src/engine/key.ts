import {hashJson} from './hash.ts';
import type {Step} from './step.ts';

/**
 * The key of a step: the hash of everything that decides its output. Nothing is left out, because a key that misses
 * a setting hands back a stale result (DVC once left `size` out of its run cache).
 *
 * @param inputs - the hash of each input by step id.
 */
export function stepKey(
  step: Pick<Step, 'id' | 'version' | 'params'>,
  seed: number | null,
  inputs: {readonly [id: string]: string},
): string {
  return hashJson({step: step.id, version: step.version, params: step.params, seed, inputs});
}

/** The seed as it counts for a step: null for one that draws no random numbers, so that a new seed leaves it alone. */
export function seedFor(step: Step, seed: number): number | null {
  return step.random ? seed : null;
}
