import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseCsv} from '../../src/data/csv.ts';
import {type InferOptions, inferTable} from '../../src/data/infer.ts';
import {parseJson} from '../../src/data/json.ts';
import {rawFromColumns} from '../../src/data/raw.ts';
import {cellsOf} from '../../src/data/table.ts';
import {KnownError} from '../../src/errors.ts';

function infer(cells: readonly (string | null)[], options: InferOptions = {}) {
  const {table, problems, columns} = inferTable(rawFromColumns(['x'], [cells], {unit: 'line'}), options);
  const column = table.columns[0]!;
  return {type: column.type, cells: cellsOf(column), problems, column, report: columns[0]!};
}

function failure(run: () => unknown): KnownError {
  try {
    run();
  } catch (error) {
    if (error instanceof KnownError) return error;
  }
  throw new Error('It did not fail with a KnownError.');
}

test('a column of numbers is read as numbers, blanks around them dropped', () => {
  expect(infer(['1', ' 2.5 ', '-3e2'])).toMatchObject({type: 'number', cells: [1, 2.5, -300], problems: []});
});

test('the words for "no value" become gaps, blanks around them dropped', () => {
  expect(infer(['1', '', ' NA ', 'N/A', 'NaN', 'null', 'None', '?', null]).cells).toEqual([1, ...Array(8).fill(null)]);
  expect(infer(['a', ' ', 'na'])).toMatchObject({type: 'category', cells: ['a', null, 'na']});
});

test('the words for "no value" can be chosen, even numbers', () => {
  expect(infer(['1', '-999', '2'], {missing: ['-999']}).cells).toEqual([1, null, 2]);
  expect(infer(['a', 'NA', ''], {missing: []}).cells).toEqual(['a', 'NA', '']);
});

test('the type is found from the last row as well as from the first', () => {
  const cells = [...Array<string>(200).fill('1'), ...Array<string>(20).fill('x')];
  expect(infer(cells).type).toBe('category');
});

test('a few words among numbers are reported with their lines and how to go on', () => {
  const cells = Array.from({length: 100}, (_, row) => ([10, 20, 30, 40].includes(row) ? `oops${row}` : String(row)));
  const {type, problems} = infer(cells);
  expect(type).toBe('text');
  expect(problems).toMatchObject([{line: 11, row: 'oops10', rejected: false}]);
  expect(problems[0]?.message).toContain('line 11 (`oops10`), line 21 (`oops20`), line 31 (`oops30`) and 1 more');
});

test('many words among numbers are no slip', () => {
  const cells = Array.from({length: 100}, (_, row) => (row % 10 === 0 ? 'unknown' : String(row)));
  expect(infer(cells).problems).toEqual([]);
});

test('a column that is declared a number makes reported gaps of its words', () => {
  const {type, cells, problems} = infer(['1', 'abc', '3'], {types: {x: 'number'}});
  expect({type, cells}).toEqual({type: 'number', cells: [1, null, 3]});
  expect(problems).toEqual([
    {line: 2, row: 'abc', message: '`x`: `abc` is not a number, so the cell is a gap.', rejected: false},
  ]);
});

test('a code with leading zeros stays a word, and a declared category keeps its digits', () => {
  expect(infer(['007', '012'])).toMatchObject({type: 'category', cells: ['007', '012']});
  expect(infer(['8001', '8050', '1.50'], {types: {x: 'category'}}).cells).toEqual(['8001', '8050', '1.50']);
});

test('identifiers beyond 2^53 stay words', () => {
  expect(infer(['12345678901234567890', '12345678901234567891']).type).toBe('category');
});

test('a number too large for a computer is a reported gap', () => {
  const {type, cells, problems} = infer(['1', '1e999', '1.5e308']);
  expect({type, cells}).toEqual({type: 'number', cells: [1, null, null]});
  expect(problems.map(problem => problem.line)).toEqual([2, 3]);
});

test('`Infinity` is a word', () => {
  expect(infer(['1', 'Infinity']).type).toBe('category');
});

test('minus zero is stored as zero', () => {
  const {column} = infer(['-0', '0']);
  expect(column).toMatchObject({values: Float64Array.of(0, 0)});
});

test('days of the calendar make a date column, with or without a time', () => {
  expect(infer(['2024-02-29', '2023-01-01T10:30:00Z', null]).type).toBe('date');
  expect(infer(['2024-02-30', '2024-01-01']).type).toBe('category');
});

