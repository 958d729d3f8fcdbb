import {expect, test} from 'vitest';
import {folderWith} from '../../helpers/sources.ts';
import {failureSeen, runOwn, warningsSeen} from '../../helpers/what-people-see.ts';

/** Forty good rows: two numbers and a class. */
const good = Array.from({length: 40}, (_, row) => [row + 0.5, (row * 37) % 11, row % 3 === 0 ? 'no' : 'yes'].join(','));

/** A CSV text with some of the good rows replaced. */
function table(header: string, replaced: {readonly [row: number]: string} = {}): string {
  return `${[header, ...good.map((line, row) => replaced[row] ?? line)].join('\n')}\n`;
}

function own(contents: string | Uint8Array, set: readonly string[] = [], target = 'y') {
  return {folder: folderWith({'rows.csv': contents}), csv: 'rows.csv', target, set};
}

test('the good rows give no warning', async () => {
  expect(await warningsSeen(own(table('a,b,y')))).toEqual([]);
});

test('a wrong delimiter: everything is in one column', async () => {
  const text = table('a,b,y').replaceAll(',', ';');
  expect(await failureSeen(own(text, ['ingestion.delimiter=comma']))).toBe(
    `\`ingestion.target\` names \`y\`, which is no column of the table.
  at rows.csv, \`y\`
→ Everything is in one column, \`a;b;y\`: set \`ingestion.delimiter: ";"\`, or auto to let it be found.`,
  );
  expect((await runOwn(own(text))).data.columns).toBe(3);
});

test('a delimiter of several characters', async () => {
  expect(await failureSeen(own(table('a,b,y'), ['ingestion.delimiter=::']))).toBe(
    `A delimiter is one character, not \`::\`.
  at rows.csv
→ Set \`ingestion.delimiter\` to \`auto\`, or to one of \`,\` \`;\` \`|\` or a tab.`,
  );
});

test('mixed encodings: each line is read as what it is, with a warning', async () => {
  const [head, tail] = table('a,b,city,y').split('\n15.5');
  const lines = head!.split('\n').map((line, index) => (index === 0 ? line : line.replace(/,(?=[a-z])/, ',Zürich,')));
  const latin = `15.5${tail!}`.replaceAll(/,(?=(?:yes|no))/g, ',Zürich,');
  const bytes = Buffer.concat([Buffer.from(`${lines.join('\n')}\n`, 'utf8'), Buffer.from(latin, 'latin1')]);
  const run = own(bytes);
  expect(await warningsSeen(run)).toEqual([
    'data.problem: The file mixes two encodings: line 17 and 24 more are not UTF-8, but others are. What is not is read as windows-1252; look whether accented letters are right. (line 17)',
    'data.constant_column: Column `city` says Zürich in every row, so nothing can be learned from it. Leave it out with `ingestion.drop`. (column `city`)',
  ]);
});

test('an old encoding in the whole file', async () => {
  const bytes = Buffer.from(table('a,größe,y'), 'latin1');
  expect(await warningsSeen(own(bytes))).toEqual([
    'data.problem: Line 1 is not UTF-8, so the file is read as windows-1252; look whether accented letters are right. (line 1)',
  ]);
});

test('text in a column of numbers: the line is named, and what to do about it', async () => {
  const text = table('a,b,y', {7: 'unknown,3,yes'});
  const [warning, ...others] = await warningsSeen(own(text));
  expect(warning).toBe(
    'data.problem: `a` is nearly all numbers, but there is text in line 9 (`unknown`). It is read as words; correct the cells, or set the type of `a` to number to make gaps of them. (line 9)',
  );
  expect(others.length).toBeGreaterThan(0);
  expect(await warningsSeen(own(text, ['ingestion.types={a: number}']))).toEqual([
    'data.problem: `a`: `unknown` is not a number, so the cell is a gap. (line 9)',
  ]);
});

