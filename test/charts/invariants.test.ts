import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import * as charts from '../../src/charts/index.ts';

type Draw = (size: charts.ChartSize) => charts.Chart;

/** Data for a chart; a failing property prints the data instead of the function. */
function drawn<T>(data: fc.Arbitrary<T>, draw: (data: T, size: charts.ChartSize) => charts.Chart): fc.Arbitrary<Draw> {
  return data.map(value =>
    Object.assign((size: charts.ChartSize) => draw(value, size), {[fc.toStringMethod]: () => fc.stringify(value)}),
  );
}

const number = fc.oneof(
  {weight: 4, arbitrary: fc.double({min: -1e4, max: 1e4, noNaN: true})},
  {weight: 4, arbitrary: fc.double({min: 0, max: 1, noNaN: true})},
  {weight: 2, arbitrary: fc.integer({min: -5, max: 50})},
  {weight: 1, arbitrary: fc.double()},
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -1e308, 5e-324, 1e15, 0),
);
const numbers = fc.oneof(
  fc.array(number, {maxLength: 40}),
  fc.tuple(number, fc.nat(30)).map(([value, length]) => new Array<number>(length).fill(value)),
);
const label = fc.oneof(
  fc.constantFrom(
    'age',
    'mean radius of the cell',
    '年齢の平均',
    'e\u0301tat',
    '👍🏽 flag 🇩🇪',
    '\u001b[31mred\u001b[0m\ttab\nline',
    '',
  ),
  fc.string({maxLength: 12}),
  fc.string({unit: 'binary', maxLength: 12}),
);
const share = fc.oneof(fc.double({min: 0, max: 1}), number);
const list = <T>(of: fc.Arbitrary<T>, maxLength = 14) => fc.array(of, {maxLength});
const maybe = <T>(of: fc.Arbitrary<T>, key: string) =>
  fc.option(of, {nil: undefined}).map(value => (value === undefined ? {} : {[key]: value}) as object);
const groups = list(fc.record({label, values: numbers}), 5);
const point = fc.record({threshold: share, fpr: share, tpr: share, recall: share, precision: share});

