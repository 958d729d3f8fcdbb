import {expect, test} from 'vitest';
import {viewStep} from '../../src/app/step-view.ts';
import {runCsv, runDataset} from '../helpers/fitted.ts';

const rows = Array.from(
  {length: 40},
  (_, row) => `${row % 4 === 3 ? '' : row},${row % 3 ? 'red' : 'blue'},${row % 2 ? 'a' : 'b'}`,
);
const csv = ['size,colour,y', ...rows].join('\n');

async function view(step: string, set: readonly string[] = []) {
  const {result, ports} = await runCsv(csv, 'y', set);
  return viewStep({run: result.run, step, rows: 3}, ports);
}

test('a filled gap is marked in the rows that are shown, and rows with one come first', async () => {
  const shown = await view('preprocessing.impute');
  const {received, produced, figures} = shown;
  expect(produced!.rows).toHaveLength(3);
  for (const [place, {row, cells, changed}] of produced!.rows.entries()) {
    expect(changed).toEqual([true, false]);
    expect(received!.rows[place]).toMatchObject({row, cells: [null, cells[1]], changed: [false, false]});
    expect((row - 1) % 4).toBe(3);
  }
  expect(figures.changed).toBe(figures.gaps![0]);
  expect(figures.gaps![1]).toBe(0);
  expect(shown.learned[0]).toContain('size: a gap becomes');
});

test('columns that a step makes are new, and those it uses up are gone', async () => {
  const {produced, gone, figures} = await view('preprocessing.encode');
  expect(produced!.columns).toEqual([
    {name: 'size', type: 'number', isNew: false},
    {name: 'colour=blue', type: 'encoded', isNew: true},
    {name: 'colour=red', type: 'encoded', isNew: true},
  ]);
  expect(gone).toEqual(['colour']);
  expect(figures).toMatchObject({columns: [2, 3], changed: 0});
});

test('rows keep the number that they have in the table', async () => {
  const {produced} = await view('split.rows');
  for (const {row, cells} of produced!.rows) expect(cells[0]).toBe((row - 1) % 4 === 3 ? null : row - 1);
  expect(produced!.of).toBe(30);
});

test('the loaded table has nothing before it, a model makes no table', async () => {
  const load = await view('ingestion.load');
  expect(load).toMatchObject({received: null, produced: {of: 40}, figures: {changed: null}});
  const fit = await view('training.fit');
  expect(fit).toMatchObject({produced: null, received: {of: 30}, stage: 'training'});
  expect(fit.received!.rows).toHaveLength(3);
});

test('every step of a pipeline with everything can be looked at, and what is seen is plain data', async () => {
  const {result, ports} = await runDataset('subscriptions', [
    'preprocessing.duplicates=drop',
    'preprocessing.outliers=clip_iqr',
    'features.polynomial=2',
    'features.select=k_best',
    'features.pca=3',
    'evaluation.cross_validate=2',
  ]);
  for (const {id} of result.steps) {
    const shown = await viewStep({run: result.run, step: id}, ports);
    expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
  }
});

test('rows that a step leaves out are in what it received only', async () => {
  const {figures, produced} = await view('preprocessing.impute', ['preprocessing.impute_numeric=drop_rows']);
  expect(figures.rows![1]).toBeLessThan(figures.rows![0]);
  expect(produced!.of).toBe(figures.rows![1]);
});

test('a step that the run does not have is refused with those it has', async () => {
  await expect(view('features.magic')).rejects.toThrow('That run has no step `features.magic`.');
});

test('a setting of the step is shown with it', async () => {
  const shown = await view('preprocessing.impute', ['preprocessing.impute_numeric=constant']);
  expect(shown.params).toMatchObject({impute_numeric: 'constant'});
});
