import type {ScreenName} from '../navigation/route.ts';
import type {ScreenSpec} from './screen.ts';

const examTitles = {placement: 'Placement quiz', final: 'Final test', review: 'Mixed review'} as const;

/** What stands in the first line for each screen; apart from the screens, so that it is known before a screen's code has come. */
export const trails: {readonly [S in ScreenName]: ScreenSpec<S>['trail']} = {
  home: () => [],
  lesson: ({lesson}, titles) => [titles.lesson(lesson)],
  quiz: ({lesson}, titles) => [titles.lesson(lesson), 'Quiz'],
  exam: ({kind}) => [examTitles[kind]],
  lab: ({lesson}, titles) => ['Lessons', titles.lesson(lesson), 'Lab'],
  playground: () => ['Playground'],
  cards: () => ['Flash cards'],
  glossary: () => ['Glossary'],
  progress: () => ['Progress'],
  runs: () => ['Runs'],
  models: () => ['Models'],
  settings: () => ['Settings'],
  welcome: () => ['Welcome'],
};
