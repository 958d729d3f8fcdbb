import {expect, test} from 'vitest';
import {barChart, boxChart, chartLines, intervalChart} from '../../src/charts/index.ts';
import {inBlockAndAscii} from './in-every-set.ts';
import {bellNumbers} from './samples.ts';

const size = {width: 60, height: 16, glyphs: 'block'} as const;

test('a box chart compares groups on one scale and shows outliers', () => {
  const groups = [
    {label: 'no', values: [...bellNumbers(300).map(value => 45 + value * 24), 5, 6, 110]},
    {label: 'yes', values: bellNumbers(200, 11).map(value => 58 + value * 20)},
  ];
  const data = {title: 'Age by churn', label: 'age', unit: 'years', groups};
  expect(inBlockAndAscii(room => boxChart(data, room))).toMatchInlineSnapshot(`
    "
    Age by churn
    no    ∘∘  ├─────────█████┃████────────┤               ∘

    yes              ∘∘ ├───────███┃███───────┤

        ┬──────────────────────────────────────────────────────┬
        0                      age (years)                   120
    The median of age is 45.9 years for no and 58.1 years for
    yes.

    Age by churn
    no    oo  |---------#####|####--------|               o

    yes              oo |-------###|###-------|

        +------------------------------------------------------+
        0                      age (years)                   120
    The median of age is 45.9 years for no and 58.1 years for
    yes.
    "
  `);
});

test('a box chart tells the five numbers in its table', () => {
  const chart = boxChart({title: 'T', label: 'x', groups: [{label: 'a', values: [1, 2, 3, 4, 100]}]}, size);
  expect(chart.table.rows).toEqual([['a', '1', '2', '3', '4', '100']]);
});

test('metric bars stand beside their baseline', () => {
  const bars = [
    {label: 'accuracy', value: 0.958, baseline: 0.629},
    {label: 'f1', value: 0.943, baseline: 0},
    {label: 'roc_auc', value: 0.993, baseline: 0.5},
  ];
  expect(
    inBlockAndAscii(room => barChart({title: 'Metrics on the test rows', full: 1, bars}, room)),
  ).toMatchInlineSnapshot(`
    "
    Metrics on the test rows
             ┃ baseline
    accuracy ███████████████████████████┃███████████████▏  0.958
    f1       ┃█████████████████████████████████████████▍   0.943
    roc_auc  ██████████████████████┃█████████████████████▋ 0.993
    Beside the baseline: accuracy 0.958 against 0.629, f1 0.943
    against 0 and roc_auc 0.993 against 0.5.

    Metrics on the test rows
             | baseline
    accuracy ###########################|###############   0.958
    f1       |#########################################    0.943
    roc_auc  ######################|###################### 0.993
    Beside the baseline: accuracy 0.958 against 0.629, f1 0.943
    against 0 and roc_auc 0.993 against 0.5.
    "
  `);
});

test('sorted bars put the largest first whatever its sign', () => {
  const bars = [
    {label: 'age', value: -0.05},
    {label: 'support calls', value: 0.84},
    {label: 'hours watched', value: -1.21},
    {label: 'monthly fee', value: 0.22},
  ];
  expect(
    inBlockAndAscii(room => barChart({title: 'Coefficients', order: 'sorted', bars}, room)),
  ).toMatchInlineSnapshot(`
    "
    Coefficients
    hours watched ▐██████████████████████│                 -1.21
    support calls                        │███████████████▋  0.84
    monthly fee                          │████▏             0.22
    age                                 █│                 -0.05
    support calls is highest, 0.84; hours watched is lowest,
    -1.21.

    Coefficients
    hours watched #######################|                 -1.21
    support calls                        |################  0.84
    monthly fee                          |####              0.22
    age                                 #|                 -0.05
    support calls is highest, 0.84; hours watched is lowest,
    -1.21.
    "
  `);
});

