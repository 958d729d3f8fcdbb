import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseCsv} from '../../src/data/csv.ts';
import {type RawTable, rawText} from '../../src/data/raw.ts';
import {KnownError} from '../../src/errors.ts';

function cells(raw: RawTable): readonly (readonly (string | null)[])[] {
  return Array.from({length: raw.rows}, (_, row) => raw.columns.map(column => rawText(column, row)));
}

function names(raw: RawTable): readonly string[] {
  return raw.columns.map(column => column.name);
}

function failure(run: () => unknown): KnownError {
  try {
    run();
  } catch (error) {
    if (error instanceof KnownError) return error;
  }
  throw new Error('It did not fail with a KnownError.');
}

test('plain rows become cells, blanks and all', () => {
  const raw = parseCsv('a,b\n1, x \n2,\n');
  expect(names(raw)).toEqual(['a', 'b']);
  expect(cells(raw)).toEqual([
    ['1', ' x '],
    ['2', ''],
  ]);
  expect(raw.problems).toEqual([]);
});

test('quoted cells may hold delimiters, line ends and doubled quotes', () => {
  const raw = parseCsv('a,b\n"1,5","say ""hi"""\n"two\nlines",""\n');
  expect(cells(raw)).toEqual([
    ['1,5', 'say "hi"'],
    ['two\nlines', ''],
  ]);
});

test.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
])('%s ends a row, and the last row needs no end', (_, end) => {
  const raw = parseCsv(['a,b', '1,2', '"x', 'y",3', '4,5'].join(end));
  expect(cells(raw)).toEqual([
    ['1', '2'],
    [`x${end}y`, '3'],
    ['4', '5'],
  ]);
  expect([...raw.lines]).toEqual([2, 3, 5]);
});

test('a byte order mark is not part of the first name', () => {
  expect(names(parseCsv('\uFEFFa,b\n1,2'))).toEqual(['a', 'b']);
});

test('empty lines are skipped, also those of blanks, and lines are still counted', () => {
  const raw = parseCsv('\n\na,b\n\n1,2\n  \n\n3,4\n\n');
  expect([...raw.lines]).toEqual([5, 8]);
  expect(raw.problems).toEqual([]);
});

test('in a table of one column a quoted nothing is a row, an empty line is not', () => {
  expect(cells(parseCsv('a\n""\n\nx\n'))).toEqual([[''], ['x']]);
});

test.each([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['bar', '|'],
])('a %s is found as delimiter', (_, mark) => {
  const raw = parseCsv([`name${mark}size`, `a${mark}1`, `b${mark}2`].join('\n'));
  expect(names(raw)).toEqual(['name', 'size']);
});

test('decimal commas do not hide a semicolon', () => {
  expect(cells(parseCsv('x;y\n1,5;2,5\n3,5;4,5'))).toEqual([
    ['1,5', '2,5'],
    ['3,5', '4,5'],
  ]);
});

test('the delimiter that agrees with the header in more rows wins', () => {
  expect(names(parseCsv('a;b,c\n1;2\n3;4\n5;6,7'))).toEqual(['a', 'b,c']);
});

test('a delimiter inside quotes does not count', () => {
  expect(names(parseCsv('"a;b;c",d\n1,2\n'))).toEqual(['a;b;c', 'd']);
});

test('a wrong delimiter is noticed where it makes one column of all', () => {
  const raw = parseCsv('a,b\n1,2\n', {delimiter: ';'});
  expect(names(raw)).toEqual(['a,b']);
  expect(raw.problems[0]?.message).toBe('Divided by semicolon there is one column only, but the header holds commas.');
});

test('a row with too few or too many cells is left out and listed with its line and text', () => {
  const raw = parseCsv('a,b,c\n1,2,3\n4,5\n6,7,8,9\n0,0,0\n');
  expect(cells(raw)).toEqual([
    ['1', '2', '3'],
    ['0', '0', '0'],
  ]);
  expect(raw.problems).toEqual([
    {line: 3, row: '4,5', message: 'This row has 2 cells, but the header has 3.', rejected: true},
    {line: 4, row: '6,7,8,9', message: 'This row has 4 cells, but the header has 3.', rejected: true},
  ]);
  expect(raw.rejected).toBe(2);
});

test('a quote that never closes costs its own line only', () => {
  const raw = parseCsv('a,b\n1,2\n"x,3\n4,5\n6,7\n');
  expect([...raw.lines]).toEqual([2, 4, 5]);
  expect(raw.problems).toMatchObject([{line: 3, row: '"x,3', rejected: true}]);
  expect(raw.problems[0]?.message).toContain('never closes');
});

