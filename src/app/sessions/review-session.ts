import type {Card} from '../../tutor/cards/deck.ts';
import {previewRatings, rateCard} from '../../tutor/cards/schedule.ts';
import {type CardState, type Rating, ratings} from '../../tutor/schema/progress.ts';
import type {Learner} from '../learner.ts';
import {intervalWords} from './review-words.ts';
import {makeSession, type Session} from './session.ts';

/** `review` follows the schedule and changes it; `cram` goes through cards and leaves it alone. */
export type ReviewMode = 'review' | 'cram';

/** One card that was rated, with what it takes to undo that. */
type Turn = {readonly card: Card; readonly rating: Rating; readonly queueBefore: readonly Card[]};

/** How a round of cards stands. */
export type ReviewState = {
  readonly mode: ReviewMode;
  /** The cards still to come; the first is the one at hand. Empty when the round is done. */
  readonly queue: readonly Card[];
  readonly isRevealed: boolean;
  readonly turns: readonly Turn[];
};

/** What a learner can do with cards. */
export type ReviewAction =
  | {readonly type: 'reveal'}
  /** Say how well the card at hand was remembered; `again` is true when it comes once more in this round. */
  | {readonly type: 'rate'; readonly rating: Rating; readonly again: boolean}
  | {readonly type: 'undo'};

/** A round that has not begun. */
export function startReview(mode: ReviewMode, cards: readonly Card[]): ReviewState {
  return {mode, queue: cards, isRevealed: false, turns: []};
}

/** The round after something the learner did. */
export function reduceReview(state: ReviewState, action: ReviewAction): ReviewState {
  const [card, ...rest] = state.queue;
  switch (action.type) {
    case 'reveal':
      return card === undefined || state.isRevealed ? state : {...state, isRevealed: true};
    case 'rate': {
      if (card === undefined || !state.isRevealed) return state;
      const turn = {card, rating: action.rating, queueBefore: state.queue};
      const queue = action.again ? [...rest, card] : rest;
      return {...state, queue, isRevealed: false, turns: [...state.turns, turn]};
    }
    case 'undo': {
      const last = state.turns.at(-1);
      if (last === undefined) return state;
      // The answer was seen already, so hiding it again would be a pretence.
      return {...state, queue: last.queueBefore, isRevealed: true, turns: state.turns.slice(0, -1)};
    }
  }
}

/** A round of cards that a front end shows and drives. */
export type ReviewSession = Session<ReviewState, ReviewAction> & {
  /** Rate the card at hand; the schedule says whether it comes once more in this round. */
  readonly rate: (rating: Rating) => void;
};

// A card whose next step is nearer than this is shown again before the round ends, as in Anki.
const aheadMs = 20 * 60_000;

/** Go through cards: in a review every rating is recorded at once, in a cram none is. */
export function openReview(
  mode: ReviewMode,
  cards: readonly Card[],
  learner: Pick<Learner, 'progress' | 'record'>,
  now: () => Date,
): ReviewSession {
  const session = makeSession<ReviewState, ReviewAction>(startReview(mode, cards), reduceReview, ({before, action}) => {
    if (mode === 'cram') return;
    if (action.type === 'rate') {
      learner.record({type: 'card_rated', card: before.queue[0]!.key, rating: action.rating});
    }
    if (action.type === 'undo') learner.record({type: 'card_undone'});
  });
  const comesAgain = (rating: Rating): boolean => {
    const card = session.state().queue[0];
    if (card === undefined || mode === 'cram') return rating === 'again';
    const at = now();
    const due = new Date(rateCard(stateOf(card, learner), rating, at).due);
    return due.getTime() - at.getTime() <= aheadMs;
  };
  return {...session, rate: rating => void session.send({type: 'rate', rating, again: comesAgain(rating)})};
}

function stateOf(card: Card, learner: Pick<Learner, 'progress'>): CardState | null {
  return learner.progress().cards[card.key] ?? null;
}

/** One way to rate a card, and what comes of it in words. */
export type RatingChoice = {readonly rating: Rating; readonly word: string; readonly when: string};

const words: {readonly [rating in Rating]: string} = {again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy'};

/** The ways to rate a card, each with when the card would come back. */
export function ratingChoices(
  mode: ReviewMode,
  card: Card,
  learner: Pick<Learner, 'progress'>,
  now: Date,
): readonly RatingChoice[] {
  if (mode === 'cram') {
    return [
      {rating: 'again', word: 'Again', when: 'this round'},
      {rating: 'good', word: 'Knew it', when: 'done'},
    ];
  }
  const due = previewRatings(stateOf(card, learner), now);
  return ratings.map(rating => ({
    rating,
    word: words[rating],
    when: intervalWords(due[rating].getTime() - now.getTime()),
  }));
}

/** What a round came to. */
export type ReviewSummary = {
  /** Different cards that were rated. */
  readonly cards: number;
  /** Those that were forgotten at least once. */
  readonly forgotten: number;
};

/** Count what a round came to. */
export function sumUpReview({turns}: ReviewState): ReviewSummary {
  const forgotten = turns.filter(({rating}) => rating === 'again').map(({card}) => card.key);
  return {cards: new Set(turns.map(({card}) => card.key)).size, forgotten: new Set(forgotten).size};
}
