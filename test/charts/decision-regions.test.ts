import {expect, test} from 'vitest';
import {decisionRegions} from '../../src/charts/index.ts';
import {inBlockAndAscii} from './in-every-set.ts';

const [columns, rows] = [60, 40];
const codes = Array.from({length: columns * rows}, (_, index) => {
  const [x, y] = [((index % columns) / columns) * 6, (Math.floor(index / columns) / rows) * 2.5];
  if (x + 2 * y < 3.2) return 0;
  return x + 2 * y < 6.2 ? 1 : 2;
});
const data = {
  xLabel: 'petal length (cm)',
  yLabel: 'petal width (cm)',
  xRange: [0, 6],
  yRange: [0, 2.5],
  classes: ['setosa', 'versicolor', 'virginica'],
  grid: {columns, rows, codes},
  points: [
    {x: 1, y: 0.5, code: 0},
    {x: 2.8, y: 0.4, code: 0},
    {x: 3, y: 1, code: 1},
    {x: 5, y: 2, code: 2},
  ],
} as const;

test('decision regions show classes by shade and samples by mark, without need of colour', () => {
  expect(inBlockAndAscii(size => decisionRegions(data, size))).toMatchInlineSnapshot(`
    "
    Decision regions
    petal width (cm)    ● setosa  ░▲ versicolor  ▒■ virginica
    2.5 ┤░░░░░░░░░░░░░░▀▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
        │░░░░░░░░░░░░░░░░░░▀▀▀▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
        │░░░░░░░░░░░░░░░░░░░░░░░▀▀▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒■▒▒▒▒▒▒▒▒▒
        │▀░░░░░░░░░░░░░░░░░░░░░░░░░░▀▀▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
        │    ▀▀░░░░░░░░░░░░░░░░░░░░░░░░░░▀▀▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
        │        ▀▀░░░░░░░░░░░░░░░░░▲░░░░░░░░▀▀▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
        │             ▀░░░░░░░░░░░░░░░░░░░░░░░░░░░▀▒▒▒▒▒▒▒▒▒▒▒▒▒
        │         ●       ▀▀░░░░░░░░░░░░░░░░░░░░░░░░░░▀▀▒▒▒▒▒▒▒▒
        │                      ▀▀░●░░░░░░░░░░░░░░░░░░░░░░░░▀▀▒▒▒
    0.0 ┤                           ▀░░░░░░░░░░░░░░░░░░░░░░░░░░░
        └┬─────────────────────────────────────────────────────┬
         0                  petal length (cm)                  6
    The model answers versicolor on 45% of the plane; 1 of 4
    samples lie in a region of another class.

    Decision regions
    petal width (cm)    A setosa  .B versicolor  :C virginica
    2.5 +..............:::::::::::::::::::::::::::::::::::::::::
        |..................:::::::::::::::::::::::::::::::::::::
        |.......................::::::::::::::::::::::C:::::::::
        |...........................::::::::::::::::::::::::::::
        |    ............................:::::::::::::::::::::::
        |        ...................B........:::::::::::::::::::
        |             ............................::::::::::::::
        |         A       ............................::::::::::
        |                      ...A........................:::::
    0.0 +                           ............................
        ++-----------------------------------------------------+
         0                  petal length (cm)                  6
    The model answers versicolor on 45% of the plane; 1 of 4
    samples lie in a region of another class.
    "
  `);
});

test('samples in a region of another class are counted and stand out', () => {
  const chart = decisionRegions(data, {width: 60, height: 16, glyphs: 'block'});
  expect(chart.sentence).toContain('1 of 4 samples lie in a region of another class');
  const marks = chart.lines.flat().filter(span => span.text.includes('●') && span.bold);
  expect(marks.map(span => span.tone)).toEqual(['data', 'accent']);
});
