import {expect, test} from 'vitest';
import {chartLines, histogramChart, luckChart} from '../../src/charts/index.ts';
import {inBlockAndAscii} from './in-every-set.ts';
import {bellNumbers} from './samples.ts';

const ages = bellNumbers(300).map(value => 45 + value * 24);
const older = bellNumbers(200, 11).map(value => 58 + value * 20);
const title = 'Age of customers';
const age = {title, label: 'age', unit: 'years'};

test('a histogram has round ends, its highest count and its unit', () => {
  expect(
    inBlockAndAscii(size => histogramChart({...age, groups: [{label: 'age', values: ages}]}, size)),
  ).toMatchInlineSnapshot(`
    "
    Age of customers
    rows
     49 ┤                        ▁▁▁███
        │                        ██████▇▇▇
        │                  ▄▄▄████████████
        │               ▆▆▆███████████████▂▂▂
        │               █████████████████████
        │            ▁▁▁█████████████████████
        │            ███████████████████████████
        │      ▅▅▅▅▅▅██████████████████████████████
        └┬────────────────────────────────────────┬
         0               age (years)             75
    age: 300 values from 13.9 to 74.7 years; the middle half
    lies between 36 and 54.7, the median is 46.

    Age of customers
    rows
     49 +                        ...###
        |                        #########
        |                  :::############
        |               :::###############...
        |               #####################
        |               #####################
        |            ###########################
        |      ::::::##############################
        ++----------------------------------------+
         0               age (years)             75
    age: 300 values from 13.9 to 74.7 years; the middle half
    lies between 36 and 54.7, the median is 46.
    "
  `);
});

test('two groups stand above each other on one scale', () => {
  const groups = [
    {label: 'no', values: ages},
    {label: 'yes', values: older},
  ];
  expect(inBlockAndAscii(size => histogramChart({...age, groups}, size), 60, 18)).toMatchInlineSnapshot(`
    "
    Age of customers
    no (rows)
     66 ┤                  ███▁▁▁
        │            ▂▂▂▄▄▄██████
        │            ███████████████
        │         ▆▆▆███████████████
        │   ▁▁▁▄▄▄█████████████████████▃▃▃
        └──────────────────────────────────────────
    yes (rows)
     59 ┤                     ███▆▆▆
        │                     ██████
        │                  ▂▂▂██████▁▁▁
        │                  ███████████████
        │            ▃▃▃▁▁▁███████████████▃▃▃
        └┬────────────────────────────────────────┬
         0               age (years)            100
    The median of age is 46 years for no and 58.1 years for yes.

    Age of customers
    no (rows)
     66 +                  ###...
        |            ...:::######
        |            ###############
        |         :::###############
        |   ......#####################...
        +------------------------------------------
    yes (rows)
     59 +                     ###:::
        |                     ######
        |                  ...######
        |                  ###############
        |            ......###############...
        ++----------------------------------------+
         0               age (years)            100
    The median of age is 46 years for no and 58.1 years for yes.
    "
  `);
});

test('whole numbers in a short range get one column each', () => {
  const values = [1, 1, 2, 2, 2, 3, 5];
  const chart = histogramChart(
    {title, label: 'contracts', groups: [{label: 'rows', values}]},
    {width: 40, height: 12, glyphs: 'block'},
  );
  expect(chart.table.rows).toEqual([
    ['1', '2'],
    ['2', '3'],
    ['3', '1'],
    ['4', '0'],
    ['5', '1'],
  ]);
  expect(`\n${chartLines(chart).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    Age of customers
    rows
    3 ┤       ███████
      │▃▃▃▃▃▃▃███████
      │██████████████
      │██████████████▅▅▅▅▅▅▅       ▅▅▅▅▅▅▅
      │█████████████████████       ███████
      └───┬───────────────────────────┬───
          1         contracts         5
    contracts: 7 values from 1 to 5; the
    middle half lies between 1.5 and 2.5,
    the median is 2.
    "
  `);
});

test('every value is in exactly one range', () => {
  const chart = histogramChart(
    {...age, groups: [{label: 'age', values: ages}]},
    {width: 60, height: 16, glyphs: 'block'},
  );
  expect(chart.table.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(300);
});

test('a luck chart marks the own run among the scores of other seeds', () => {
  const scores = bellNumbers(200, 3).map(value => 0.95 + value * 0.02);
  expect(inBlockAndAscii(size => luckChart({metric: 'accuracy', scores, mine: 0.965}, size))).toMatchInlineSnapshot(`
    "
    Luck of the split
    splits   ┃ your run 0.965
     42 ┤                    ████           ┃
        │                ▄▄▄▄████▄▄▄▄       ┃
        │                ████████████▇▇▇▇   ┃
        │                ████████████████   ┃
        │            ▅▅▅▅████████████████   ┃
        │            ████████████████████▁▁▁┃▂▂▂▂
        │        ▇▇▇▇███████████████████████┃████
        │▂▂▂▂███████████████████████████████┃████▂▂▂▂
        └┬──────────────────────────────────────────────┬
         0.92                accuracy                0.98
    Your accuracy of 0.965 beats 94% of 200 random splits; it
    lies inside the range of 95 in 100, between 0.93 and 0.968.

    Luck of the split
    splits   | your run 0.965
     42 +                    ####           |
        |                ....####....       |
        |                ################   |
        |                ################   |
        |            ::::################   |
        |            ####################   |....
        |        ###########################|####
        |....###############################|####....
        ++----------------------------------------------+
         0.92                accuracy                0.98
    Your accuracy of 0.965 beats 94% of 200 random splits; it
    lies inside the range of 95 in 100, between 0.93 and 0.968.
    "
  `);
});

test('a run beyond 95 of 100 splits is called outside their range', () => {
  const scores = Array.from({length: 101}, (_, index) => index / 100);
  expect(luckChart({metric: 'f1', scores, mine: 0.99}, {width: 60, height: 16, glyphs: 'block'}).sentence).toBe(
    'Your f1 of 0.99 beats 98% of 101 random splits; it lies outside the range of 95 in 100, between 0.025 and 0.975.',
  );
});
