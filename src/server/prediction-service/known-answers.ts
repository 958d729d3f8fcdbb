import type {ServedModel} from '../../app/serve/live-model.ts';
import type {Answered} from '../../app/serve/recorded-rows.ts';

/** What was answered to a body: its rows, their predictions, and the answer as it was sent. */
export type KnownAnswer = Pick<Answered, 'rows' | 'predictions'> & {readonly json: string};

/** The answers to bodies that came lately. */
export type KnownAnswers = {
  readonly find: (model: ServedModel, body: string) => KnownAnswer | undefined;
  readonly keep: (model: ServedModel, body: string, answer: KnownAnswer) => void;
};

const mostAnswers = 256;
const longestBody = 4096;

/**
 * Remember the answers to the latest short bodies, for senders that ask the same again: a version never changes, so the same
 * rows get the same answer from it for ever. With another version everything is forgotten.
 */
export function knownAnswers(): KnownAnswers {
  let known = new Map<string, KnownAnswer>();
  let of: ServedModel | undefined;
  return {
    find: (model, body) => (model === of ? known.get(body) : undefined),
    keep(model, body, answer) {
      if (body.length > longestBody) return;
      if (model !== of) known = new Map();
      of = model;
      if (known.size >= mostAnswers) known.delete(known.keys().next().value!);
      known.set(body, answer);
    },
  };
}