test('a type for a column that is not there, and a type that does not exist', async () => {
  expect(await failureSeen(own(table('age,b,y'), ['ingestion.types={agee: number}']))).toBe(
    `\`ingestion.types\` names \`agee\`, which is no column of the table.
  at rows.csv, \`agee\`
→ Did you mean \`age\`?`,
  );
  expect(await failureSeen(own(table('age,b,y'), ['ingestion.types={age: integer}']))).toBe(
    `\`integer\` is not a type that a column can have.
  at rows.csv, \`age\`
→ Set the type of \`age\` to one of number, category, date, text.`,
  );
});

test('ten thousand levels, each in three rows: too many for a column each', async () => {
  const rows = Array.from({length: 30_000}, (_, row) => `lev${row % 10_000},${row % 5},${row % 2 ? 'yes' : 'no'}`);
  const text = `a,b,y\n${rows.join('\n')}\n`;
  expect(await failureSeen(own(text))).toMatch(
    /^Step `preprocessing\.encode` failed: Column `a` has 9\d{3} levels, too many for a column each\.\n {2}at `a`\n→ Leave it out with `ingestion\.drop: \[a\]`, group rare levels with `preprocessing\.rare_below: 20`, or use `preprocessing\.encode: ordinal`\. /,
  );
  expect((await runOwn(own(text, ['preprocessing.rare_below=20']))).data.rows).toBe(30_000);
});

test('ten thousand levels, each in one row: left out, and said so', async () => {
  const rows = Array.from({length: 10_000}, (_, row) => `lev${row},${row % 5},${row % 2 ? 'yes' : 'no'}`);
  expect(await warningsSeen(own(`a,b,y\n${rows.join('\n')}\n`))).toEqual([
    'leak.identifier_like: Column `a` is different in every row, like an identifier. It says who a row is, not what it is like: leave it out with `ingestion.drop`. (column `a`)',
    'data.left_out: Column `a` is free text or a date, which no model here reads as it is, so it was left out. Make a feature of it with `features.create`. (column `a`)',
  ]);
});

test('a constant column and an empty one', async () => {
  const text = `a,c,e,y\n${good.map(line => `${line.split(',')[0]},5,,${line.split(',')[2]}`).join('\n')}\n`;
  expect(await warningsSeen(own(text))).toEqual([
    'data.constant_column: Column `c` says 5 in every row, so nothing can be learned from it. Leave it out with `ingestion.drop`. (column `c`)',
    'data.empty_column: Column `e` has no value in the training rows, so it was left out. (column `e`)',
  ]);
});

test('numbers too large to calculate with become gaps, each named', async () => {
  const text = table('a,b,y', {3: '1e400,3,yes', 5: '-1e309,1,no', 9: '1e200,2,yes'});
  expect(await warningsSeen(own(text))).toEqual([
    'data.problem: `a`: `1e400` is too large to calculate with, so the cell is a gap. (line 5)',
    'data.problem: `a`: `-1e309` is too large to calculate with, so the cell is a gap. (line 7)',
    'data.problem: `a`: `1e200` is too large to calculate with, so the cell is a gap. (line 11)',
  ]);
});

test('of many cells with the same trouble the first two are named and the others counted', async () => {
  const rows = Object.fromEntries([3, 5, 9, 11].map(row => [row, `1e${400 + row},${row},yes`]));
  expect(await warningsSeen(own(table('a,b,y', rows)))).toEqual([
    'data.problem: `a`: `1e403` is too large to calculate with, so the cell is a gap. (line 5)',
    'data.problem: `a`: `1e405` is too large to calculate with, so the cell is a gap. (line 7)',
    'data.problem: `a`: … and 2 more like it.',
  ]);
});

test('numbers as large as that limit are calculated with', async () => {
  const {metrics} = await runOwn(own(table('a,b,y', {3: '1e150,3,yes', 5: '-1e150,1,no'})));
  expect(metrics.test.accuracy).toBeGreaterThan(0);
});

