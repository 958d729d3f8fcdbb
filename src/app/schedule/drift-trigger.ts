import {KnownError} from '../../errors.ts';
import type {Look, Trigger} from './trigger.ts';

/** Ask whether the world has moved away from what the model learned. */
export type DriftSignal = () => Promise<{
  readonly drifted: boolean;
  /** One sentence: what drifted, or that nothing did. */
  readonly words: string;
}>;

export type DriftTriggerOptions = {
  readonly signal: DriftSignal;
  readonly everyMs: number;
  readonly start: Date;
};

/**
 * Let a pipeline run when a drift begins. As long as the same drift goes on it does not run again: a model that was
 * trained on every alert would only chase noise.
 */
export function driftTrigger({signal, everyMs, start}: DriftTriggerOptions): Trigger {
  let isDrifting = false;
  let trouble: string | undefined;
  let wake = start;

  const look = async (): Promise<Look> => {
    try {
      const {drifted, words} = await signal();
      const begins = drifted && !isDrifting;
      isDrifting = drifted;
      trouble = undefined;
      return begins ? {due: {why: `a drift began: ${words.replace(/\.$/, '')}`, scheduled: null}} : {};
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      const isNew = trouble !== error.message;
      trouble = error.message;
      return isNew ? {note: `Drift could not be looked for: ${error.message}`} : {};
    }
  };
  return {
    wake: now => (wake.getTime() - now.getTime() > everyMs ? now : wake),
    async look(now) {
      wake = new Date(now.getTime() + everyMs);
      return look();
    },
  };
}
