import {expect, test} from 'vitest';
import {chartLines, confusionChart} from '../../src/charts/index.ts';
import {inBlockAndAscii} from './in-every-set.ts';

const digits = Array.from({length: 10}, (_, index) => String(index));
const tens = digits.map((_, row) =>
  digits.map((_, column) => (row === column ? 35 : (row * 7 + column * 3) % 11 === 0 ? 3 : 0)),
);

test('a confusion matrix of two classes shows counts and row shares, shaded by share', () => {
  const data = {
    labels: ['benign', 'malignant'],
    matrix: [
      [88, 2],
      [4, 49],
    ],
  };
  expect(inBlockAndAscii(size => confusionChart(data, size))).toMatchInlineSnapshot(`
    "
    Confusion matrix
                         predicted
    actual        benign         malignant
              ███████████████ ░░░░░░░░░░░░░░░
    benign    ███ 88 98% ████ ░░░░ 2 2% ░░░░░
              ███████████████ ░░░░░░░░░░░░░░░
              ░░░░░░░░░░░░░░░ ███████████████
    malignant ░░░░ 4 8% ░░░░░ ███ 49 92% ████
              ░░░░░░░░░░░░░░░ ███████████████
    137 of 143 samples are right (96%); the most common mistake:
    4 actual malignant predicted as benign.

    Confusion matrix
                         predicted
    actual        benign         malignant
              ############### ...............
    benign    ### 88 98% #### .... 2 2% .....
              ############### ...............
              ............... ###############
    malignant .... 4 8% ..... ### 49 92% ####
              ............... ###############
    137 of 143 samples are right (96%); the most common mistake:
    4 actual malignant predicted as benign.
    "
  `);
});

test('in little room counts and shares stand beneath each other and long names are shortened', () => {
  const data = {
    labels: ['setosa', 'versicolor', 'virginica'],
    matrix: [
      [13, 0, 0],
      [0, 11, 2],
      [0, 1, 11],
    ],
  };
  expect(inBlockAndAscii(size => confusionChart(data, size), 36, 12)).toMatchInlineSnapshot(`
    "
    Confusion matrix
                      predicted
    actual     setosa  versic… virgin…
    setosa     ████ 13       0       0
               ██ 100%
    versicolor       0 ▓▓▓▓ 11 ░░░░░ 2
                       ▓▓▓ 85% ░░░ 15%
    virginica        0 ░░░░░ 1 ████ 11
                       ░░░░ 8% ███ 92%
    35 of 38 samples are right (92%);
    the most common mistake: 2 actual
    versicolor predicted as virginica.

    Confusion matrix
                      predicted
    actual     setosa  versi.. virgi..
    setosa     #### 13       0       0
               ## 100%
    versicolor       0 ++++ 11 ..... 2
                       +++ 85% ... 15%
    virginica        0 ..... 1 #### 11
                       .... 8% ### 92%
    35 of 38 samples are right (92%);
    the most common mistake: 2 actual
    versicolor predicted as virginica.
    "
  `);
});

test('ten classes fit in 60 columns', () => {
  expect(inBlockAndAscii(size => confusionChart({labels: digits, matrix: tens}, size), 60, 26)).toMatchInlineSnapshot(`
    "
    Confusion matrix
                               predicted
    actual  0    1    2    3    4    5    6    7    8    9
    0      █ 35    0    0    0    0    0    0    0    0    0
    1         0 █ 35    0    0    0 ░░ 3    0    0    0    0
    2         0    0 █ 35    0    0    0    0    0    0    0
    3         0    0    0 █ 35 ░░ 3    0    0    0    0    0
    4         0    0    0    0 █ 35    0    0    0    0 ░░ 3
    5         0    0    0 ░░ 3    0 █ 35    0    0    0    0
    6         0    0    0    0    0    0 █ 35    0 ░░ 3    0
    7         0    0 ░░ 3    0    0    0    0 █ 35    0    0
    8         0    0    0    0    0    0    0 ░░ 3 █ 35    0
    9         0 ░░ 3    0    0    0    0    0    0    0 █ 35
    350 of 374 samples are right (94%); the most common mistake:
    3 actual 1 predicted as 5.

    Confusion matrix
                               predicted
    actual  0    1    2    3    4    5    6    7    8    9
    0      # 35    0    0    0    0    0    0    0    0    0
    1         0 # 35    0    0    0 .. 3    0    0    0    0
    2         0    0 # 35    0    0    0    0    0    0    0
    3         0    0    0 # 35 .. 3    0    0    0    0    0
    4         0    0    0    0 # 35    0    0    0    0 .. 3
    5         0    0    0 .. 3    0 # 35    0    0    0    0
    6         0    0    0    0    0    0 # 35    0 .. 3    0
    7         0    0 .. 3    0    0    0    0 # 35    0    0
    8         0    0    0    0    0    0    0 .. 3 # 35    0
    9         0 .. 3    0    0    0    0    0    0    0 # 35
    350 of 374 samples are right (94%); the most common mistake:
    3 actual 1 predicted as 5.
    "
  `);
});

test('more than ten classes are told in words', () => {
  const labels = [...digits, 'ten'];
  const chart = confusionChart(
    {labels, matrix: labels.map((_, row) => labels.map((_, column) => (row === column ? 9 : 0)))},
    {
      width: 100,
      height: 40,
      glyphs: 'block',
    },
  );
  expect(chartLines(chart)).toEqual(['99 of 99 samples are right (100%).']);
  expect(chart.table.rows).toHaveLength(11);
});

test('a row without samples has shares of 0', () => {
  const data = {
    labels: ['a', 'b'],
    matrix: [
      [3, 1],
      [0, 0],
    ],
  };
  expect(confusionChart(data, {width: 60, height: 16, glyphs: 'block'}).table.rows).toEqual([
    ['a', '3 (75%)', '1 (25%)'],
    ['b', '0 (0%)', '0 (0%)'],
  ]);
});
