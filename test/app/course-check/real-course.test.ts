import path from 'node:path';
import {expect, test} from 'vitest';
import {checkWholeCourse} from '../../../src/app/course-check/check-whole-course.ts';
import {formatPlace} from '../../../src/errors.ts';
import {courseFiles} from '../../../src/files/course-files.ts';
import {memoryPorts} from '../../helpers/memory-ports.ts';
import {realCourse} from '../../helpers/real-course.ts';

const files = courseFiles(path.join(import.meta.dirname, '../../../lessons'));

test.each(realCourse().lessons.map(({id}) => id))(
  'the lesson %s keeps every rule and does what it says',
  {timeout: 180_000},
  async id => {
    const {problems} = await checkWholeCourse(files, memoryPorts(), id);
    expect(problems.map(({message, at}) => `${formatPlace(at)}: ${message}`)).toEqual([]);
  },
);

test('the course is as large as it promises', async () => {
  const {lessons, glossary} = realCourse();
  const count = (of: (lesson: (typeof lessons)[number]) => number) =>
    lessons.reduce((sum, lesson) => sum + of(lesson), 0);
  expect(lessons.length).toBe(14);
  expect(count(lesson => lesson.quiz.pool.length)).toBeGreaterThanOrEqual(130);
  expect(count(lesson => lesson.cards.length)).toBeGreaterThanOrEqual(110);
  expect(glossary.length).toBeGreaterThanOrEqual(90);
});

test('a lesson that is not there is named with the nearest that is', async () => {
  await expect(checkWholeCourse(files, memoryPorts(), 'preprocesing')).rejects.toMatchObject({
    code: 'unknown_lesson',
    hint: expect.stringContaining('preprocessing'),
  });
});
