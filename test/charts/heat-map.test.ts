import {expect, test} from 'vitest';
import {heatMap} from '../../src/charts/index.ts';
import {inBlockAndAscii} from './in-every-set.ts';

const names = ['radius', 'texture', 'area', 'smoothness'];
const correlation = {
  title: 'Correlation',
  rows: names,
  columns: names,
  values: [
    [1, 0.32, 0.99, 0.17],
    [0.32, 1, 0.32, -0.42],
    [0.99, 0.32, 1, 0.01],
    [0.17, -0.42, 0.01, 1],
  ],
  scale: 'diverging',
  valueLabel: 'correlation',
} as const;

test('a correlation map shades by strength and shows the sign in the number', () => {
  expect(inBlockAndAscii(size => heatMap(correlation, size))).toMatchInlineSnapshot(`
    "
    Correlation
               radius     texture    area       smoothness
    radius     ██  1.00   ░░  0.32   ██  0.99   ░░  0.17
    texture    ░░  0.32   ██  1.00   ░░  0.32   ▒▒ -0.42
    area       ██  0.99   ░░  0.32   ██  1.00       0.01
    smoothness ░░  0.17   ▒▒ -0.42       0.01   ██  1.00
    The strongest correlation is 0.99, between radius and area.

    Correlation
               radius     texture    area       smoothness
    radius     ##  1.00   ..  0.32   ##  0.99   ..  0.17
    texture    ..  0.32   ##  1.00   ..  0.32   :: -0.42
    area       ##  0.99   ..  0.32   ##  1.00       0.01
    smoothness ..  0.17   :: -0.42       0.01   ##  1.00
    The strongest correlation is 0.99, between radius and area.
    "
  `);
});

test('in little room columns carry the numbers of the rows, and a minus marks negative values', () => {
  expect(inBlockAndAscii(size => heatMap(correlation, size), 30, 10)).toMatchInlineSnapshot(`
    "
    Correlation
                 1   2   3   4
     1 radius    ██  ░░  ██  ░░
     2 texture   ░░  ██  ░░  -▒
     3 area      ██  ░░  ██
     4 smoothne… ░░  -▒      ██
    The strongest correlation is
    0.99, between radius and area.

    Correlation
                 1   2   3   4
     1 radius    ##  ..  ##  ..
     2 texture   ..  ##  ..  -:
     3 area      ##  ..  ##
     4 smoothn.. ..  -:      ##
    The strongest correlation is
    0.99, between radius and area.
    "
  `);
});

test('a grid search marks its best cell and names both settings', () => {
  const data = {
    title: 'Grid search',
    rows: ['1', '3', '5', '9'],
    columns: ['uniform', 'distance'],
    rowsLabel: 'n_neighbors',
    columnsLabel: 'weights',
    values: [
      [0.91, 0.912],
      [0.93, 0.935],
      [0.951, 0.957],
      [0.94, Number.NaN],
    ],
    scale: 'sequential',
    valueLabel: 'mean accuracy',
    best: 'highest',
  } as const;
  expect(inBlockAndAscii(size => heatMap(data, size))).toMatchInlineSnapshot(`
    "
    Grid search
                weights
    n_neighbors uniform   distance
    1              0.910     0.912
    3           ▒▒ 0.930  ▒▒ 0.935
    5           ▓▓ 0.951 [██ 0.957]
    9           ▓▓ 0.940
    The highest mean accuracy, 0.957, is at n_neighbors 5 and
    weights distance.

    Grid search
                weights
    n_neighbors uniform   distance
    1              0.910     0.912
    3           :: 0.930  :: 0.935
    5           ++ 0.951 [## 0.957]
    9           ++ 0.940
    The highest mean accuracy, 0.957, is at n_neighbors 5 and
    weights distance.
    "
  `);
});
