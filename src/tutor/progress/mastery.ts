import type {Course, Lesson} from '../parse/course.ts';
import type {Stage} from '../schema/lesson.ts';
import {stages} from '../schema/lesson.ts';
import type {Progress} from '../schema/progress.ts';

/** How far a learner is with something, as the map marks it. */
export type MasteryMark = 'untouched' | 'started' | 'practised' | 'mastered';

/** The share from which something counts as mastered. */
export const masteredFrom = 0.8;
const practisedFrom = 0.5;

/**
 * How well an objective is mastered, from 0 to 1.
 *
 *     Q = (sum of credits) / max(2, questions answered)      T = tasks passed / tasks
 *     mastery = 0.6 · Q + 0.4 · T,  or Q where the objective has no task
 *
 * A question's latest graded answer earns 1 if right, 0.5 if right but unsure, 0 if wrong. Two questions are needed
 * for a full Q (one, where the pool has only one). A lesson passed over after the placement quiz counts at least 0.8.
 * Time takes nothing away: forgetting is the business of the cards.
 */
export function objectiveMastery(lesson: Lesson, objective: string, progress: Progress): number {
  const pool = lesson.quiz.pool.filter(question => question.objective === objective);
  const answers = pool.flatMap(question => progress.questions[question.id]?.last ?? []);
  const credits = answers.map(answer => (answer.correct ? (answer.sure === false ? 0.5 : 1) : 0) as number);
  const needed = Math.max(Math.min(2, pool.length), answers.length);
  const answered = needed === 0 ? 0 : mean([...credits, ...Array<number>(needed - credits.length).fill(0)]);
  const tasks = lesson.lab?.tasks.filter(task => task.objective === objective) ?? [];
  const passed = tasks.filter(task => progress.tasks[task.id]?.passed !== undefined).length;
  const earned = tasks.length === 0 ? answered : 0.6 * answered + 0.4 * (passed / tasks.length);
  return progress.lessons[lesson.id]?.skipped ? Math.max(masteredFrom, earned) : earned;
}

/** The mean mastery of a lesson's objectives. */
export function lessonMastery(lesson: Lesson, progress: Progress): number {
  return mean(lesson.objectives.map(objective => objectiveMastery(lesson, objective.id, progress)));
}

/** The mean mastery of a stage's lessons; null where the course has none. */
export function stageMastery(course: Course, stage: Stage, progress: Progress): number | null {
  const lessons = course.lessons.filter(lesson => lesson.stage === stage);
  return lessons.length === 0 ? null : mean(lessons.map(lesson => lessonMastery(lesson, progress)));
}

/** The mark of a lesson on the map. */
export function lessonMark(lesson: Lesson, progress: Progress): MasteryMark {
  const share = lessonMastery(lesson, progress);
  if (share >= masteredFrom - 1e-9) return 'mastered';
  if (share >= practisedFrom - 1e-9) return 'practised';
  return share > 0 || progress.lessons[lesson.id] !== undefined ? 'started' : 'untouched';
}

/** The mark of a stage: that of its lesson least advanced, but `started` as soon as one of them is. */
export function stageMark(course: Course, stage: Stage, progress: Progress): MasteryMark {
  const marks = course.lessons.filter(lesson => lesson.stage === stage).map(lesson => lessonMark(lesson, progress));
  const order: readonly MasteryMark[] = ['untouched', 'started', 'practised', 'mastered'];
  const least = order.find(mark => marks.includes(mark)) ?? 'untouched';
  return least === 'untouched' && marks.some(mark => mark !== 'untouched') ? 'started' : least;
}

/** The stages that a course has lessons on, in order. */
export function stagesOf(course: Course): readonly Stage[] {
  return stages.filter(stage => course.lessons.some(lesson => lesson.stage === stage));
}

/** Time spent in all lessons, in seconds. */
export function secondsSpent(progress: Progress): number {
  return Object.values(progress.lessons).reduce((sum, lesson) => sum + lesson.seconds, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
