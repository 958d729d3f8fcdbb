import {examPlan, lessonPlan} from '../app/sessions/quiz-plan.ts';
import {summarise} from '../app/sessions/quiz-result.ts';
import type {Tutor} from '../app/tutor.ts';
import {nextWords, whereNext} from '../app/where-next.ts';
import type {Course, Lesson} from '../tutor/parse/course.ts';
import {lessonMark} from '../tutor/progress/mastery.ts';
import type {NextThing} from '../tutor/progress/next.ts';
import {hasPassedQuiz, nextTask} from '../tutor/progress/status.ts';
import {reviewCards} from './cards.ts';
import {workInLab} from './lab.ts';
import {type Choice, choose, type Guide} from './prompt.ts';
import {takeQuiz} from './quiz.ts';
import {askDepth, readLesson} from './reading.ts';
import {GoBack} from './talk.ts';

/** Something the plain tutor can do next. */
export type Activity = () => Promise<void>;

/** The map as numbered text: what is next, the lessons, and everything else. Goes on until the learner leaves. @throws {Leave} */
export async function wander(guide: Guide, tutor: Tutor, first: Activity | null): Promise<never> {
  let activity = first;
  for (;;) {
    try {
      await (activity ?? (await askActivity(guide, tutor)))();
    } catch (error) {
      // Back from anywhere leads to the map, and from the map it leads to the map.
      if (!(error instanceof GoBack)) throw error;
    }
    activity = null;
  }
}

async function askActivity(guide: Guide, tutor: Tutor): Promise<Activity> {
  const {course, learner, now} = tutor;
  const progress = learner.progress();
  const next = whereNext(course, progress, now());
  guide.talk.say('The map');
  return choose<Activity>(guide, [
    {label: `Continue: ${nextWords(next)}`, value: activityOf(guide, tutor, next.thing)},
    {label: 'Choose a lesson', value: () => chooseLesson(guide, tutor)},
    {label: 'Cards to review', value: () => reviewCards(guide, tutor)},
    {label: 'Mixed review quiz', value: () => takeQuiz(guide, tutor, examPlan('review', course))},
    {label: 'Placement quiz', value: () => placement(guide, tutor)},
    {label: 'Final test', value: () => takeQuiz(guide, tutor, examPlan('final', course))},
    {label: `Depth of the reading (now ${progress.settings.depth})`, value: () => changeDepth(guide, tutor)},
  ]);
}

/** What doing the next unfinished thing is. */
export function activityOf(guide: Guide, tutor: Tutor, thing: NextThing): Activity {
  const {course} = tutor;
  if (thing.kind === 'review') return () => reviewCards(guide, tutor);
  if (thing.kind === 'finished') return () => takeQuiz(guide, tutor, examPlan('review', course));
  const lesson = course.lessons.find(({id}) => id === thing.lesson)!;
  if (thing.kind === 'quiz') return () => takeQuiz(guide, tutor, lessonPlan(lesson));
  if (thing.kind === 'task') return () => labThenMore(guide, tutor, lesson);
  return () => readThenMore(guide, tutor, lesson);
}

/** Read a lesson, then offer its lab and its quiz. @throws {GoBack | Leave} */
export async function readThenMore(guide: Guide, tutor: Tutor, lesson: Lesson): Promise<void> {
  await readLesson(guide, tutor, lesson);
  guide.talk.say('That was the end of the reading.');
  await offerRest(guide, tutor, lesson);
}

async function labThenMore(guide: Guide, tutor: Tutor, lesson: Lesson): Promise<void> {
  await workInLab(guide, tutor, lesson);
  await offerRest(guide, tutor, lesson);
}

async function offerRest(guide: Guide, tutor: Tutor, lesson: Lesson): Promise<void> {
  const progress = tutor.learner.progress();
  const lab: Choice<Activity> = {label: 'The lab', value: () => labThenMore(guide, tutor, lesson)};
  const quiz: Choice<Activity> = {label: 'The quiz', value: () => takeQuiz(guide, tutor, lessonPlan(lesson))};
  const isLabOpen = lesson.lab !== undefined && nextTask(lesson, progress) !== undefined;
  const isQuizOpen = lesson.quiz.pool.length > 0 && !hasPassedQuiz(lesson, progress);
  if (!isLabOpen && !isQuizOpen) return;
  const map: Choice<Activity> = {label: 'The map', value: async () => {}};
  const go = await choose(guide, [...(isLabOpen ? [lab] : []), ...(isQuizOpen ? [quiz] : []), map], 'What next?');
  await go();
}

async function chooseLesson(guide: Guide, tutor: Tutor): Promise<void> {
  const progress = tutor.learner.progress();
  const lesson = await choose(
    guide,
    lessonChoices(tutor.course, mark => lessonMark(mark, progress)),
    'Which lesson?',
  );
  const parts: readonly Choice<Activity>[] = [
    {label: 'Read it', value: () => readThenMore(guide, tutor, lesson)},
    ...(lesson.lab ? [{label: 'Its lab', value: () => labThenMore(guide, tutor, lesson)}] : []),
    ...(lesson.quiz.pool.length > 0
      ? [{label: 'Its quiz', value: () => takeQuiz(guide, tutor, lessonPlan(lesson))}]
      : []),
  ];
  await (await choose(guide, parts, lesson.title))();
}

function lessonChoices({lessons}: Course, markOf: (lesson: Lesson) => string): readonly Choice<Lesson>[] {
  return lessons.map(lesson => ({label: `${lesson.title} (${markOf(lesson)})`, value: lesson}));
}

async function placement(guide: Guide, tutor: Tutor): Promise<void> {
  const {course, learner} = tutor;
  await takeQuiz(guide, tutor, examPlan('placement', course));
  const plan = learner.progress().attempts.findLast(attempt => attempt.kind === 'placement');
  if (plan === undefined) return;
  const {placedOut} = summarise(plan, course, null);
  if (placedOut.length === 0) return;
  const skips = await choose(guide, [
    {label: 'Pass over these lessons; they stay open', value: true},
    {label: 'Keep them in my way', value: false},
  ]);
  if (skips) for (const lesson of placedOut) learner.record({type: 'lesson_skipped', lesson, skipped: true});
}

async function changeDepth(guide: Guide, {learner}: Tutor): Promise<void> {
  learner.record({type: 'settings_changed', settings: {depth: await askDepth(guide)}});
}
