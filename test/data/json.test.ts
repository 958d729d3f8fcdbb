import {expect, test} from 'vitest';
import {parseCsv} from '../../src/data/csv.ts';
import {inferTable} from '../../src/data/infer.ts';
import {parseJson, rawFromObjects} from '../../src/data/json.ts';
import {type RawTable, rawText} from '../../src/data/raw.ts';
import {KnownError} from '../../src/errors.ts';

function cells(raw: RawTable): readonly (readonly (string | null)[])[] {
  return Array.from({length: raw.rows}, (_, row) => raw.columns.map(column => rawText(column, row)));
}

function failure(text: string): KnownError {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof KnownError) return error;
  }
  throw new Error('It did not fail with a KnownError.');
}

test('a list of objects becomes columns in the order their keys are first seen', () => {
  const raw = parseJson('[{"b": 1, "a": "x"}, {"a": "y", "c": true}]');
  expect(raw.columns.map(column => column.name)).toEqual(['b', 'a', 'c']);
  expect(cells(raw)).toEqual([
    ['1', 'x', null],
    [null, 'y', 'true'],
  ]);
  expect(raw.unit).toBe('item');
});

test.each(['data', 'results', 'items', 'rows'])('the list may stand under `%s`', key => {
  expect(cells(parseJson(JSON.stringify({count: 1, [key]: [{a: 1}]})))).toEqual([['1']]);
});

test('JSON lines are read line by line, and a broken line is left out with its number', () => {
  const raw = parseJson('{"a": 1}\n\n{"a": 2\n{"a": 3}\n');
  expect(cells(raw)).toEqual([['1'], ['3']]);
  expect([...raw.lines]).toEqual([1, 4]);
  expect(raw.rejected).toBe(1);
  expect(raw.problems).toMatchObject([{line: 3, row: '{"a": 2', rejected: true}]);
});

test('JSON lines may begin with a broken line', () => {
  expect(parseJson('{"a": \n{"a": 3}\n').rejected).toBe(1);
});

test('one object alone is one row', () => {
  expect(cells(parseJson('{"a": 1, "data": 5}'))).toEqual([['1', '5']]);
});

test('items that are no objects are left out and named', () => {
  const raw = parseJson('[{"a": 1}, 7, null, [1], "x"]');
  expect(raw.rows).toBe(1);
  expect(raw.problems.map(problem => problem.message)).toEqual([
    'This item is a number, not an object with named values.',
    'This item is null, not an object with named values.',
    'This item is a list, not an object with named values.',
    'This item is a string, not an object with named values.',
  ]);
});

test('nested values are gaps, and their key is named once', () => {
  const raw = parseJson('[{"a": 1, "tags": ["x"]}, {"a": 2, "tags": {"y": 1}}, {"a": 3, "tags": null}]');
  expect(cells(raw)).toEqual([
    ['1', null],
    ['2', null],
    ['3', null],
  ]);
  expect(raw.problems).toHaveLength(1);
  expect(raw.problems[0]).toMatchObject({line: 1, rejected: false});
  expect(raw.problems[0]?.message).toContain('`tags` holds a list or an object in 2 items');
});

test('keys that look like parts of JavaScript are ordinary names', () => {
  const raw = parseJson('[{"__proto__": 1, "constructor": 2}, {"toString": 3}]');
  expect(raw.columns.map(column => column.name)).toEqual(['__proto__', 'constructor', 'toString']);
  expect(cells(raw)).toEqual([
    ['1', '2', null],
    [null, null, '3'],
  ]);
});

test('the same table from JSON and from CSV is equal', () => {
  const json = parseJson('[{"n": 1.5, "w": "b", "t": true}, {"n": null, "w": "a"}]');
  const csv = parseCsv('n,w,t\n1.5,b,true\n,a,\n');
  expect(inferTable(json).table).toEqual(inferTable(csv).table);
});

test('a number too large for a double is reported as such', () => {
  const {table, problems} = inferTable(parseJson('[{"a": 1e999}, {"a": 2}]'));
  expect(table.columns[0]).toMatchObject({type: 'number', values: Float64Array.of(Number.NaN, 2)});
  expect(problems[0]?.message).toContain('too large');
});

test('objects that came page by page are put together', () => {
  expect(cells(rawFromObjects([{a: 1}, {a: 2n}]))).toEqual([['1'], ['2']]);
});

test('what is not a table is refused with the reason', () => {
  expect(failure('')).toMatchObject({code: 'empty_table'});
  expect(failure('[]')).toMatchObject({code: 'empty_table'});
  expect(failure('[{}]')).toMatchObject({code: 'empty_table'});
  expect(failure('5')).toMatchObject({code: 'bad_json', message: 'The file holds a number, not a list of objects.'});
  expect(failure('a,b\n1,2')).toMatchObject({code: 'bad_json'});
});

test('broken JSON is refused with the line where it breaks', () => {
  const error = failure('[\n  {"a": 1},\n  {"a": 2]\n]');
  expect(error.code).toBe('bad_json');
  expect(error.at).toEqual({line: 3, column: 10});
});
