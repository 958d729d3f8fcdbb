import {expect, test} from 'vitest';
import {cellsOf, findColumn, type Table} from '../../../src/data/table.ts';
import {type LoadReport, loadTable} from '../../../src/stages/ingestion/load.ts';
import {folderWith, ingestionOf} from '../../helpers/sources.ts';
import {runOwn} from '../../helpers/what-people-see.ts';

type Loaded = {readonly table: Table; readonly report: LoadReport};

function load(text: string, change: Parameters<typeof ingestionOf>[0] = {}): Loaded {
  const format = change.source === 'json' ? 'json' : 'csv';
  const snapshot = {format, bytes: new TextEncoder().encode(text), origin: 'rows.csv'} as const;
  return loadTable(snapshot, ingestionOf(change));
}

function cells({table}: Loaded, name: string) {
  return cellsOf(findColumn(table, name)!);
}

const shop = `id,age,plan,joined,note
1,41,basic,2024-01-31,late
2,,family,2024-02-29,
3,29,basic,,late
`;

test('the report says of every column its type, gaps, different values, examples and range', () => {
  expect(load(shop).report.schema).toEqual([
    {name: 'id', type: 'number', gaps: 0, distinct: 3, examples: [1, 2, 3], min: 1, max: 3},
    {name: 'age', type: 'number', gaps: 1, distinct: 2, examples: [41, 29], min: 29, max: 41},
    {name: 'plan', type: 'category', gaps: 0, distinct: 2, examples: ['basic', 'family'], min: null, max: null},
    {
      name: 'joined',
      type: 'date',
      gaps: 1,
      distinct: 2,
      examples: ['2024-01-31', '2024-02-29'],
      min: '2024-01-31',
      max: '2024-02-29',
    },
    {name: 'note', type: 'category', gaps: 1, distinct: 1, examples: ['late'], min: null, max: null},
  ]);
});

test('the report counts the rows and columns before and after, and names every row left out with its line', () => {
  const {report} = load(`${shop}4,5\n"5,6\n7,8,9,10,11,12\n`, {drop: ['note']});
  expect(report).toMatchObject({rows: [6, 3], columns: [5, 4], rejected: 3, unit: 'line'});
  expect(report.problems).toEqual([
    {line: 5, row: '4,5', message: 'This row has 2 cells, but the header has 5.', rejected: true},
    {line: 6, row: '"5,6', message: 'A quote opens on this line and never closes.', rejected: true},
    {line: 7, row: '7,8,9,10,11,12', message: 'This row has 6 cells, but the header has 5.', rejected: true},
  ]);
  expect(report.schema.map(column => column.name)).toEqual(['id', 'age', 'plan', 'joined']);
});

test('items of a JSON list are counted as items', () => {
  const {report} = load('[{"a": 1}, 7, {"a": 2, "b": [1]}]', {source: 'json'});
  expect(report).toMatchObject({rows: [3, 2], rejected: 1, unit: 'item'});
  expect(report.warnings).toEqual([
    {
      code: 'data.rejected_rows',
      message:
        '1 row could not be read and was left out: item 2 (This item is a number, not an object with named values).',
      at: 'item 2',
    },
    {
      code: 'data.problem',
      message: '`b` holds a list or an object in one item; a table takes single values, so there it is a gap.',
      at: 'item 3',
    },
  ]);
});

test.each([
  [';', 'a;b\n1,5;x\n'],
  ['semicolon', 'a;b\n1,5;x\n'],
  ['tab', 'a\tb\n1,5\tx\n'],
  ['\\t', 'a\tb\n1,5\tx\n'],
  ['auto', 'a|b\n1,5|x\n'],
])('delimiter %j divides the cells, and decimal tells a number', (delimiter, text) => {
  const loaded = load(text, {delimiter, decimal: ','});
  expect([cells(loaded, 'a'), cells(loaded, 'b')]).toEqual([[1.5], ['x']]);
});

test('missing lists the spellings of a gap', () => {
  const text = 'a,b\n-999,x\n3,unknown\n';
  expect(cells(load(text, {missing: ['-999', 'unknown']}), 'a')).toEqual([null, 3]);
  expect(cells(load(text, {missing: ['-999', 'unknown']}), 'b')).toEqual(['x', null]);
  expect(cells(load(text), 'a')).toEqual([-999, 3]);
});

test('types override what was inferred', () => {
  const text = 'zip,size\n10115,1\n80331,two\n';
  const loaded = load(text, {types: {zip: 'category', size: 'number'}});
  expect(cells(loaded, 'zip')).toEqual(['10115', '80331']);
  expect(cells(loaded, 'size')).toEqual([1, null]);
  expect(loaded.report.schema.map(column => column.type)).toEqual(['category', 'number']);
});

