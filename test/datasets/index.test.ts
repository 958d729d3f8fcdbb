import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {folder, readDataset, readJson} from './read-dataset.ts';

type Entry = {
  readonly name: string;
  readonly file: string;
  readonly card: string;
  readonly key?: string;
  readonly target?: string;
  readonly task?: string;
  readonly positive?: string;
  readonly rows?: number;
  readonly columns?: number;
  readonly generated: boolean;
  readonly tables?: readonly {readonly file: string; readonly on: readonly string[]}[];
  readonly batches?: string;
};

const index = readJson<{datasets: Entry[]; practice: Entry[]}>('index.json');
const entries = [...index.datasets, ...index.practice];
const readCard = (entry: Entry) => readFileSync(path.join(folder, entry.card), 'utf8');
const read = (file: string) => readDataset(file);

test.each(index.datasets)('$name has the rows, columns and target that the list says, and no problems', entry => {
  const {table, problems} = read(entry.file);
  expect(problems).toEqual([]);
  expect({rows: table.rows, columns: table.columns.length}).toEqual({rows: entry.rows, columns: entry.columns});
  const target = table.columns.find(column => column.name === entry.target);
  expect(target?.type).toBe(entry.task === 'regression' ? 'number' : 'category');
  if (entry.positive) expect(target).toHaveProperty('levels', expect.arrayContaining([entry.positive]));
});

test.each(entries)('the card of $name agrees with the list and names every column with its unit', entry => {
  const [, head, body] = readCard(entry).split(/^---$/m);
  const facts = parse(head!) as Record<string, unknown>;
  for (const key of ['name', 'file', 'task', 'target', 'positive', 'rows', 'columns', 'generated'] as const) {
    expect(facts[key], key).toEqual(entry[key]);
  }
  expect(facts).toMatchObject({title: expect.any(String), licence: expect.any(String), source: expect.any(String)});
  for (const column of read(entry.file).table.columns) {
    expect(body).toMatch(new RegExp(`^\\| \`${column.name}\` +\\| [^|]+ \\| [^|]+ \\|$`, 'm'));
  }
});

test.each(entries)('the card of $name answers all questions of a card', entry => {
  const titles = [...readCard(entry).matchAll(/^## (.+)$/gm)].map(match => match[1]);
  expect(titles).toEqual(['What a row is', 'Columns', 'Good for', 'Careful about', 'Source', 'Licence', 'Citation']);
});

test('every file of the folder belongs to a dataset', () => {
  const known = entries.flatMap(entry => [
    entry.file,
    entry.card,
    ...(entry.key ? [entry.key] : []),
    ...(entry.tables ?? []).map(table => table.file),
    ...(entry.batches ? [entry.batches] : []),
  ]);
  expect(readdirSync(folder).sort()).toEqual([...known, 'README.md', 'index.json'].sort());
});

test('joined tables have the columns they are joined on', () => {
  for (const {file, on} of entries.flatMap(entry => entry.tables ?? [])) {
    const names = read(file).table.columns.map(column => column.name);
    expect(names).toEqual(expect.arrayContaining([...on]));
  }
});

test('all datasets together stay small enough for the package', () => {
  const sizes = readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(name => statSync(path.join(folder, name)));
  const bytes = sizes.filter(size => size.isFile()).reduce((sum, size) => sum + size.size, 0);
  expect(bytes).toBeLessThan(1_200_000);
});

test('the names of the README are those of the list', () => {
  const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
  for (const entry of entries) expect(readme).toContain(`| \`${entry.name}\` `);
  expect(entries.every(entry => existsSync(path.join(folder, entry.file)))).toBe(true);
});
