import {expect, test} from 'vitest';
import {chartLines, describeChart, lineChart} from '../../src/charts/index.ts';
import {inEverySet} from './in-every-set.ts';

const depth = {
  title: 'Accuracy by depth',
  xLabel: 'max_depth',
  yLabel: 'accuracy',
  series: [
    {label: 'validation', y: [0.82, 0.88, 0.91, 0.92, 0.915, 0.905, 0.9, 0.897]},
    {label: 'training', y: [0.84, 0.9, 0.94, 0.97, 0.985, 0.995, 1, 1]},
  ],
};

test('a line chart tells its lines apart without colour and labels both axes', () => {
  expect(inEverySet(size => lineChart(depth, size))).toMatchInlineSnapshot(`
    "
    Accuracy by depth
    accuracy   ⠒⠒ validation  ⠒⠐ training
    1.0 ┤                                 ⡀ ⣀⠤ ⠠⠔⠂ ⠒⠒ ⠈⠉⠁ ⠉⠉ ⠈⠉⠁
        │                          ⡀ ⠤⠒ ⠈⠉
        │                     ⢀⡠ ⠐⠉
        │                 ⢀⡠⠄ ⠁
    0.9 ┤              ⣀⠤  ⢀⣀⠤⠤⠔⠒⠒⠒⠉⠉⠉⠉⠉⠒⠒⠒⠒⠒⠤⠤⠤⢄⣀⣀⣀⣀⡀
        │           ⢀⡀⢀⡠⠤⠒⠊⠁                         ⠈⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
        │          ⠐⢁⠔⠁
        │       ⡠⠊⡠⠒⠁
        │       ⡠⠊
    0.8 ┤
        └┬─────────────────────────────────────────────────────┬
         0                      max_depth                      8
    validation: from 0.82 to 0.897, highest 0.92 at 4. training:
    from 0.84 to 1.

    Accuracy by depth
    accuracy   ── validation  ╌╌ training
    1.0 ┤                                     ╭╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
        │                          ╭╌╌╌╌╌╌╌╌╌╌╯
        │                     ╭╌╌╌╌╯
        │                 ╭╌╌╌╯
    0.9 ┤             ╭╌╌╌╯╭─────────────────────────────╮
        │           ╭╌╭────╯                             ╰──────
        │        ╭╌╭──╯
        │      ╌╌╭─╯
        │      ──╯
    0.8 ┤
        └┬─────────────────────────────────────────────────────┬
         0                      max_depth                      8
    validation: from 0.82 to 0.897, highest 0.92 at 4. training:
    from 0.84 to 1.

    Accuracy by depth
    accuracy   -- validation  ** training
    1.0 +                                     ******************
        |                          ************
        |                     ******
        |                 *****
    0.9 +             *****+-----------------------------+
        |           **+----+                             +------
        |        **+--+
        |      **+-+
        |      --+
    0.8 +
        ++-----------------------------------------------------+
         0                      max_depth                      8
    validation: from 0.82 to 0.897, highest 0.92 at 4. training:
    from 0.84 to 1.
    "
  `);
});

test('a line chart reads where each line starts, ends and is highest', () => {
  expect(lineChart(depth, {width: 60, height: 16, glyphs: 'block'}).sentence).toBe(
    'validation: from 0.82 to 0.897, highest 0.92 at 4. training: from 0.84 to 1.',
  );
});

test('a missing value leaves a gap, and the sentence counts it', () => {
  const chart = lineChart(
    {...depth, series: [{label: 'accuracy', y: [0.8, 0.8, Number.NaN, 0.9, Number.POSITIVE_INFINITY, 0.9, 0.9]}]},
    {width: 40, height: 14, glyphs: 'block'},
  );
  expect(chart.sentence).toContain('Not drawn: 2 missing or infinite values.');
  expect(`\n${chartLines(chart).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    Accuracy by depth
    accuracy
    0.90 ┤                 ●          ──────
         │
         │
    0.85 ┤
         │
         │
         │
    0.80 ┤──────
         └┬────────────────────────────────┬
          1            max_depth           7
    accuracy: from 0.8 to 0.9. Not drawn: 2
    missing or infinite values.
    "
  `);
});

test('a constant line is drawn in the middle of an axis of its own', () => {
  const chart = lineChart({...depth, series: [{label: 'a', y: [2, 2, 2]}]}, {width: 40, height: 12, glyphs: 'ascii'});
  expect(`\n${chartLines(chart).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    Accuracy by depth
    accuracy
    2.2 +
        |
        |
    2.0 +-----------------------------------
        |
        |
    1.8 +
        ++---------------------------------+
         1            max_depth            3
    a: from 2 to 2.
    "
  `);
});

test('whiskers show one standard deviation at each point', () => {
  const series = [{label: 'validation', x: [1, 2, 3], y: [0.2, 0.5, 0.8], sd: [0.2, 0.2, 0.2]}];
  const chart = lineChart({...depth, series, yRange: [0, 1]}, {width: 40, height: 16, glyphs: 'ascii', caption: false});
  expect(`\n${chartLines(chart).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    Accuracy by depth
    accuracy   : +/- sd
    1 +                                    :
      |                                    :
      |                                   +-
      |                  :          +-----+:
      |                  :     +----+      :
      |                  +-----+
      |            +-----+
      |:      +----+     :
      |:+-----+          :
      |-+
      |:
    0 +:
      ++-----------------------------------+
       1             max_depth             3
    "
  `);
  expect(chart.table.header).toEqual(['max_depth', 'validation', 'sd of validation']);
});

test('a chart without values says so instead of drawing an empty frame', () => {
  const chart = lineChart({...depth, series: []}, {width: 40, height: 12, glyphs: 'block'});
  expect(chartLines(chart)).toEqual(['Accuracy by depth', 'There are no values to draw.']);
});

test('where there is no room for a figure the sentence stands for it', () => {
  const chart = lineChart(depth, {width: 20, height: 4, glyphs: 'ascii'});
  expect(chartLines(chart)).toEqual([
    'validation: from',
    '0.82 to 0.897,',
    'highest 0.92 at 4.',
    'training: from 0.8..',
  ]);
});

test('a chart in words is its sentence and one line per row of its table', () => {
  const chart = lineChart(
    {...depth, series: [{label: 'accuracy', y: [0.8, 0.9]}]},
    {width: 60, height: 16, glyphs: 'block'},
  );
  expect(describeChart(chart)).toBe('accuracy: from 0.8 to 0.9.\nmax_depth 1: accuracy 0.8\nmax_depth 2: accuracy 0.9');
});

test.each(['braille', 'block', 'ascii'] as const)('in %s a point without a neighbor is a mark of its own', glyphs => {
  const y = [0.8, Number.NaN, 0.9, Number.NaN, 0.85, 0.85];
  const text = chartLines(lineChart({...depth, series: [{label: 'auc', y}]}, {width: 40, height: 12, glyphs})).join(
    '\n',
  );
  expect(text.match(/[●O]/g)).toHaveLength(2);
});
