import {expect, test} from 'vitest';
import {drawBlockFigure, gatherMaterial, sentenceOf, tableOf} from '../../src/app/lesson-figures.ts';
import {resultJson, specOfSettings} from '../../src/app/lesson-runs.ts';
import {type ChartSize, chartLines} from '../../src/charts/index.ts';
import {figureKinds, parseBlockFigure} from '../../src/tutor/figures/block.ts';
import {directEngine} from '../helpers/direct-engine.ts';

const engine = directEngine();
const made = new Map<string, ReturnType<typeof make>>();
const settings: {readonly [name: string]: Parameters<typeof specOfSettings>[0]} = {
  scaled: {ingestion: {dataset: 'wine'}, training: {model: 'knn'}},
  unscaled: {ingestion: {dataset: 'wine'}, training: {model: 'knn'}, preprocessing: {scale: 'none'}},
  cancer: {ingestion: {dataset: 'breast_cancer'}, evaluation: {cross_validate: 3}},
  age: {ingestion: {dataset: 'diabetes'}},
};

async function make(name: string) {
  const spec = settings[name];
  return spec && resultJson(await engine.call('run', {spec: specOfSettings(spec), folder: '.'}).result);
}

function run(name: string) {
  if (!made.has(name)) made.set(name, make(name));
  return made.get(name)!;
}

const size: ChartSize = {width: 60, height: 16, glyphs: 'block'};

async function draw(text: string, room = size) {
  const parsed = parseBlockFigure(text);
  if ('fault' in parsed) throw new Error(parsed.fault.message);
  const material = await gatherMaterial(parsed.value, {run, engine, folder: '.'});
  return drawBlockFigure(parsed.value, material, room);
}

test('every kind of picture is drawn, or says in a sentence why it is not', async () => {
  const words: {readonly [role: string]: string} = {run: 'cancer', 'run*': 'cancer', 'value*': 'cancer.test.accuracy'};
  for (const [kind, roles] of Object.entries(figureKinds)) {
    const isOfData = ['histogram', 'box', 'correlations', 'table'].includes(kind);
    const isOfPlane = kind === 'regions';
    const args = isOfPlane
      ? ['cancer', 'mean_area', 'mean_texture']
      : isOfData
        ? ['wine', kind === 'table' ? '3' : 'proline', ...(kind === 'correlations' ? ['hue'] : [])]
        : roles.map(role => words[role] ?? 'field');
    const drawing = await draw([kind, ...args].join(' '));
    expect(sentenceOf(drawing), kind).toMatch(/\.$/);
  }
});

test('a picture of a run that was not made yet says so', async () => {
  const drawing = await draw('confusion result');
  expect(drawing).toMatchObject({kind: 'words', sentence: 'It is drawn when this run has been made.'});
});

test('bars of one metric of two runs are named by their runs', async () => {
  const drawing = await draw('bars unscaled.test.accuracy scaled.test.accuracy');
  expect(tableOf(drawing)).toEqual({
    header: ['name', 'value'],
    rows: [
      ['unscaled', '0.689'],
      ['scaled', '0.978'],
    ],
  });
  expect(drawing.kind === 'chart' && chartLines(drawing.chart)[0]).toBe('Test accuracy');
});

test('bars of two metrics of one run are named by their metrics', async () => {
  const drawing = await draw('bars scaled.train.accuracy scaled.test.accuracy');
  expect(tableOf(drawing)?.rows.map(([label]) => label)).toEqual(['train', 'test']);
  expect(drawing.kind === 'chart' && chartLines(drawing.chart)[0]).toBe('Accuracy');
});

test('bars of several runs and metrics are named by what tells them apart', async () => {
  const drawing = await draw('bars unscaled.test.accuracy scaled.test.accuracy scaled.baseline.accuracy');
  expect(tableOf(drawing)?.rows.map(([label]) => label)).toEqual([
    'unscaled: test',
    'scaled: test',
    'scaled: baseline',
  ]);
});

test('two ROC curves are drawn together, and three classes have none', async () => {
  expect(sentenceOf(await draw('roc cancer cancer'))).toContain('The area under each curve (roc_auc)');
  expect(sentenceOf(await draw('roc scaled'))).toBe('There is a curve where the target has two classes.');
});

test('a histogram of two classes shows each beneath the other, one of three all rows together', async () => {
  const two = tableOf(await draw('histogram breast_cancer mean_radius'));
  const three = tableOf(await draw('histogram wine proline'));
  expect(two?.header).toEqual(['mean_radius', 'benign', 'malignant']);
  expect(three?.header).toEqual(['proline', 'all rows']);
});

test('boxes come one for each class', async () => {
  expect(tableOf(await draw('box iris petal_length_cm'))?.rows).toHaveLength(3);
});

test('a column of words is drawn as bars', async () => {
  const drawing = await draw('histogram subscriptions plan');
  expect(drawing.kind === 'chart' && chartLines(drawing.chart)[0]).toContain('how often each word occurs');
});

test('a preview shows the first rows as they stand in the file', async () => {
  const table = tableOf(await draw('table iris 2'));
  expect(table?.rows[0]).toEqual(['5.1', '3.5', '1.4', '0.2', 'setosa']);
  expect(table?.rows).toHaveLength(2);
});

test('an unknown column is refused with the nearest name', async () => {
  await expect(draw('histogram wine prolin')).rejects.toThrow('no column `prolin`');
});

test('the pipe names the stages in order and fits its room', async () => {
  for (const width of [30, 44, 76]) {
    const drawing = await draw('pipeline scaled', {...size, width, glyphs: 'ascii'});
    const lines = drawing.kind === 'chart' ? chartLines(drawing.chart) : [];
    expect(lines.some(line => line.includes('gate'))).toBe(true);
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(width);
  }
});

test('decision regions are asked of the model of a run, over two of its columns', async () => {
  const drawing = await draw('regions scaled proline hue');
  expect(sentenceOf(drawing)).toMatch(/samples/);
  expect(tableOf(drawing)?.rows.map(([name]) => name)).toEqual(['cultivar_1', 'cultivar_2', 'cultivar_3']);
  await expect(draw('regions scaled prolin hue')).rejects.toThrow('no column `prolin`');
});

test('steps are listed with what became of them and why', async () => {
  const drawing = await draw('steps scaled');
  expect(tableOf(drawing)?.header).toEqual(['step', 'status', 'columns', 'why']);
  expect(sentenceOf(drawing)).toMatch(/steps: .*ran/);
});
