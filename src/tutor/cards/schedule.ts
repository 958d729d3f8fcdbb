import type {Card as FsrsCard, Grade} from 'ts-fsrs';
import {createEmptyCard, Rating as FsrsRating, fsrs, State} from 'ts-fsrs';
import type {CardState, Rating} from '../schema/progress.ts';
import {ratings} from '../schema/progress.ts';

// The one file that knows the scheduler's package: FSRS-6 at 90 % retention, without fuzz so that nothing is random.
const scheduler = fsrs({request_retention: 0.9, enable_fuzz: false, maximum_interval: 365});

const grades: {readonly [rating in Rating]: Grade} = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
};
const phases = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
} as const satisfies {readonly [phase in CardState['phase']]: State};

/**
 * The state of a card after a rating; `null` is a card never seen.
 *
 * @see the FSRS-6 algorithm, https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 */
export function rateCard(state: CardState | null, rating: Rating, now: Date): CardState {
  return fromFsrs(scheduler.next(toFsrs(state, now), now, grades[rating]).card);
}

/** When a card would come back after each rating. */
export function previewRatings(state: CardState | null, now: Date): {readonly [rating in Rating]: Date} {
  const card = toFsrs(state, now);
  const entries = ratings.map(rating => [rating, scheduler.next(card, now, grades[rating]).card.due] as const);
  return Object.fromEntries(entries) as {[rating in Rating]: Date};
}

/** The chance, from 0 to 1, that a card is remembered now. */
export function recallChance(state: CardState, now: Date): number {
  return scheduler.get_retrievability(toFsrs(state, now), now, false);
}

function toFsrs(state: CardState | null, now: Date): FsrsCard {
  if (state === null) return createEmptyCard(now);
  return {
    due: new Date(state.due),
    stability: state.stability,
    difficulty: state.difficulty,
    elapsed_days: 0,
    scheduled_days: state.interval,
    learning_steps: state.step,
    reps: state.reps,
    lapses: state.lapses,
    state: phases[state.phase],
    ...(state.reviewed === null ? {} : {last_review: new Date(state.reviewed)}),
  };
}

function fromFsrs(card: FsrsCard): CardState {
  return {
    due: card.due.toISOString(),
    stability: card.stability,
    difficulty: card.difficulty,
    interval: card.scheduled_days,
    step: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    phase: (Object.keys(phases) as CardState['phase'][]).find(phase => phases[phase] === card.state)!,
    reviewed: card.last_review?.toISOString() ?? null,
  };
}
