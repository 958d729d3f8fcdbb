import {expect, test} from 'vitest';
import {parseCsv} from '../../../src/data/csv.ts';
import {makeLevels, makeTable} from '../../../src/data/table.ts';
import {KnownError} from '../../../src/errors.ts';
import {rowChecker} from '../../../src/stages/deployment/check-rows.ts';
import {type RowObject, rowsOfFile, rowsOfObjects, rowsOfTable} from '../../../src/stages/deployment/input-rows.ts';
import {signatureOf} from '../../../src/stages/deployment/signature.ts';

const training = makeTable([
  {name: 'age', type: 'number', values: new Float64Array([20, 35, 60])},
  {name: 'fee', type: 'number', values: new Float64Array([9.5, Number.NaN, 4])},
  makeLevels('plan', ['basic', 'family', 'basic']),
  makeLevels('since', ['2023-01-05', null, '2024-02-29'], 'date'),
]);
const signature = signatureOf(training);
const missing = ['', 'NA'];
const check = rowChecker({signature, missing});
const good = {age: 41, fee: '7.25', plan: 'family', since: '2024-01-01'};
const ofObjects = (...rows: RowObject[]) => check(rowsOfObjects(rows));
const codes = (row: RowObject) => ofObjects(row).warnings[0]!.map(({code}) => code);

function failure(...rows: RowObject[]): KnownError {
  try {
    ofObjects(...rows);
  } catch (error) {
    if (error instanceof KnownError) return error;
  }
  throw new Error('A foreseen failure was expected.');
}

test('a signature holds name, type, gaps, range and levels of every column as the training rows showed it', () => {
  expect(signature).toEqual([
    {name: 'age', type: 'number', gaps: false, range: [20, 60], levels: null},
    {name: 'fee', type: 'number', gaps: true, range: [4, 9.5], levels: null},
    {name: 'plan', type: 'category', gaps: false, range: null, levels: ['basic', 'family']},
    {name: 'since', type: 'date', gaps: true, range: null, levels: null},
  ]);
});

test('a level that no training row has is not in the signature, though the column knows the word', () => {
  const column = {...makeLevels('plan', ['basic', 'family']), codes: new Int32Array([0, 0])};
  expect(signatureOf(makeTable([column]))[0]!.levels).toEqual(['basic']);
});

test('numbers come as numbers or as text, and columns in any order', () => {
  const {table, warnings} = ofObjects({since: '2024-01-01', plan: 'family', fee: ' 7.25 ', age: 41});
  expect(table.columns.map(({name}) => name)).toEqual(['age', 'fee', 'plan', 'since']);
  expect(table.columns[1]).toEqual({name: 'fee', type: 'number', values: new Float64Array([7.25])});
  expect(warnings).toEqual([[]]);
});

test('null and the missing words are gaps', () => {
  const {table} = ofObjects({...good, fee: null}, {...good, fee: 'NA'}, {...good, fee: ' '});
  expect(table.columns[1]).toEqual({name: 'fee', type: 'number', values: new Float64Array(3).fill(Number.NaN)});
});

test('extra columns are ignored and named', () => {
  expect(ofObjects({...good, shoe_size: 44}).extra).toEqual(['shoe_size']);
});

test('a missing column is an error that names it and what may be meant by it', () => {
  const {age: _, ...rest} = good;
  const error = failure(good, {...rest, Age: 4});
  expect(error.code).toBe('unknown_column');
  expect(error.message).toBe('The model needs `age`, which the rows do not have.');
  expect(error.at).toEqual({row: 2, name: 'age'});
  expect(error.hint).toContain('Is `Age` meant to be `age`?');
});

test('a column is not found in what every object inherits', () => {
  const strange = rowChecker({signature: [{...signature[0]!, name: 'toString'}], missing});
  expect(() => strange(rowsOfObjects([{}]))).toThrow('The model needs `toString`');
});

test('every wrong value is listed with its row and column', () => {
  const error = failure({...good, age: 'forty'}, {...good, plan: ['basic'], since: '2023-02-30'});
  expect(error.code).toBe('bad_row');
  expect(error.message).toBe('3 values do not fit the model.');
  expect(error.problems.map(({message, at}) => [message, at])).toEqual([
    ['`age` is "forty", which is not a number.', {row: 1, name: 'age'}],
    ['`plan` is ["basic"], and one word is expected.', {row: 2, name: 'plan'}],
    ['`since` is "2023-02-30", which is not a date as YYYY-MM-DD.', {row: 2, name: 'since'}],
  ]);
});

for (const [value, says] of [
  [true, 'is true, which is not a number'],
  [{}, 'is {}, which is not a number'],
  ['0x10', 'is "0x10", which is not a number'],
  [Number.POSITIVE_INFINITY, 'too large for a number'],
  ['1e400', 'too large for a number'],
] as const) {
  test(`${JSON.stringify(value)} is refused where a number is expected`, () => {
    expect(failure({...good, age: value}).message).toContain(says);
  });
}

test('an unknown level, a number out of range and a new gap are warned of, each row for itself', () => {
  expect(codes({...good, plan: 'gold'})).toEqual(['data.unknown_level']);
  expect(codes({...good, age: 61})).toEqual(['data.out_of_range']);
  expect(codes({...good, age: null})).toEqual(['data.new_gap']);
  expect(codes({...good, fee: null, since: null})).toEqual([]);
  expect(ofObjects(good, {...good, age: 130}).warnings[1]![0]!.message).toBe(
    '`age` is 130; the training rows lay between 20 and 60.',
  );
});

test('a file is read by the signature alone: digits stay words where words are expected, and lines are named', () => {
  const coded = rowChecker({signature: [{...signature[2]!, levels: ['007']}], missing});
  expect(coded(rowsOfFile(parseCsv('plan\n007\n'))).table.columns[0]).toEqual(makeLevels('plan', ['007']));
  const file = rowsOfFile(parseCsv('age,fee,plan,since\n20,1,basic,2024-01-01\nold,1,basic,2024-01-01\n'));
  expect(() => check(file)).toThrow(expect.objectContaining({at: {line: 3, name: 'age'}}));
});

test('numbers in a file have the decimal mark of the training file', () => {
  const comma = rowChecker({signature: signature.slice(1, 2), missing, decimal: ','});
  expect(comma(rowsOfFile(parseCsv('fee\n"7,25"\n'))).table.columns[0]).toMatchObject({
    values: new Float64Array([7.25]),
  });
});

test('a table that was read before goes the same way', () => {
  expect(check(rowsOfTable(training)).table).toEqual(training);
});