const leaf = fc.record({rows: fc.nat(), value: list(share, 3)});
const {tree} = fc.letrec<{tree: charts.TreeChartNode}>(tie => ({
  tree: fc.oneof(
    {maxDepth: 5, depthIdentifier: 'tree'},
    leaf,
    fc.record({
      rows: fc.nat(),
      value: list(share, 3),
      feature: fc.nat(4),
      threshold: number,
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
}));

const grid = fc.tuple(fc.nat(9), fc.nat(9)).chain(([columns, rows]) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.constant(rows),
    codes: fc.array(fc.nat(6), {minLength: columns * rows, maxLength: columns * rows}),
  }),
);

/** Every chart with data that should be harmless and data that should not be there at all. */
const drawings: {readonly [chart: string]: fc.Arbitrary<Draw>} = {
  lineChart: drawn(
    fc.tuple(list(fc.tuple(label, numbers, maybe(numbers, 'x'), maybe(numbers, 'sd')), 4), label),
    ([lines, name], size) => {
      const series = lines.map(([of, y, x, sd]) => ({label: of, y, ...x, ...sd}));
      return charts.lineChart({title: name, xLabel: name, yLabel: name, series}, size);
    },
  ),
  learningCurve: drawn(
    fc.record({sizes: numbers, train: numbers, validation: numbers, validationSd: numbers}),
    (data, size) => charts.learningCurve({metric: 'accuracy', ...data}, size),
  ),
  lossCurve: drawn(list(fc.record({label, values: numbers}), 4), (curves, size) => charts.lossCurve({curves}, size)),
  rocChart: drawn(
    fc.tuple(
      fc.record({fpr: list(share, 30), tpr: list(share, 30), auc: share, positive: label}),
      maybe(point, 'point'),
    ),
    ([data, at], size) => charts.rocChart({...data, ...at}, size),
  ),
  prChart: drawn(
    fc.tuple(
      fc.record({recall: list(share, 30), precision: list(share, 30), averagePrecision: share, baseRate: share}),
      maybe(point, 'point'),
    ),
    ([data, at], size) => charts.prChart({...data, ...at}, size),
  ),
  calibrationChart: drawn(list(fc.record({predicted: share, observed: share, count: number})), (bins, size) =>
    charts.calibrationChart({bins}, size),
  ),
  confusionChart: drawn(fc.record({labels: list(label, 12), matrix: list(numbers, 12)}), charts.confusionChart),
  histogramChart: drawn(
    fc.tuple(groups, label, maybe(fc.record({value: number, label}), 'marker'), maybe(number, 'bins')),
    ([of, name, marker, bins], size) =>
      charts.histogramChart({title: name, label: name, groups: of, ...marker, ...bins}, size),
  ),
  luckChart: drawn(fc.tuple(numbers, maybe(number, 'mine')), ([scores, mine], size) =>
    charts.luckChart({metric: 'f1', scores, ...mine}, size),
  ),
  boxChart: drawn(fc.record({title: label, label, groups}), charts.boxChart),
  barChart: drawn(
    fc.tuple(
      list(fc.tuple(label, number, maybe(number, 'low'), maybe(number, 'high'), maybe(number, 'baseline'))),
      fc.constantFrom<'given' | 'sorted'>('given', 'sorted'),
      fc.boolean(),
    ),
    ([rows, order, percent], size) => {
      const bars = rows.map(([of, value, ...rest]) => Object.assign({label: of, value}, ...rest));
      return charts.barChart({title: 'Bars', order, percent, bars}, size);
    },
  ),
  heatMap: drawn(
    fc.tuple(
      fc.record({rows: list(label, 12), columns: list(label, 12), values: list(numbers, 12)}),
      fc.constantFrom<'diverging' | 'sequential'>('diverging', 'sequential'),
      maybe(label, 'columnsLabel'),
      maybe(fc.constantFrom('highest', 'lowest'), 'best'),
    ),
    ([data, scale, columnsLabel, best], size) =>
      charts.heatMap({title: 'Map', scale, valueLabel: 'r', ...data, ...columnsLabel, ...best}, size),
  ),
  driftTimeline: drawn(
    fc.tuple(
      list(fc.record({label, value: number, alert: fc.boolean()}), 90),
      maybe(fc.record({value: number, label}), 'line'),
    ),
    ([batches, line], size) => charts.driftTimeline({statistic: 'PSI', batches, ...line}, size),
  ),
  treeChart: drawn(
    fc.tuple(tree, list(label, 4), maybe(list(label, 3), 'classes')),
    ([root, features, classes], size) => charts.treeChart({tree: root, features, ...classes}, size),
  ),
  decisionRegions: drawn(
    fc.tuple(grid, list(label, 7), number, number, list(fc.record({x: number, y: number, code: fc.nat(6)}))),
    ([of, classes, from, to, points], size) =>
      charts.decisionRegions(
        {xLabel: 'x', yLabel: 'y', xRange: [from, to], yRange: [0, 1], classes, grid: of, points},
        size,
      ),
  ),
  sparkline: drawn(numbers, charts.sparkline),
  intervalChart: drawn(list(fc.record({label, scores: numbers}), 6), (rows, size) =>
    charts.intervalChart({metric: 'r2', rows}, size),
  ),
  progressBar: drawn(
    fc.tuple(fc.record({label, done: number, total: number}), maybe(label, 'timeLeft')),
    ([data, timeLeft], size) => charts.progressBar({...data, ...timeLeft}, size),
  ),
};

const sizes = fc.record({
  width: fc.integer({min: 10, max: 200}),
  height: fc.integer({min: 3, max: 60}),
  glyphs: fc.constantFrom<charts.GlyphSet>('braille', 'block', 'ascii'),
  caption: fc.boolean(),
});

test('the invariants are checked for every chart there is', () => {
  const made = Object.keys(charts).filter(
    name => !/^(chartLines|describeChart|format|tableTexts|wrapWords)/.test(name),
  );
  expect(Object.keys(drawings).sort()).toEqual(made.sort());
});

describe.each(Object.entries(drawings))('%s', (_, drawing) => {
  test('stays in its room, reads as a sentence and uses only the characters of its set, whatever the data', () => {
    fc.assert(
      fc.property(drawing, sizes, (draw, size) => {
        const chart = draw(size);
        const lines = charts.chartLines(chart);
        expect(lines.length).toBeLessThanOrEqual(size.height);
        expect(Math.max(0, ...lines.map(line => stringWidth(line)))).toBeLessThanOrEqual(size.width);
        expect(lines.join('')).toMatch(size.glyphs === 'ascii' ? /^[ -~]*$/ : /^[^\p{C}\u2800]*$/u);
        expect(chart.sentence).toMatch(/^[^\p{Cc}]+$/u);
        expect(lines.join('').trim()).not.toBe('');
      }),
      {numRuns: 200},
    );
  });
});

test.each([
  [0, 0],
  [1, 1],
  [2, 5],
  [9, 2],
  [Number.NaN, 10],
])('every chart survives a room of %d × %d', (width, height) => {
  for (const drawing of Object.values(drawings)) {
    for (const draw of fc.sample(drawing, {numRuns: 20, seed: 1})) {
      const lines = charts.chartLines(draw({width, height, glyphs: 'block'}));
      expect(lines.length).toBeLessThanOrEqual(height);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width || 0);
    }
  }
});
