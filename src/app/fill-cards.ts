import type {Card} from '../tutor/cards/deck.ts';
import {fillFigures} from '../tutor/figures/inline.ts';
import type {Course} from '../tutor/parse/course.ts';
import type {LessonRuns} from './lesson-runs.ts';
import {only, runsInTexts} from './sessions/question-runs.ts';

/** Put the numbers of their lessons' runs into the texts of cards, for where no engine can be asked later. */
export async function fillCards(
  cards: readonly Card[],
  course: Course,
  runs: Pick<LessonRuns, 'results'>,
): Promise<readonly Card[]> {
  const runsOf = new Map(course.lessons.map(lesson => [lesson.id, lesson.runs]));
  return Promise.all(
    cards.map(async card => {
      const needed = only(runsOf.get(card.lesson) ?? {}, runsInTexts([card.front, card.back]));
      if (Object.keys(needed).length === 0) return card;
      const results = await runs.results(needed);
      return {...card, front: fillFigures(card.front, results), back: fillFigures(card.back, results)};
    }),
  );
}
