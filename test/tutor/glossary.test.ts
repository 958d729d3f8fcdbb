import {expect, test} from 'vitest';
import {termFinder} from '../../src/tutor/glossary.ts';
import {miniCourse} from './mini-course.ts';

test('a term is found by its name, another name, a plural and any case', () => {
  const find = termFinder(miniCourse().glossary);
  expect(find('Standard-Scaling')?.id).toBe('standard-scaling');
  expect(find('z-score')?.id).toBe('standard-scaling');
  expect(find('neighbours')?.id).toBe('neighbour');
  expect(find('gradient')).toBeUndefined();
});
