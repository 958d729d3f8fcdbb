import {expect, test} from 'vitest';
import {parseCourse} from '../../../src/tutor/parse/course.ts';
import {miniCourse, miniFiles} from '../mini-course.ts';

const changed = (path: string, from: string, to: string) =>
  parseCourse(miniFiles.map(file => (file.path === path ? {...file, text: file.text.replace(from, to)} : file)));

test('a course is its lessons in order, with questions, cards, lab, glossary and misconceptions', () => {
  const course = miniCourse();
  expect(course.lessons.map(({id, part, folder}) => [id, part, folder])).toEqual([
    ['scaling', 'stages', '01-scaling'],
    ['neighbours', 'stages', '02-neighbours'],
  ]);
  expect(course.lessons.map(lesson => lesson.quiz.pool.length)).toEqual([11, 8]);
  expect(course.glossary).toHaveLength(5);
  expect(course.lessons[0]!.lab?.tasks[2]?.start).toEqual({
    'preprocessing.scale': 'standard',
    traps: ['fit_before_split'],
  });
});

test('all files of a lesson see the runs of its four heads', () => {
  expect(Object.keys(miniCourse().lessons[1]!.runs)).toEqual(['one', 'fifty', 'five']);
});

test('figures in questions, cards and labs are found, each placed at its record', () => {
  const [lesson] = miniCourse().lessons;
  const inCards = lesson!.figures.filter(({at}) => at.file === '01-scaling/cards.yaml');
  expect(inCards).toMatchObject([{at: {line: 7}, figure: {source: 'scaled.test.accuracy | percent'}}]);
  expect(lesson!.figures.filter(({at}) => at.file === '01-scaling/lab.yaml')).toHaveLength(4);
});

test('a course survives JSON', () => {
  expect(JSON.parse(JSON.stringify(miniCourse()))).toEqual(miniCourse());
});

test('a run that is defined twice in a lesson is a problem', () => {
  const {problems} = changed('02-neighbours/quiz.yaml', 'five:', 'one:');
  expect(problems).toMatchObject([{message: 'The run `one` is defined twice in this lesson.', at: {line: 2}}]);
});

test('a missing file is a problem, and the rest of the course is there', () => {
  const {value, problems} = parseCourse(miniFiles.filter(file => file.path !== '02-neighbours/lab.yaml'));
  expect(problems).toMatchObject([{message: 'The file 02-neighbours/lab.yaml is missing.'}]);
  expect(value?.lessons).toHaveLength(2);
  expect(value?.lessons[1]).not.toHaveProperty('lab');
});

test('a lesson whose id differs from course.yaml is a problem', () => {
  const {problems} = changed('course.yaml', 'id: neighbours', 'id: neighbors');
  expect(problems[0]).toMatchObject({hint: 'Make the two ids equal.', at: {file: '02-neighbours/lesson.md', line: 2}});
});

test('without course.yaml there is no course', () => {
  expect(parseCourse([]).value).toBeUndefined();
  expect(parseCourse([]).problems.map(problem => problem.at.file)).toEqual([
    'course.yaml',
    'glossary.yaml',
    'misconceptions.yaml',
  ]);
});

test('a condition that cannot be read is found at its line and column', () => {
  const {problems} = changed('01-scaling/lab.yaml', 'when: test.accuracy >= 0.9}', 'when: test.accuracy => 0.9}');
  expect(problems).toMatchObject([{message: '`=> 0.9` cannot be read here.', at: {line: 40, column: 56}}]);
});