test('infinity is text among numbers', async () => {
  const [warning] = await warningsSeen(own(table('a,b,y', {3: 'inf,3,yes', 5: '-Infinity,1,no'})));
  expect(warning).toBe(
    'data.problem: `a` is nearly all numbers, but there is text in line 5 (`inf`), line 7 (`-Infinity`). It is read as words; correct the cells, or set the type of `a` to number to make gaps of them. (line 5)',
  );
});

test('levels that the training rows never showed', async () => {
  const rows = good.map((line, row) => `${row === 39 ? 'rare' : `k${row % 3}`},${row},${line.split(',')[2]}`);
  const text = `a,day,y\n${rows.join('\n')}\n`;
  const set = ['split.time=day', 'split.stratify=false'];
  expect(await warningsSeen(own(text, set))).toContain(
    'data.unknown_level: Column `a` has 1 row with levels the training rows never showed: rare. (column `a`)',
  );
});

test('a class with one row', async () => {
  expect(await failureSeen(own(table('a,b,y', {3: '1,3,maybe'})))).toBe(
    `Step \`split.rows\` failed: The class \`maybe\` has one row, and one row cannot be in both parts.
  at row 4
→ Merge the class into another, drop its row, or set \`split.stratify: false\`. Then run it again: the step before it is kept.`,
  );
});

test('a target with a single class', async () => {
  expect(await failureSeen(own('a,y\n1,yes\n2,yes\n3,yes\n'))).toContain(
    'The target `y` has one class only, `yes`.\n  at `y`\n→ Choose a target with two classes or more',
  );
});

test('more columns than rows: it runs', async () => {
  const names = Array.from({length: 60}, (_, column) => `x${column}`);
  const rows = Array.from({length: 20}, (_, row) =>
    [...names.map((_, column) => ((column + 3) * (row + 1) * 7919) % 101), row % 2 ? 'yes' : 'no'].join(','),
  );
  const result = await runOwn(own(`${names.join(',')},y\n${rows.join('\n')}\n`));
  expect(result.data).toMatchObject({rows: 20, columns: 61});
  expect(result.metrics.test.accuracy).not.toBeNull();
});

test('an empty file, and one of blank lines', async () => {
  const message = `The file is empty.
  at rows.csv
→ Choose a file with a header row and data rows.`;
  expect(await failureSeen(own(''))).toBe(message);
  expect(await failureSeen(own('\n\n\n'))).toBe(message);
});

test('a header without rows', async () => {
  expect(await failureSeen(own('a,b,y\n'))).toBe(
    `The table has a header but no rows.
  at rows.csv
→ Choose a file with data rows.`,
  );
});

test('a file in which every row is broken', async () => {
  expect(await failureSeen(own('a,b,y\n1\n2,3\n'))).toBe(
    `Every row is broken.
  at rows.csv
  line 2: This row has 1 cell, but the header has 3.
    → Correct this row.
  line 3: This row has 2 cells, but the header has 3.
    → Correct this row.
→ Correct the rows listed, or try another delimiter.`,
  );
});

test('broken rows are left out with their lines, or refused', async () => {
  const text = table('a,b,y', {3: '1,2', 5: '1,2,3,4', 7: 'a"b,1,yes', 9: '"1,2,yes'});
  const warning =
    'data.rejected_rows: 4 rows could not be read and were left out: line 5 (This row has 2 cells, but the header has 3), line 7 (This row has 4 cells, but the header has 3), line 9 (A quote stands inside a cell that does not begin with one; write the cell in quotes and the quote twice) and 1 more. (line 5)';
  expect(await warningsSeen(own(text))).toEqual([warning]);
  const seen = await failureSeen(own(text, ['ingestion.on_bad_rows=fail']));
  expect(seen).toContain('4 rows cannot be read.\n  at rows.csv, line 5\n');
  expect(seen).toContain('  line 11: A quote opens on this line and never closes.\n    → Correct this row.\n');
  expect(seen).toMatch(/→ Correct them, or set `ingestion\.on_bad_rows: report` to go on without\.$/);
});