test('a declared date makes reported gaps of other words', () => {
  const {type, cells, problems} = infer(['2024-01-01', 'soon'], {types: {x: 'date'}});
  expect({type, cells}).toEqual({type: 'date', cells: ['2024-01-01', null]});
  expect(problems[0]?.message).toContain('is not a date');
});

test('words are text where there are many and most differ', () => {
  const words = (count: number, repeat: number) => Array.from({length: count * repeat}, (_, row) => `w${row % count}`);
  expect(infer(words(51, 1)).type).toBe('text');
  expect(infer(words(50, 1)).type).toBe('category');
  expect(infer(words(51, 2)).type).toBe('category');
  expect(infer(words(51, 1), {types: {x: 'category'}}).type).toBe('category');
});

test('true and false are categories', () => {
  expect(infer(['true', 'false', 'true']).type).toBe('category');
});

test('blanks inside the quotes of a word are kept, because they may be the slip to find', () => {
  expect(infer([' basic', 'basic']).cells).toEqual([' basic', 'basic']);
});

test('a decimal comma can be chosen', () => {
  expect(infer(['1,5', '2'], {decimal: ','}).cells).toEqual([1.5, 2]);
});

test('a column without any value is a number column of gaps', () => {
  expect(infer(['', 'NA', null])).toMatchObject({type: 'number', cells: [null, null, null]});
});

test('levels are sorted by code point and only those that occur', () => {
  const {column} = infer(['b', 'Z', 'ä', 'b', '😀', '\uFF5E']);
  expect(column).toMatchObject({levels: ['Z', 'b', 'ä', '\uFF5E', '😀'], codes: Int32Array.of(1, 0, 2, 1, 4, 3)});
});

test('each column is reported with its gaps, different values, examples and range', () => {
  expect(infer(['3', '', '1', '3']).report).toEqual({
    name: 'x',
    type: 'number',
    gaps: 1,
    distinct: 2,
    examples: [3, 1],
    min: 1,
    max: 3,
  });
  expect(infer(['2024-03-01', '2024-01-01']).report).toMatchObject({min: '2024-01-01', max: '2024-03-01'});
  expect(infer(['b', 'a', 'c', 'd', null]).report).toMatchObject({
    distinct: 4,
    examples: ['b', 'a', 'c'],
    min: null,
    gaps: 1,
  });
});

test('problems of reading come before problems of typing', () => {
  const {problems, rejected} = inferTable(parseCsv('a,b\n1\n2,1e999\n'));
  expect(problems.map(problem => problem.line)).toEqual([2, 3]);
  expect(rejected).toBe(1);
});

test('a table without rows is refused, and says why', () => {
  expect(failure(() => inferTable(parseCsv('a,b\n')))).toMatchObject({code: 'empty_table'});
  const broken = failure(() => inferTable(parseCsv('a,b\n1\n')));
  expect(broken.message).toBe('Every row is broken.');
  expect(broken.problems).toMatchObject([{at: {line: 2}}]);
});

test('a type for an unknown column suggests the nearest name', () => {
  const error = failure(() => infer(['1'], {types: {X: 'number'}}));
  expect(error).toMatchObject({code: 'unknown_column', hint: 'Did you mean `x`?'});
});

test('an unknown type names those there are', () => {
  const error = failure(() => infer(['1'], {types: {x: 'integer'}}));
  expect(error).toMatchObject({
    code: 'bad_setting',
    hint: 'Set the type of `x` to one of number, category, date, text.',
  });
});

test('the same cells from CSV, JSON and a database are the same table', () => {
  const cell = fc.option(fc.oneof(fc.integer({min: -99, max: 99}), fc.constantFrom('a', 'b', 'true', '2024-01-01')));
  fc.assert(
    fc.property(fc.array(cell, {minLength: 1}), cells => {
      const csv = parseCsv(`x,y\n${cells.map(value => `${value ?? ''},1\n`).join('')}`);
      const json = parseJson(JSON.stringify(cells.map(value => ({x: value, y: 1}))));
      const database = rawFromColumns(['x', 'y'], [cells, cells.map(() => 1)], {unit: 'row'});
      const [first, ...others] = [csv, json, database].map(raw => inferTable(raw).table);
      for (const other of others) expect(other).toEqual(first);
    }),
  );
});
