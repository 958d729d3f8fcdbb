import type {ValueOf} from './build.ts';
import {list, parsed, record, withDefault} from './build.ts';
import {runsSchema} from './run.ts';

/** `cards.yaml`: the flash cards of a lesson. */
export const cardsSchema = record('The flash cards of a lesson', {
  runs: withDefault(runsSchema, {}),
  cards: list(
    record('A flash card: one fact', {
      id: parsed('id', 'Stable name of the card'),
      objective: parsed('id', 'Id of the objective it serves'),
      front: parsed('figure-text', 'The question, at most 20 words'),
      back: parsed('figure-text', 'The answer, at most 30 words'),
    }),
    'The cards: 6 to 12',
  ),
});

/** What `cards.yaml` holds. */
export type CardFile = ValueOf<typeof cardsSchema>;
/** A flash card as its author wrote it. */
export type AuthoredCard = CardFile['cards'][number];
