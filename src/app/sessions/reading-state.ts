import type {Ask} from '../../tutor/parse/block.ts';
import type {Lesson} from '../../tutor/parse/course.ts';
import {nextUnreadPage} from '../../tutor/progress/status.ts';
import {type Depth, depths, type Progress} from '../../tutor/schema/progress.ts';
import {type AskReplies, askOf, beatsAtFirst, beatsOf} from './beats.ts';
import {depthOf, type PagePlace, pageAt, pagesOnPath} from './reading-path.ts';

/** A place in a lesson where the reader stops: what it is about, a question asked before, a page, or its end. */
export type ReadingStop =
  | {readonly kind: 'start'}
  | {readonly kind: 'prequestion'; readonly question: string}
  | ({readonly kind: 'page'} & PagePlace)
  | {readonly kind: 'end'};

/** How a reading stands. */
export type ReadingState = {
  readonly depth: Depth;
  readonly stop: ReadingStop;
  /** How many pieces of the page are shown. */
  readonly shown: number;
  readonly replies: AskReplies;
  /** Pages read by section. */
  readonly read: {readonly [section: string]: number};
  /** The questions asked before the lesson, as far as they had no answer when it was opened. */
  readonly prequestions: readonly string[];
};

/** What a reader can do. */
export type ReadingAction =
  /** Show the next piece, or go to the next stop; an open question keeps it from happening. */
  | {readonly type: 'go-on'}
  | {readonly type: 'next' | 'previous'}
  | ({readonly type: 'go'} & PagePlace)
  | {readonly type: 'answer'; readonly option: string}
  /** Show the reasons of every option of the last question, its answer included. */
  | {readonly type: 'reveal'}
  | {readonly type: 'prequestion-answered'; readonly correct: boolean}
  | {readonly type: 'depth'; readonly depth: Depth};

/** How a dialogue goes on. */
export type Pace = Progress['settings']['pace'];

/** Where a reading begins: at a place that was asked for, else where the reader stopped. */
export function startReading(lesson: Lesson, progress: Progress, at?: Partial<PagePlace>): ReadingState {
  const record = progress.lessons[lesson.id];
  const asked = at?.section === undefined ? undefined : {section: at.section, page: at.page ?? 0};
  const isDepth = asked !== undefined && depths.some(depth => depth === asked.section);
  const replies = Object.entries(record?.asks ?? {}).map(
    ([ask, correct]) => [ask, {chosen: null, correct, isOpen: true}] as const,
  );
  const state: ReadingState = {
    depth: isDepth ? (asked.section as Depth) : depthOf(lesson, progress.settings.depth),
    stop: {kind: 'start'},
    shown: 0,
    replies: Object.fromEntries(replies),
    read: record?.read ?? {},
    prequestions: unanswered(lesson, progress),
  };
  const isBegun = record !== undefined && state.prequestions.length === 0;
  const place = asked ?? (isBegun ? nextUnreadPage(lesson, progress) : undefined);
  return place && pageAt(lesson, place) ? enter(lesson, progress.settings.pace, state, place) : state;
}

/** The questions to ask before the first page; whoever has read something knows too much for them. */
function unanswered(lesson: Lesson, progress: Progress): readonly string[] {
  if (Object.keys(progress.lessons[lesson.id]?.read ?? {}).length > 0) return [];
  const pool = lesson.quiz.pool.map(question => question.id);
  return lesson.prequestions.filter(id => pool.includes(id) && progress.prequestions[id] === undefined);
}

/** The stops of a lesson, in order. */
export function stopsOf(lesson: Lesson, state: ReadingState): readonly ReadingStop[] {
  return [
    {kind: 'start'},
    ...state.prequestions.map(question => ({kind: 'prequestion', question}) as const),
    ...pagesOnPath(lesson, state.depth).map(place => ({kind: 'page', ...place}) as const),
    {kind: 'end'},
  ];
}

/** The question of the page that waits for an answer. */
export function openAsk(lesson: Lesson, state: ReadingState, pace: Pace): Ask | undefined {
  const ask = lastAsk(lesson, state, pace);
  return ask !== undefined && state.replies[ask.id] === undefined ? ask : undefined;
}

