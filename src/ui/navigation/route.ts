import type {SectionId} from '../../tutor/parse/sections.ts';

/** A place in the tutor: which screen, and what it shows. */
export type Route =
  | {readonly screen: 'home'}
  | {readonly screen: 'lesson'; readonly lesson: string; readonly section?: SectionId; readonly page?: number}
  | {readonly screen: 'lab'; readonly lesson: string; readonly task?: string}
  | {readonly screen: 'quiz'; readonly lesson: string}
  | {readonly screen: 'exam'; readonly kind: 'placement' | 'final' | 'review'}
  | {readonly screen: 'cards'}
  | {readonly screen: 'glossary'; readonly term?: string}
  | {readonly screen: 'playground'; readonly recipe?: string}
  | {readonly screen: 'runs'}
  | {readonly screen: 'models'}
  | {readonly screen: 'progress'}
  | {readonly screen: 'settings'}
  | {readonly screen: 'welcome'};

export type ScreenName = Route['screen'];
export type RouteTo<S extends ScreenName> = Extract<Route, {readonly screen: S}>;
