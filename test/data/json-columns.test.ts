import {expect, test} from 'vitest';
import {formatJsonColumns, parseJsonColumns} from '../../src/data/json-columns.ts';
import {rawText} from '../../src/data/raw.ts';

function roundTrip(...values: Parameters<typeof formatJsonColumns>[1][number]) {
  const raw = parseJsonColumns(formatJsonColumns(['x'], [values]));
  return Array.from({length: raw.rows}, (_, row) => rawText(raw.columns[0]!, row));
}

test('values come back as they were, a gap as a gap', () => {
  expect(roundTrip('a', '', null, 1.5, -3, true)).toEqual(['a', '', null, '1.5', '-3', 'true']);
});

test('long whole numbers keep their digits, large measurements an exponent, infinities stay too large', () => {
  expect(
    roundTrip(12n, 2n ** 63n - 1n, -(2n ** 60n), 1e20, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  ).toEqual(['12', '9223372036854775807', '-1152921504606846976', '1e+20', '1e999', '-1e999']);
});

test('names keep their order, and doubles get a name of their own', () => {
  const raw = parseJsonColumns(formatJsonColumns(['b', '2', '1', 'b'], [[1], [2], [3], [4]]));
  expect(raw.columns.map(column => column.name)).toEqual(['b', '2', '1', 'b_2']);
  expect(raw.unit).toBe('row');
});

test('a limit takes the first rows', () => {
  expect(parseJsonColumns(formatJsonColumns(['x'], [[1, 2, 3]]), {limit: 2}).rows).toBe(2);
});
