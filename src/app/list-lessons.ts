import type {Course} from '../tutor/parse/course.ts';

/** One lesson as a list shows it; the last four are counts. */
export type ListedLesson = {
  readonly id: string;
  readonly part: string;
  readonly title: string;
  readonly minutes: number;
  readonly objectives: ReadonlyArray<{readonly id: string; readonly text: string}>;
  readonly questions: number;
  readonly cards: number;
  readonly tasks: number;
  readonly terms: number;
};

/** The lessons in course order. */
export function listLessons({lessons, glossary}: Course): readonly ListedLesson[] {
  return lessons.map(({id, part, title, minutes, objectives, quiz, cards, lab}) => ({
    id,
    part,
    title,
    minutes,
    objectives: objectives.map(objective => ({id: objective.id, text: objective.text})),
    questions: quiz.pool.length,
    cards: cards.length,
    tasks: lab?.tasks.length ?? 0,
    terms: glossary.filter(term => term.introduced_in === id).length,
  }));
}
