import {expect, test} from 'vitest';
import {calibrationChart} from '../../src/charts/index.ts';
import {inEverySet} from './in-every-set.ts';

const bins = [
  {predicted: 0.05, observed: 0.02, count: 40},
  {predicted: 0.3, observed: 0.2, count: 10},
  {predicted: 0.52, observed: 0.61, count: 10},
  {predicted: 0.7, observed: 0.66, count: 10},
  {predicted: 0.95, observed: 0.99, count: 70},
];

test('a calibration chart shows bins beside the line where predictions come true', () => {
  expect(inEverySet(size => calibrationChart({bins, outcome: 'malignant'}, size), 60, 18)).toMatchInlineSnapshot(`
    "
    Calibration
    share of malignant   ⠒⠒ model  ⠂⠂ as predicted
    1.0 ┤                           ⢀⠔●⠂
        │                         ⢀⡔⠁⠁
        │                        ⡤⠊
        │                      ⡢⠊
        │               ⢀●⠔⡒⠒⠋●
    0.5 ┤              ⢠⠊⠄
        │             ⡔⠃
        │           ⢀⠎
        │        ⡀ ⡡⠃
        │      ⠄ ⣀●
        │    ⣂⠤⠒⠉
    0.0 ┤⡀⠠●⠉
        └┬──────────────┬──────────────┬
         0.0           0.5           1.0
    Predictions are off by 0.045 on average over 140 samples;
    most where 95% malignant was predicted and 99% happened.

    Calibration
    share of malignant   ── model  ·· as predicted
    1.0 ┤                            ╭●·
        │                          ╭─╯·
        │                       ·╭─╯
        │                     ·╭─╯
        │               ╭●────●╯
    0.5 ┤              ╭╯···
        │            ╭─╯·
        │         ··╭╯
        │       ··╭─╯
        │    ··╭──●
        │ ·╭───╯
    0.0 ┤·─●
        └┬──────────────┬──────────────┬
         0.0           0.5           1.0
    Predictions are off by 0.045 on average over 140 samples;
    most where 95% malignant was predicted and 99% happened.

    Calibration
    share of malignant   -- model  .. as predicted
    1.0 +                            +O.
        |                          +-+.
        |                       .+-+
        |                     .+-+
        |               +O----O+
    0.5 +              ++...
        |            +-+.
        |         ..++
        |       ..+-+
        |    ..+--O
        | .+---+
    0.0 +.-O
        ++--------------+--------------+
         0.0           0.5           1.0
    Predictions are off by 0.045 on average over 140 samples;
    most where 95% malignant was predicted and 99% happened.
    "
  `);
});

test('the mean gap weighs each bin by its samples', () => {
  // (40·0.03 + 10·0.1 + 10·0.09 + 10·0.04 + 70·0.04) / 140
  expect(calibrationChart({bins}, {width: 60, height: 18, glyphs: 'block'}).sentence).toContain(
    'off by 0.045 on average over 140 samples',
  );
});
