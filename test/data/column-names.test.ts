import fc from 'fast-check';
import {expect, test} from 'vitest';
import {nameColumns} from '../../src/data/column-names.ts';

test('good names stay as they are and nothing is reported', () => {
  const reports: string[] = [];
  expect(nameColumns(['a', 'b c', 'ü'], message => reports.push(message))).toEqual(['a', 'b c', 'ü']);
  expect(reports).toEqual([]);
});

test('a made-up name never takes one that the file gives to another column', () => {
  expect(nameColumns(['', 'column_1', 'a', 'a', 'a_2'], () => {})).toEqual([
    'column_1_2',
    'column_1',
    'a',
    'a_3',
    'a_2',
  ]);
});

test('names are always different, and every change is reported', () => {
  const name = fc.constantFrom('', ' ', 'a', ' a', 'a_2', 'column_1', 'column_2', 'constructor');
  fc.assert(
    fc.property(fc.array(name), names => {
      let reports = 0;
      const unique = nameColumns(names, () => {
        reports += 1;
      });
      expect(new Set(unique).size).toBe(names.length);
      expect(reports).toBe(unique.filter((each, index) => each !== names[index]).length);
    }),
  );
});
