import type {Card} from '../cards/deck.ts';
import {allCards} from '../cards/deck.ts';
import type {Course} from '../parse/course.ts';
import type {Progress} from '../schema/progress.ts';
import {hasRead} from './status.ts';

/** The cards a learner may meet: those of lessons they have read, and questions they missed or guessed. */
export function unlockedCards(course: Course, progress: Progress): readonly Card[] {
  const isRead = new Map(course.lessons.map(lesson => [lesson.id, hasRead(lesson, progress)]));
  return allCards(course).filter(card => {
    if (card.kind !== 'question') return isRead.get(card.lesson);
    return progress.questions[card.key.slice('question/'.length)]?.missed === true;
  });
}
