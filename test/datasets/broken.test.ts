import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parseCsv} from '../../src/data/csv.ts';
import {decodeText} from '../../src/data/decode-text.ts';
import {inferTable} from '../../src/data/infer.ts';
import {cells, folder, readJson} from './read-dataset.ts';

type Key = {
  readonly encoding: string;
  readonly first_line_that_is_not_utf8: number;
  readonly rows_read: number;
  readonly rejected: readonly {readonly line: number}[];
  readonly text_in_numbers: {
    readonly column: string;
    readonly cells: readonly {readonly line: number; readonly cell: string}[];
  };
};

const key = readJson<Key>('broken.key.json');
const decoded = decodeText(readFileSync(path.join(folder, 'broken.csv')));
const raw = parseCsv(decoded.text);

test('the encoding is found, and the warning names the line', () => {
  expect(decoded.encoding).toBe(key.encoding);
  expect(decoded.problems).toMatchObject([{line: key.first_line_that_is_not_utf8}]);
  expect(cells(inferTable(raw).table, 'city')).toContain('Zürich');
});

test('exactly the broken rows are refused, each with its line', () => {
  expect(raw.problems.map(problem => problem.line)).toEqual(key.rejected.map(row => row.line));
  expect(raw.rejected).toBe(key.rejected.length);
  expect(raw.rows).toBe(key.rows_read);
});

test('words among the numbers are reported, and become gaps once the type is declared', () => {
  const {column, cells: words} = key.text_in_numbers;
  const [problem] = inferTable(raw).problems.filter(each => !each.rejected);
  for (const {line, cell} of words) expect(problem?.message).toContain(`line ${line} (\`${cell}\`)`);
  const declared = inferTable(raw, {types: {[column]: 'number'}});
  expect(cells(declared.table, column).filter(cell => cell === null)).toHaveLength(words.length);
  expect(declared.problems.filter(each => !each.rejected).map(each => each.line)).toEqual(words.map(each => each.line));
});

test('station numbers with zeros in front stay words', () => {
  expect(cells(inferTable(raw).table, 'station_id')[0]).toBe('001');
});

test('the wrong delimiter loses nearly everything, and says so', () => {
  const wrong = parseCsv(decoded.text, {delimiter: ';'});
  expect(wrong.columns).toHaveLength(1);
  expect(wrong.problems[0]?.message).toContain('one column only');
});
