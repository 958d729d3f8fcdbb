import {expect, test} from 'vitest';
import {chartLines, treeChart} from '../../src/charts/index.ts';
import {inBlockAndAscii} from './in-every-set.ts';

const tree = {
  rows: 112,
  value: [0.33, 0.34, 0.33],
  feature: 1,
  threshold: 0.8,
  left: {rows: 37, value: [1, 0, 0]},
  right: {
    rows: 75,
    value: [0, 0.5, 0.5],
    feature: 1,
    threshold: 1.75,
    left: {
      rows: 41,
      value: [0, 0.93, 0.07],
      feature: 0,
      threshold: 4.95,
      left: {rows: 36, value: [0, 1, 0]},
      right: {rows: 5, value: [0, 0.4, 0.6]},
    },
    right: {rows: 34, value: [0, 0.03, 0.97]},
  },
};
const iris = {tree, features: ['petal length', 'petal width'], classes: ['setosa', 'versicolor', 'virginica']};

test('a tree is drawn from its first question down', () => {
  expect(inBlockAndAscii(size => treeChart(iris, size))).toMatchInlineSnapshot(`
    "
    Decision tree
    petal width ≤ 0.8?
    ├─ yes: setosa, 100% of 37 rows
    └─ no:  petal width ≤ 1.75?
       ├─ yes: petal length ≤ 4.95?
       │  ├─ yes: versicolor, 100% of 36 rows
       │  └─ no:  virginica, 60% of 5 rows
       └─ no:  virginica, 97% of 34 rows
    The tree has 4 leaves and asks at most 3 questions, first
    whether petal width is at most 0.8.

    Decision tree
    petal width <= 0.8?
    |- yes: setosa, 100% of 37 rows
    \`- no:  petal width <= 1.75?
       |- yes: petal length <= 4.95?
       |  |- yes: versicolor, 100% of 36 rows
       |  \`- no:  virginica, 60% of 5 rows
       \`- no:  virginica, 97% of 34 rows
    The tree has 4 leaves and asks at most 3 questions, first
    whether petal width is at most 0.8.
    "
  `);
});

test('a tree too high for its room counts what lies below', () => {
  const chart = treeChart(iris, {width: 60, height: 6, glyphs: 'block', caption: false});
  expect(`\n${chartLines(chart).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    Decision tree
    petal width ≤ 0.8?
    ├─ yes: setosa, 100% of 37 rows
    └─ no:  petal width ≤ 1.75?
       ├─ yes: petal length ≤ 4.95?  2 leaves below
       └─ no:  virginica, 97% of 34 rows
    "
  `);
});

test('a tree lists each leaf with the path to it', () => {
  expect(treeChart(iris, {width: 60, height: 16, glyphs: 'block'}).table.rows[1]).toEqual([
    'petal width > 0.8, petal width ≤ 1.75, petal length ≤ 4.95',
    'versicolor, 100% of 36 rows',
  ]);
});

test('a tree of numbers predicts means, and a single leaf asks nothing', () => {
  const chart = treeChart({tree: {rows: 5, value: [12.5]}, features: []}, {width: 60, height: 16, glyphs: 'block'});
  expect(chartLines(chart)).toEqual([
    'Decision tree',
    '12.5, mean of 5 rows',
    'The tree asks nothing: it always predicts 12.5.',
  ]);
});