test('a quote left open is not closed by the opening quote of a later row', () => {
  const raw = parseCsv('a,b\n"x,3\n4,5\n"y",6\n7,8\n');
  expect([...raw.lines]).toEqual([3, 4, 5]);
  expect(raw.problems.map(problem => problem.line)).toEqual([2]);
});

test('a stray quote breaks its row only', () => {
  const raw = parseCsv('a,b\n5" screen,1\n"x"y,2\nz,3\n');
  expect(cells(raw)).toEqual([['z', '3']]);
  expect(raw.problems.map(problem => problem.line)).toEqual([2, 3]);
  expect(raw.problems[0]?.message).toContain('inside a cell');
  expect(raw.problems[1]?.message).toContain('after a quote is closed');
});

test('a NUL character breaks its row, quoted or not', () => {
  const raw = parseCsv('a,b\n1\0,2\n"3\0",4\n5,6\n');
  expect(raw.rejected).toBe(2);
  expect(raw.problems[0]?.message).toContain('NUL');
});

test('names that are empty, repeated or padded are changed and reported', () => {
  const raw = parseCsv('a,,a, b ,a_2\n1,2,3,4,5\n');
  expect(names(raw)).toEqual(['a', 'column_2', 'a_3', 'b', 'a_2']);
  expect(raw.problems.map(problem => problem.message)).toEqual([
    'Column 2 has no name; it is called `column_2` here.',
    'The name `a` comes twice; column 3 is called `a_3` here.',
    'The name ` b ` has blanks around it; it is called `b` here.',
  ]);
  expect(raw.rejected).toBe(0);
});

test('a header of numbers is questioned', () => {
  expect(parseCsv('5.1,3.5\n4.9,3\n').problems[0]?.message).toContain('numbers only');
});

test('an empty file is refused', () => {
  for (const text of ['', '\uFEFF', '\n\r\n']) expect(failure(() => parseCsv(text)).code).toBe('empty_table');
});

test('a header that cannot be read is refused with its line', () => {
  const error = failure(() => parseCsv('\n"a,b\n1,2\n'));
  expect(error.code).toBe('bad_csv');
  expect(error.at).toEqual({line: 2});
  expect(failure(() => parseCsv('a\0b\n1')).message).toContain('not a text file');
});

test('a delimiter must be one character', () => {
  for (const delimiter of ['', ';;', '"', '\n']) {
    expect(failure(() => parseCsv('a,b\n', {delimiter})).code, delimiter).toBe('bad_setting');
  }
});

test('more columns than any table has are refused', () => {
  expect(failure(() => parseCsv(`${','.repeat(10_000)}\n`)).code).toBe('too_large');
});

test('thousands of broken rows are all counted, and the first thousand listed', () => {
  const raw = parseCsv(`a,b\n${'1\n'.repeat(1500)}`);
  expect(raw.rejected).toBe(1500);
  expect(raw.problems).toHaveLength(1001);
  expect(raw.problems.at(-1)?.message).toBe('500 more problems like these are counted but not listed.');
});

test('the text of a broken row is shortened', () => {
  const {row} = parseCsv(`a,b\n${'x'.repeat(5000)}\n`).problems[0]!;
  expect(row).toBe(`${'x'.repeat(160)}…`);
});

test('no text makes the reader fail otherwise than with a KnownError, or lose a line without saying so', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', '\r', '\r\n', ' ', '\0'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, body => {
      const raw = parseCsv(`x,y\n${body}`, {delimiter: ','});
      const rejected = raw.problems.filter(problem => problem.rejected).map(problem => problem.line);
      expect([...raw.lines]).toEqual([...raw.lines].sort((a, b) => a - b));
      expect(new Set([...raw.lines, ...rejected]).size).toBe(raw.rows + raw.rejected);
      const lines = `x,y\n${body}`.split(/\r\n|\r|\n/);
      for (const line of rejected) expect(lines[line - 1]).toBe(raw.problems.find(each => each.line === line)?.row);
      const firstLines = lines.flatMap((line, index) => (line.trim() === '' || index === 0 ? [] : [index + 1]));
      const hasMultiLineCell = cells(raw)
        .flat()
        .some(cell => /[\r\n]/.test(cell ?? ''));
      if (!hasMultiLineCell) expect([...raw.lines, ...rejected].sort((a, b) => a - b)).toEqual(firstLines);
    }),
    {numRuns: 1000},
  );
});

test('a limit stops after so many whole rows', () => {
  const raw = parseCsv('a,b\n1,2\nbroken\n3,4\n5,6\nbroken\n', {limit: 2});
  expect(cells(raw)).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(raw.rejected).toBe(1);
});