/** The last question that is shown, answered or not. */
export function lastAsk(lesson: Lesson, state: ReadingState, pace: Pace): Ask | undefined {
  const shown = beatsAt(lesson, state.stop, pace).slice(0, state.shown);
  return askOf(shown.findLast(beat => askOf(beat) !== undefined));
}

function beatsAt(lesson: Lesson, stop: ReadingStop, pace: Pace) {
  const page = stop.kind === 'page' ? pageAt(lesson, stop) : undefined;
  return page === undefined ? [] : beatsOf(page, pace);
}

/** The reading after something the reader did. */
export function reduceReading(lesson: Lesson, pace: Pace, state: ReadingState, action: ReadingAction): ReadingState {
  switch (action.type) {
    case 'go-on': {
      if (openAsk(lesson, state, pace) !== undefined) return state;
      const beats = beatsAt(lesson, state.stop, pace).length;
      return state.shown < beats ? {...state, shown: state.shown + 1} : step(lesson, pace, state, 1);
    }
    case 'next':
      return step(lesson, pace, state, 1);
    case 'previous':
      return step(lesson, pace, state, -1);
    case 'go':
      return pageAt(lesson, action) === undefined ? state : enter(lesson, pace, state, action);
    case 'answer': {
      const ask = openAsk(lesson, state, pace);
      const option = ask?.options.find(({id}) => id === action.option);
      return option === undefined ? state : reply(state, ask!, option.id, option.right, false);
    }
    case 'reveal': {
      const ask = lastAsk(lesson, state, pace);
      const known = ask && state.replies[ask.id];
      if (ask === undefined || known?.isOpen) return state;
      return reply(state, ask, known?.chosen ?? null, known?.correct ?? null, true);
    }
    case 'prequestion-answered':
      return step(lesson, pace, state, 1);
    case 'depth':
      return changeDepth(lesson, pace, state, action.depth);
  }
}

function reply(
  state: ReadingState,
  ask: Ask,
  chosen: string | null,
  correct: boolean | null,
  isOpen: boolean,
): ReadingState {
  return {...state, replies: {...state.replies, [ask.id]: {chosen, correct, isOpen}}};
}

function step(lesson: Lesson, pace: Pace, state: ReadingState, direction: 1 | -1): ReadingState {
  const stops = stopsOf(lesson, state);
  const stop = stops[stops.findIndex(candidate => isSame(candidate, state.stop)) + direction];
  const seen = direction > 0 && isPageShown(lesson, pace, state) ? withRead(state) : state;
  if (stop === undefined) return seen;
  return stop.kind === 'page' ? enter(lesson, pace, seen, stop) : {...seen, stop, shown: 0};
}

function isSame(a: ReadingStop, b: ReadingStop): boolean {
  if (a.kind === 'page' && b.kind === 'page') return a.section === b.section && a.page === b.page;
  return a.kind === 'prequestion' && b.kind === 'prequestion' ? a.question === b.question : a.kind === b.kind;
}

/** Tell whether everything of the present page is shown, so that leaving it forward counts it as read. */
function isPageShown(lesson: Lesson, pace: Pace, state: ReadingState): boolean {
  if (state.stop.kind !== 'page' || openAsk(lesson, state, pace) !== undefined) return false;
  return state.shown >= beatsAt(lesson, state.stop, pace).length;
}

function withRead(state: ReadingState): ReadingState {
  if (state.stop.kind !== 'page') return state;
  const {section, page} = state.stop;
  return (state.read[section] ?? 0) > page ? state : {...state, read: {...state.read, [section]: page + 1}};
}

function enter(lesson: Lesson, pace: Pace, state: ReadingState, {section, page}: PagePlace): ReadingState {
  const depth = depths.find(candidate => candidate === section) ?? state.depth;
  const stop = {kind: 'page', section, page} as const;
  const beats = beatsAt(lesson, stop, pace);
  const isRead = (state.read[section] ?? 0) > page;
  return {...state, depth, stop, shown: isRead ? beats.length : beatsAtFirst(beats, state.replies)};
}

function changeDepth(lesson: Lesson, pace: Pace, state: ReadingState, wish: Depth): ReadingState {
  const depth = depthOf(lesson, wish);
  if (depth === state.depth) return state;
  const changed = {...state, depth};
  const isAtDepth = state.stop.kind === 'page' && state.stop.section === state.depth;
  return isAtDepth ? enter(lesson, pace, changed, {section: depth, page: 0}) : changed;
}