test('bars with intervals end in a whisker with the value as a dot', () => {
  const bars = [
    {label: 'tenure', value: 0.42, low: 0.36, high: 0.48},
    {label: 'fee', value: 0.27, low: 0.22, high: 0.3},
    {label: 'age', value: 0.03, low: -0.02, high: 0.08},
  ];
  expect(inBlockAndAscii(room => barChart({title: 'Permutation importance', bars}, room))).toMatchInlineSnapshot(`
    "
    Permutation importance
    tenure   │████████████████████████████████├─────●────┤  0.42
    fee      │███████████████████├────●──┤                  0.27
    age    ├────●───┤                                       0.03
    tenure is highest, 0.42; age is lowest, 0.03.

    Permutation importance
    tenure   |################################|-----O----|  0.42
    fee      |###################|----O--|                  0.27
    age    |----O---|                                       0.03
    tenure is highest, 0.42; age is lowest, 0.03.
    "
  `);
});

test('bars that do not fit are counted', () => {
  const bars = Array.from({length: 30}, (_, index) => ({label: `feature ${index}`, value: 30 - index}));
  const lines = chartLines(
    barChart({title: 'Importances', bars}, {width: 40, height: 8, glyphs: 'ascii', caption: false}),
  );
  expect(lines).toHaveLength(8);
  expect(lines.at(-1)).toBe('and 24 more');
});

test('an interval chart shows each fold above the mean and its standard deviation', () => {
  const rows = [
    {label: 'logistic_regression', scores: [0.98, 0.99, 0.985, 0.97, 0.992]},
    {label: 'knn', scores: [0.96, 0.975, 0.95, 0.98, 0.965]},
    {label: 'dummy', scores: [0.9, 0.9, 0.91, 0.9, 0.9]},
  ];
  expect(inBlockAndAscii(room => intervalChart({metric: 'roc_auc', rows}, room), 80, 16)).toMatchInlineSnapshot(`
    "
    Cross-validation
                        ∘ one fold  ├●┤ mean ± sd
    logistic_regression                                  ∘   ∘∘ ∘∘    0.983 ± 0.0079
                                                           ├──●──┤
    knn                                           ∘  ∘ ∘   ∘ ∘         0.966 ± 0.011
                                                    ├───●──┤
    dummy                      ∘   ∘                                   0.902 ± 0.004
                               ├●─┤
                        ┬───────────────────────────────────────────┬
                        0.88               roc_auc               1.00
    logistic_regression has a mean roc_auc of 0.983, ± 0.0079 over 5 folds; knn has
    0.966, which is more than one standard deviation away.

    Cross-validation
                        o one fold  |O| mean +/- sd
    logistic_regression                                o   o o o    0.983 +/- 0.0079
                                                         |--O--|
    knn                                         o   o o  o o         0.966 +/- 0.011
                                                  |---O---|
    dummy                      o   o                                 0.902 +/- 0.004
                              |-O|
                        +-----------------------------------------+
                        0.88              roc_auc              1.00
    logistic_regression has a mean roc_auc of 0.983, +/- 0.0079 over 5 folds; knn
    has 0.966, which is more than one standard deviation away.
    "
  `);
});

test('two models within one standard deviation are not called apart', () => {
  const rows = [
    {label: 'a', scores: [0.8, 0.9]},
    {label: 'b', scores: [0.81, 0.91]},
  ];
  expect(intervalChart({metric: 'f1', rows}, size).sentence).toBe(
    'b has a mean f1 of 0.86, ± 0.05 over 2 folds; a has 0.85, which is no more than one standard deviation away.',
  );
});

test('bars whose names begin alike are told apart in a narrow room', () => {
  const bars = ['refund_issued_yes', 'refund_issued_no', 'this run: test', 'this run: train'].map((label, value) => ({
    label,
    value,
  }));
  const lines = chartLines(barChart({title: 'Importances', bars}, {...size, width: 40, caption: false}));
  const names = lines.slice(1).map(line => line.slice(0, 14));
  expect(names).toEqual(['refund_…ed_yes', 'refund_…ued_no', 'this run: test', 'this run: tra…']);
});

test('a value as small as a number can be is drawn without counting cells to infinity', () => {
  const chart = barChart({title: 'T', bars: [{label: 'a', value: -5e-324}]}, {...size, width: 28});
  expect(chartLines(chart).length).toBeGreaterThan(1);
});
