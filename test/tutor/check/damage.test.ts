import fc from 'fast-check';
import {expect, test} from 'vitest';
import {checkCourse} from '../../../src/tutor/check/check-course.ts';
import {listExecutables} from '../../../src/tutor/check/executables.ts';
import {parseCourse} from '../../../src/tutor/parse/course.ts';
import {miniFiles} from '../mini-course.ts';

const place = fc.record({
  file: fc.integer({min: 0, max: miniFiles.length - 1}),
  start: fc.double({min: 0, max: 1, noNaN: true}),
  length: fc.integer({min: 1, max: 200}),
  typed: fc.constantFrom(
    '',
    '{{',
    '}}',
    '- ',
    '\n---\n',
    '> **Ask:** ',
    '"',
    '[',
    ': ',
    '\t',
    '## Quick\n',
    '```figure\n',
  ),
});

test('a damaged course is reported, never a crash', {timeout: 60_000}, () => {
  let reported = 0;
  fc.assert(
    fc.property(place, ({file, start, length, typed}) => {
      const files = miniFiles.map((source, index) => {
        if (index !== file) return source;
        const from = Math.floor(start * source.text.length);
        return {...source, text: source.text.slice(0, from) + typed + source.text.slice(from + length)};
      });
      const {value, problems} = parseCourse(files);
      const breaches = value === undefined ? [] : checkCourse(value);
      if (value !== undefined) listExecutables(value);
      reported += problems.length + breaches.length > 0 ? 1 : 0;
      for (const problem of [...problems, ...breaches]) {
        expect(problem.at.file).toBeTypeOf('string');
        expect(problem.message).not.toMatch(/undefined|\[object/u);
      }
    }),
    {numRuns: 60, seed: 1},
  );
  expect(reported).toBeGreaterThan(30);
});
