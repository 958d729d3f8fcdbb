import {lessonPlan} from '../app/sessions/quiz-plan.ts';
import type {Tutor} from '../app/tutor.ts';
import {reviewCards} from './cards.ts';
import {type Activity, readThenMore, wander} from './home.ts';
import {workInLab} from './lab.ts';
import type {Guide} from './prompt.ts';
import {takeQuiz} from './quiz.ts';
import {Leave, type Talk} from './talk.ts';

/** Where the tutor begins: one of its screens, and the lesson it is about. The plain tutor knows those it has itself. */
export type PlainDoor = {readonly screen: string; readonly lesson?: string};

/** Run the tutor as numbered text until the learner leaves or the input ends. */
export async function runPlain(tutor: Tutor, door: PlainDoor, talk: Talk): Promise<void> {
  const guide = {talk, glossary: tutor.course.glossary};
  talk.say(
    'ML Pipeline Tutor, as text. Every number comes from the pipeline engine you learn about.',
    'Answer with a number, or press Enter for the first choice. Type ? for help and q to leave; nothing is lost.',
  );
  for (const notice of tutor.learner.notices()) talk.say(notice);
  try {
    await wander(guide, tutor, activityAt(guide, tutor, door));
  } catch (error) {
    if (!(error instanceof Leave)) throw error;
    talk.say('Everything you did is kept. The next start goes on from here.');
  } finally {
    talk.close();
  }
}

function activityAt(guide: Guide, tutor: Tutor, {screen, lesson: id}: PlainDoor): Activity | null {
  if (screen === 'cards') return () => reviewCards(guide, tutor);
  const lesson = tutor.course.lessons.find(candidate => candidate.id === id);
  if (lesson === undefined) return null;
  if (screen === 'quiz') return () => takeQuiz(guide, tutor, lessonPlan(lesson));
  if (screen === 'lab') return () => workInLab(guide, tutor, lesson);
  return () => readThenMore(guide, tutor, lesson);
}
