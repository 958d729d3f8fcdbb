import {expect, test} from 'vitest';
import type {MergedPipeline} from '../../../src/app/lab/actions/merge.ts';
import {drawMerge} from '../../../src/app/lab/drawings/of-merges.ts';
import {drawMonth} from '../../../src/app/lab/drawings/of-months.ts';
import {drawShelf} from '../../../src/app/lab/drawings/of-records.ts';
import type {ModelShelf} from '../../../src/app/lab/run-actions.ts';
import {shownPictures} from '../../../src/app/lab/shown.ts';
import {type Drawing, drawBlockFigure, sentenceOf} from '../../../src/app/lesson-figures.ts';
import {chartLines} from '../../../src/charts/index.ts';
import type {RunResult as ResultJson} from '../../../src/tutor/figures/result.ts';

const size = {width: 80, height: 16, glyphs: 'block'} as const;
const steps = [
  {id: 'ingestion.load', status: 'unchanged', reason: 'nothing changed since the last run', columns: [14, 14]},
  {id: 'preprocessing.rare_categories', status: 'ran', reason: '`ingestion.load` has a new output', columns: [13, 26]},
  {
    id: 'training.fit',
    status: 'failed',
    reason: 'not run before',
    columns: null,
    error: 'The target `y` has one class only. Choose another target.',
  },
];
const result = {format: 1, metrics: {}, pipeline: {}, luck: null, steps} as unknown as ResultJson;

function linesOf(drawing: Drawing): readonly string[] {
  if (drawing.kind !== 'chart') throw new Error(`It is no chart but ${drawing.kind}.`);
  return chartLines(drawing.chart);
}

const stepsAt = (width: number) =>
  linesOf(drawBlockFigure({kind: 'steps', args: ['result']}, {runs: {result}}, {...size, width}));

test.each([40, 80, 120])('at %d columns every step has its whole name and its whole why', width => {
  const lines = stepsAt(width);
  const text = lines.join(' ').replace(/\s+/g, ' ');
  for (const {id} of steps) expect(lines.some(line => line.includes(id))).toBe(true);
  expect(text).not.toContain('…');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
});

test('a step stands in one line where there is room, and its why beneath it where there is not', () => {
  expect(stepsAt(100)[2]).toBe('ingestion.load                 unchanged  14 columns');
  expect(stepsAt(40).slice(2, 5)).toEqual([
    'preprocessing.rare_categories',
    '  ran, 13 → 26 columns',
    '  `ingestion.load` has a new output',
  ]);
});

test('a step that failed says its error instead of why it ran', () => {
  const text = stepsAt(120).join('\n');
  expect(text).toContain('The target `y` has one class only');
  expect(text).not.toContain('not run before');
});

test('of a long list that two people changed only what came and went is said', () => {
  const base = ['customer_id', 'refund_issued', 'signup_date', 'device'];
  const merged = {
    conflicts: [],
    taken: [
      {path: 'ingestion.drop', from: 'mine', before: base, value: [...base.slice(1), 'zip_code']},
      {path: 'split.seed', from: 'theirs', before: null, value: 7},
      {path: 'training.candidates', from: 'both', before: ['knn'], value: ['knn', 'ridge']},
    ],
    open: 0,
    problems: [],
    clean: true,
  } as unknown as MergedPipeline;
  const text = linesOf(drawMerge(merged, size)).join('\n');
  expect(text).toContain('zip_code added, customer_id taken out');
  expect(text).toContain('4 values');
  expect(text).toContain('[knn, ridge]');
});

test('a month lists every action that is left to people, so that the list adds up', () => {
  const actions = ['write', 'choose', 'start', 'read'].map(action => ({action, times: 1}));
  const month = {
    metric: 'roc_auc',
    days: [],
    actions: {by_hand: {total: 300, actions: []}, by_pipeline: {total: 4, actions}},
  };
  const [work] = drawMonth(month);
  expect(sentenceOf(work!(size))).toContain('4 with the pipeline: write (1), choose (1), start (1) and read (1).');
});

test('production that was taken back is rolled back, and not moved by hand', () => {
  const shelf = (why: string) =>
    ({versions: [], moves: [{alias: 'production', kind: 'rollback', from: 2, to: 1, why}]}) as unknown as ModelShelf;
  expect(sentenceOf(drawShelf(shelf('by hand')))).toBe('production went from version 2 to version 1: rolled back.');
  expect(sentenceOf(drawShelf(shelf('too slow')))).toContain('rolled back, too slow.');
});

const show = [
  {kind: 'honest', args: ['result']},
  {kind: 'steps', args: ['result']},
] as const;
const sentences = (...args: Parameters<typeof shownPictures>) =>
  shownPictures(...args).map(draw => sentenceOf(draw(size)));

test('a picture with nothing to draw of a run that was made is left out of a lab', () => {
  expect(sentences(show, [], {result})).toEqual(['3 steps: 1 unchanged, 1 ran, 1 failed.']);
});

test('where no picture has anything to draw the first one says so, and before the run each says that it will come', () => {
  expect(sentences(show.slice(0, 1), [], {result})).toHaveLength(1);
  expect(sentences(show, [], {})).toHaveLength(2);
});