test('two columns of one name', async () => {
  expect(await warningsSeen(own(table('a,a,y')))).toEqual([
    'data.problem: The name `a` comes twice; column 2 is called `a_2` here. (line 1)',
  ]);
});

test('rows without a header', async () => {
  const text = table('1.5,3,0').replaceAll('yes', '1').replaceAll('no', '0');
  const [warning] = await warningsSeen(own(text, [], '0'));
  expect(warning).toBe('data.problem: The header holds numbers only; is the first row of data used as names? (line 1)');
});

test('a column that is not there', async () => {
  expect(await failureSeen(own(table('age,b,y'), ['ingestion.drop=[agee]']))).toBe(
    `\`ingestion.drop\` names \`agee\`, which is no column of the table.
  at rows.csv, \`agee\`
→ Did you mean \`age\`? The columns are age, b, y.`,
  );
  expect(await failureSeen(own(table('age,b,y'), [], 'churned'))).toBe(
    `\`ingestion.target\` names \`churned\`, which is no column of the table.
  at rows.csv, \`churned\`
→ The columns are age, b, y.`,
  );
});

test('a file that is not there', async () => {
  const folder = folderWith({'customers.csv': table('a,b,y')});
  expect(await failureSeen({folder, csv: 'custmers.csv', target: 'y'})).toBe(
    `There is no file custmers.csv.
  at DIR/custmers.csv
→ Did you mean customers.csv? It was looked for at DIR/custmers.csv.`,
  );
  expect(await failureSeen({folder, csv: 'data/customers.csv', target: 'y'})).toBe(
    `There is no file data/customers.csv.
  at DIR/data/customers.csv
→ There is no folder DIR/data either. It was looked for at DIR/data/customers.csv.`,
  );
});

test('a folder instead of a file', async () => {
  const folder = folderWith({'data/rows.csv': table('a,b,y')});
  expect(await failureSeen({folder, csv: 'data', target: 'y'})).toBe(
    `data cannot be read: it is a folder.
  at DIR/data
→ Name a file that you may read.`,
  );
});

test.each([
  ['an Excel file', Buffer.from('PK\x03\x04rest'), 'This is an Excel file or another zip archive, not CSV.'],
  ['a Parquet file', Buffer.from('PAR1\x15\x04'), 'This is a Parquet file, not CSV.'],
  ['a database', Buffer.from('SQLite format 3\0'), 'This is an SQLite database, not CSV.'],
  ['a gzip archive', Buffer.from([0x1f, 0x8b, 8, 0]), 'This is a gzip archive, not CSV.'],
  ['a web page', Buffer.from('\n<!DOCTYPE html><html>'), 'This is a web page or XML, not CSV.'],
  ['JSON', Buffer.from('[\n  {"a": 1}]'), 'This is JSON, not CSV.'],
])('%s instead of CSV', async (_, bytes, message) => {
  const seen = await failureSeen(own(bytes));
  expect(seen).toMatch(/^.+\n {2}at rows\.csv\n→ .+\.$/);
  expect(seen).toContain(message);
});

test('bytes that are no text', async () => {
  expect(await failureSeen(own(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 10, 0, 5])))).toBe(
    `The header holds a NUL character: this is not a text file.
  at rows.csv, line 1
→ Save the table as CSV, in UTF-8.`,
  );
});

test('JSON that is broken, and a place in it', async () => {
  const folder = folderWith({'rows.json': '[\n  {"a": 1},\n  {"a": }\n]'});
  expect(await failureSeen({folder, target: 'a', set: ['ingestion.path=rows.json']})).toBe(
    `The file is not JSON: \`}\` is not expected there.
  at rows.json, line 3, column 9
→ Correct the file at that place, or choose \`ingestion.source: csv\` if it is a CSV file.`,
  );
});
