import {expect, test} from 'vitest';
import {
  lessonMark,
  lessonMastery,
  objectiveMastery,
  stageMark,
  stageMastery,
  stagesOf,
} from '../../../src/tutor/progress/mastery.ts';
import {emptyProgress} from '../../../src/tutor/progress/state.ts';
import type {Progress} from '../../../src/tutor/schema/progress.ts';
import {miniCourse, miniLesson} from '../mini-course.ts';

const lesson = miniLesson('scaling');
const course = miniCourse();
const at = '2026-03-01T09:00:00.000Z';
const record = (correct: boolean, sure: boolean | null = null) => ({
  seen: 1,
  right: 1,
  last: {correct, sure},
  missed: false,
});
const withQuestions = (questions: Progress['questions']): Progress => ({...emptyProgress, questions});
const passedTask = {runs: 1, hints: 0, passed: at};

test('mastery of an objective is 0.6 of its answers and 0.4 of its tasks', () => {
  const masteryWith = (progress: Progress) => objectiveMastery(lesson, 'fit-on-train', progress);
  expect(masteryWith(emptyProgress)).toBe(0);
  // One right answer of the two that are needed: Q = 0.5.
  expect(masteryWith(withQuestions({'scaler-rows': record(true)}))).toBeCloseTo(0.3, 12);
  const two = withQuestions({'scaler-rows': record(true), 'name-the-part': record(true, false)});
  expect(masteryWith(two)).toBeCloseTo(0.6 * 0.75, 12);
  const three = withQuestions({...two.questions, 'steps-in-order': record(false)});
  expect(masteryWith(three)).toBeCloseTo(0.6 * 0.5, 12);
  expect(masteryWith({...two, tasks: {'leak-on-purpose': passedTask}})).toBeCloseTo(0.6 * 0.75 + 0.4, 12);
});

test('a skipped lesson counts as mastered, and more only by evidence', () => {
  const skipped = {opened: at, last: at, read: {}, asks: {}, seconds: 0, skipped: true};
  const progress = {...emptyProgress, lessons: {scaling: skipped}};
  expect(lessonMastery(lesson, progress)).toBeCloseTo(0.8, 12);
  expect(lessonMark(lesson, progress)).toBe('mastered');
});

test('marks go from untouched over started and practised to mastered', () => {
  expect(lessonMark(lesson, emptyProgress)).toBe('untouched');
  const opened = {opened: at, last: at, read: {}, asks: {}, seconds: 0, skipped: false};
  expect(lessonMark(lesson, {...emptyProgress, lessons: {scaling: opened}})).toBe('started');
  const all = Object.fromEntries(lesson.quiz.pool.map(({id}) => [id, record(true)]));
  expect(lessonMark(lesson, withQuestions(all))).toBe('practised');
  const tasks = Object.fromEntries(lesson.lab!.tasks.map(({id}) => [id, passedTask]));
  expect(lessonMark(lesson, {...withQuestions(all), tasks})).toBe('mastered');
});

test('a stage is the mean of its lessons', () => {
  const all = Object.fromEntries(lesson.quiz.pool.map(({id}) => [id, record(true)]));
  expect(stageMastery(course, 'preprocessing', withQuestions(all))).toBeCloseTo(0.6, 12);
  expect(stageMastery(course, 'monitoring', emptyProgress)).toBeNull();
  expect(stageMark(course, 'preprocessing', withQuestions(all))).toBe('practised');
  expect(stagesOf(course)).toEqual(['preprocessing', 'training']);
});
