import {KnownError} from '../../errors.ts';
import type {Look, Trigger} from './trigger.ts';

export type ChangeTriggerOptions = {
  /** The hash of what the source holds now. @throws {KnownError} when it cannot be read. */
  readonly contentHash: () => Promise<string>;
  /** The content of the last run, from the log; the present content where there was none. */
  readonly known?: string | undefined;
  readonly everyMs: number;
  readonly start: Date;
};

/**
 * Let a pipeline run when its data has changed and then stayed the same for one more look, so that a file which is still
 * being written is left alone. The content counts, not the time of change.
 */
export function changeTrigger({contentHash, known, everyMs, start}: ChangeTriggerOptions): Trigger {
  let seen = known;
  let settling: string | undefined;
  let trouble: string | undefined;
  let wake = start;

  const look = async (): Promise<Look> => {
    let hash: string;
    try {
      hash = await contentHash();
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      settling = undefined;
      const isNew = trouble !== error.message;
      trouble = error.message;
      return isNew ? {note: `${error.message} It is waited for.`} : {};
    }
    const isBack = trouble !== undefined;
    trouble = undefined;
    const back = isBack ? {note: 'The data can be read again.'} : {};
    seen ??= hash;
    if (hash === seen) settling = undefined;
    else if (hash === settling) {
      seen = hash;
      settling = undefined;
      return {...back, due: {why: 'its data changed', scheduled: null}};
    } else settling = hash;
    return back;
  };
  return {
    // A clock that was put back must not put the next look off.
    wake: now => (wake.getTime() - now.getTime() > everyMs ? now : wake),
    async look(now) {
      wake = new Date(now.getTime() + everyMs);
      return look();
    },
  };
}
