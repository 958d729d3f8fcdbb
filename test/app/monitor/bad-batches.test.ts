import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import type {Ports} from '../../../src/app/ports.ts';
import {KnownError} from '../../../src/errors.ts';
import {batchFolder, changeColumn, churnHome, monitorChurn, monthText} from '../../helpers/monitored.ts';
import {temporaryFolder} from '../../helpers/temporary-folder.ts';

let ports: Ports;
beforeAll(async () => {
  ports = await churnHome();
});

const watch = (texts: {readonly [name: string]: string}, policy: 'none' | 'drift' | 'performance' = 'none') =>
  monitorChurn(ports, {batches: batchFolder(texts), simulate: true, change: {policy}});
const first = async (text: string) => (await watch({'a.csv': text})).batches[0]!;
const header = monthText(7).split('\n')[0]!;
const someRows = (from: number, to: number) => [header, ...monthText(7).split('\n').slice(from, to)].join('\n');
const withoutColumn = (text: string, column: string) => {
  const place = header.split(',').indexOf(column);
  return text.replaceAll(/^.+$/gm, line => line.split(',').toSpliced(place, 1).join(','));
};

test('a batch that lacks a column is an alert that names it, and the next batch is looked at', async () => {
  const {batches} = await watch({'a.csv': withoutColumn(monthText(7), 'device'), 'b.csv': monthText(7)});
  expect(batches[0]).toMatchObject({alert: true, metric: null, drifted: [], action: 'none'});
  expect(batches[0]!.words).toMatch(/^It cannot be used: .*device/);
  expect(batches[1]).toMatchObject({problem: null, drifted: ['device', 'watch_hours']});
});

test('a batch that is another table altogether, or no table, is an alert and no crash', async () => {
  const {batches} = await watch({'a.csv': 'x,y\n1,2\n', 'b.csv': '\u0000\u0001PK\u0003', 'c.csv': ''});
  expect(batches.map(({alert}) => alert)).toEqual([true, true, true]);
  expect(batches.every(({words}) => words.startsWith('It cannot be used: '))).toBe(true);
});

test('a batch with a header and no row is empty: no verdict and no alert', async () => {
  expect(await first(`${header}\n`)).toMatchObject({
    rows: 0,
    alert: false,
    tests: 0,
    metric: null,
    words: 'The batch is empty.',
  });
});

test('one row, or nineteen, are too few to tell', async () => {
  for (const [rows, words] of [
    [1, '1 row is'],
    [19, '19 rows are'],
  ] as const) {
    const batch = await first(someRows(1, 1 + rows));
    expect(batch).toMatchObject({rows, alert: false, tests: 0, drifted: [], metric: null});
    expect(batch.words).toContain(`${words} too few to tell`);
  }
});

test('without the target, or with every label empty, drift is found and no metric is made up', async () => {
  for (const text of [withoutColumn(monthText(7), 'churned'), changeColumn(monthText(7), 'churned', () => '')]) {
    const {batches, retrainings} = await watch({'a.csv': text, 'b.csv': text, 'c.csv': text}, 'drift');
    expect(batches[0]).toMatchObject({metric: null, score: null, labelled: 0});
    expect(batches[0]!.drifted).toEqual(expect.arrayContaining(['device', 'watch_hours']));
    expect(batches[0]!.words).toContain('Without labels nobody knows how good the answers are.');
    expect(batches[2]!.decision).toContain('no labels from this time are known yet');
    expect(retrainings).toBe(0);
  }
});

test('the performance policy without labels never acts, because it cannot know', async () => {
  const text = withoutColumn(monthText(9), 'churned');
  expect((await watch({'a.csv': text, 'b.csv': text}, 'performance')).retrainings).toBe(0);
});

test('labels that are no class of the model are told and not used', async () => {
  const batch = await first(changeColumn(monthText(7), 'churned', (value, row) => (row < 30 ? 'perhaps' : value)));
  expect(batch).toMatchObject({labelled: 370, strange_labels: ['perhaps']});
  expect(batch.words).toContain('Labels that are no class of the model: perhaps.');
});

test('rows that do not fit are counted and shown, and the others are judged', async () => {
  const text = changeColumn(monthText(7), 'watch_hours', (value, row) => (row % 20 === 0 ? 'many' : value));
  const batch = await first(text);
  expect(batch).toMatchObject({rows: 400, refused_rows: 20, alert: true});
  expect(batch.refused[0]).toMatchObject({row: 0, line: 2});
  expect(batch.refused[0]!.message).toContain('watch_hours');
  expect(batch.words).toContain('20 rows of 400 could not be used.');
});

test('a column that is suddenly empty is drift, and so is a word that was never there', async () => {
  const gaps = changeColumn(monthText(7), 'age', (value, row) => (row % 3 === 0 ? '' : value));
  expect((await first(gaps)).drifted).toContain('age');
  const news = await first(changeColumn(monthText(7), 'country', (value, row) => (row < 5 ? 'XX' : value)));
  expect(news.columns.find(({column}) => column === 'country')!.new_levels).toEqual([{level: 'XX', rows: 5}]);
  expect(news.words).toContain('New in country: "XX" 5×.');
});

test('new columns are told and ignored', async () => {
  const more = monthText(7).replaceAll(/^.+$/gm, (line, at) => `${line},${at === 0 ? 'colour' : 'red'}`);
  const {batches} = await watch({'a.csv': monthText(7), 'b.csv': more});
  expect(batches[1]!.words).toContain('New and not used: colour.');
  expect(batches[1]!.drifted).toEqual(batches[0]!.drifted);
});

test('files come in the order of the numbers in their names, whatever the folder says', async () => {
  const {batches} = await watch({
    'm10.csv': monthText(10),
    'm9.csv': monthText(9),
    'm08.csv': monthText(8),
    'notes.txt': 'x',
  });
  expect(batches.map(({name}) => name)).toEqual(['m08', 'm9', 'm10']);
});

test('no folder, a folder without batches, and a file in its place are told with what to do', async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'empty'));
  for (const [batches, words] of [
    ['nowhere', 'There is no folder nowhere.'],
    ['empty', 'There is no CSV file in empty.'],
  ] as const) {
    await expect(monitorChurn(ports, {folder, batches})).rejects.toThrow(words);
    await expect(monitorChurn(ports, {folder, batches})).rejects.toMatchObject({code: 'missing_file'});
  }
});

test('a model without batches of its own asks for a folder', async () => {
  const {runDataset} = await import('../../helpers/fitted.ts');
  await runDataset('wine', ['deployment.name=wine'], ports);
  await expect(monitorChurn(ports, {ref: 'wine'})).rejects.toThrow('The dataset wine has no batches of later rows.');
});

test('a model that was made before monitoring was there says what to do', async () => {
  const home = await churnHome();
  const {findVersion, readArtifactOf} = await import('../../../src/app/models-find.ts');
  const {artifact: _, version: __, ...entry} = findVersion('churn', home.models);
  const {reference: ___, ...old} = JSON.parse(readArtifactOf(findVersion('churn', home.models), home.models));
  home.models.register(entry, JSON.stringify(old));
  await expect(monitorChurn(home, {ref: 'churn@2'})).rejects.toThrow(
    'does not know what its training rows looked like',
  );
  await expect(monitorChurn(home, {ref: 'churn@2'})).rejects.toBeInstanceOf(KnownError);
});