test('what a person sets on the command line reaches the loading step', async () => {
  const lines = Array.from({length: 12}, (_, row) => `${row},5;8${row}331;${row % 2 ? 'yes' : 'no'}`);
  const folder = folderWith({
    'odd.csv': ['size;zip;churned', ...lines, '-9;80000;no', '1;2', '7,5;80001;yes', '8,5;80002;yes'].join('\n'),
    'plain.csv': [
      'size,zip,churned',
      ...lines.map(line => line.replace(',', '.').replaceAll(';', ',')),
      ',80000,no',
      '7.5,80001,yes',
    ].join('\n'),
  });
  const types = 'ingestion.types={zip: category}';
  const odd = await runOwn({
    folder,
    csv: 'odd.csv',
    target: 'churned',
    set: [
      types,
      'ingestion.delimiter=semicolon',
      'ingestion.decimal=,',
      'ingestion.missing=[-9]',
      'ingestion.limit=14',
    ],
  });
  const plain = await runOwn({folder, csv: 'plain.csv', target: 'churned', set: [types]});
  expect(odd.data).toEqual({...plain.data, rejected_rows: 1});
  expect(odd.data).toMatchObject({rows: 14, columns: 3});
});

test('a limit reads the first whole rows and looks at nothing behind them', () => {
  const {table, report} = load('a,b\n1,x\nbroken\n2,y\nthree,z\n', {limit: 2});
  expect(report).toMatchObject({rows: [3, 2], rejected: 1});
  expect(report.schema.map(({name, type, distinct}) => [name, type, distinct])).toEqual([
    ['a', 'number', 2],
    ['b', 'category', 2],
  ]);
  expect(table.rows).toBe(2);
});

test.each([
  ['a list', '[{"a": 1}, 5, {"a": 2}, {"a": "three"}]'],
  ['lines', '{"a": 1}\nbroken\n{"a": 2}\n{"a": "three"}\nbroken too\n'],
])('a limit holds for JSON as %s', (_, text) => {
  const {table, report} = load(text, {source: 'json', limit: 2});
  expect(report).toMatchObject({rows: [3, 2], rejected: 1});
  expect(table.columns.map(column => column.type)).toEqual(['number']);
});

test('on_bad_rows: report goes on without the broken rows, fail does not', () => {
  const text = 'a,b\n1,x\n2\n3,y\n';
  expect(load(text).table.rows).toBe(2);
  expect(() => load(text, {on_bad_rows: 'fail'})).toThrow('1 row cannot be read.');
  expect(load('a,b\n1,x\n3,y\n', {on_bad_rows: 'fail'}).table.rows).toBe(2);
});

test('many problems are counted, not all told', () => {
  const rows = Array.from({length: 100}, (_, row) => (row < 60 ? `word${row}` : String(row)));
  const {report} = load(`a\n${rows.join('\n')}\n`, {types: {a: 'number'}});
  expect(report.problems).toHaveLength(60);
  expect(report.warnings).toHaveLength(3);
  expect(report.warnings.at(-1)).toEqual({code: 'data.problem', message: '`a`: … and 58 more like it.'});
});

test('of problems of many kinds the first twenty are told', () => {
  const names = Array.from({length: 30}, (_, column) => `c${column}`);
  const numbers = Array.from({length: 40}, (_, row) => names.map(() => row).join(','));
  const types = Object.fromEntries(names.map(name => [name, 'number']));
  const {report} = load(`${[names, names.map(() => 'word'), ...numbers].join('\n')}\n`, {types});
  expect(report.warnings.filter(({code}) => code === 'data.problem')).toHaveLength(21);
  expect(report.warnings).toContainEqual({code: 'data.problem', message: '10 more problems like these were found.'});
});

test('columns that say the same in every row are named in one warning', () => {
  const {report} = load('a,b,c,d,e,f,y\n1,x,,1,1,1,yes\n1,x,,1,1,1,no\n');
  expect(report.warnings).toEqual([
    {
      code: 'data.constant_column',
      message:
        'Columns `a`, `b`, `d`, `e`, `f` say the same in every row, so nothing can be learned from them. Leave them out with `ingestion.drop`.',
      at: 'column `a`',
    },
  ]);
  expect(load('a,y\n1,yes\n1,yes\n', {target: 'y'}).report.warnings).toMatchObject([{at: 'column `a`'}]);
  expect(load('a,b\n1,5\n,6\n').report.warnings).toEqual([]);
});

test('a column that only numbers the rows is named', () => {
  const rows = Array.from({length: 30}, (_, row) => `C${row},${row},${(row * 7) % 5}`);
  const {report} = load(`customer,place,size\n${rows.join('\n')}\n`);
  expect(report.warnings.map(warning => warning.at)).toEqual(['column `customer`', 'column `place`']);
  expect(report.warnings[0]?.code).toBe('leak.identifier_like');
});
