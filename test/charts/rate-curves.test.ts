import {expect, test} from 'vitest';
import {prChart, rocChart} from '../../src/charts/index.ts';
import {inEverySet} from './in-every-set.ts';
import {rates} from './samples.ts';

const size = {width: 60, height: 18, glyphs: 'block'} as const;

test('a ROC curve is drawn beside chance, with the threshold on it', () => {
  const {fpr, tpr} = rates();
  const point = {threshold: 0.5, fpr: 0.2, tpr: 0.6};
  const data = {fpr, tpr, auc: 0.783, positive: 'malignant', negative: 'benign', point};
  expect(inEverySet(room => rocChart(data, room), 60, 18)).toMatchInlineSnapshot(`
    "
    ROC curve
    true positive rate   ⠒⠒ model  ⠂⠂ chance  ● threshold 0.5
    1.0 ┤              ⢀⣰⠒⠒⠒⠒⠒⠒⠒⠋⠉⠉⠉⠉⠋
        │         ⢀⣀⡤⠖⠋⠉         ⡀ ⠁
        │       ⡴⠒⠋            ⠄
        │   ⣠⠖⠒⠋⠁            ⠂
        │   ⡇  ●         ⡀ ⠁
    0.5 ┤ ⡤⠏⠁          ⠄
        │ ⡇          ⠂
        │⢸⠁      ⡀ ⠁
        │⡞     ⠄
        │⡇   ⠂
    0.0 ┤⡇ ⠁
        └┬───────────────────────────┬
         0.0  false positive rate  1.0
    AUC 0.783: a random malignant sample scores higher than a
    random benign one 78 times in 100. At threshold 0.5 the
    model finds 60 of 100 malignant samples.

    ROC curve
    true positive rate   ── model  ·· chance  ● threshold 0.5
    1.0 ┤               ╭─────────────
        │           ╭───╯        ····
        │      ╭────╯         ····
        │   ╭──╯           ····
        │  ╭╯  ●        ····
    0.5 ┤ ╭╯          ···
        │╭╯        ····
        ││      ····
        ││   ····
        ││····
    0.0 ┤╯·
        └┬───────────────────────────┬
         0.0  false positive rate  1.0
    AUC 0.783: a random malignant sample scores higher than a
    random benign one 78 times in 100. At threshold 0.5 the
    model finds 60 of 100 malignant samples.

    ROC curve
    true positive rate   -- model  .. chance  O threshold 0.5
    1.0 +               +-------------
        |           +---+        ....
        |      +----+         ....
        |   +--+           ....
        |  ++  O        ....
    0.5 + ++          ...
        |++        ....
        ||      ....
        ||   ....
        ||....
    0.0 ++.
        ++---------------------------+
         0.0  false positive rate  1.0
    AUC 0.783: a random malignant sample scores higher than a
    random benign one 78 times in 100. At threshold 0.5 the
    model finds 60 of 100 malignant samples.
    "
  `);
});

test('a ROC curve reads its area as a comparison of two random samples', () => {
  const perfect = {fpr: [0, 0, 1], tpr: [0, 1, 1]};
  expect(rocChart({...perfect, auc: 1}, size).sentence).toBe(
    'AUC 1: a random positive sample scores higher than a random negative one 100 times in 100.',
  );
  expect(rocChart({...perfect, auc: 0.9996}, size).sentence).toContain('AUC 0.9996');
  expect(rocChart({...perfect, auc: 0.9996}, size).sentence).toContain('more than 99 times in 100');
});

test('a precision-recall curve falls in steps and is drawn beside the base rate', () => {
  const {recall, precision} = rates();
  const data = {recall, precision, averagePrecision: 0.76, baseRate: 0.5, positive: 'malignant'};
  expect(inEverySet(room => prChart(data, room), 60, 18)).toMatchInlineSnapshot(`
    "
    Precision-recall curve
    precision   ⠒⠒ model  ⠂⠂ base rate
    1.0 ┤⠉⠉⠉⠉⠉⠉⠉⠧⣄⣀⣠⣄⣀⣀
        │           ⠉ ⠈⠉⠧⢶⣀⣀⣤⡀
        │                    ⠉⢳⣀⡀
        │                      ⠈⠉⠳⢤⣀⡀
        │                           ⠙⠓⢲
    0.5 ┤                             ⠘⢲
        │⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠉
        │
        │
        │
        │
    0.0 ┤
        └┬─────────────────────────────┬
         0.0          recall         1.0
    Average precision 0.76; guessing would give 0.5, the share
    of malignant samples.

    Precision-recall curve
    precision   ── model  ·· base rate
    1.0 ┤────────╮
        │        ╰───────╮
        │                ╰────╮
        │                     ╰────╮
        │                          ╰───╮
    0.5 ┤······························╰
        │
        │
        │
        │
        │
    0.0 ┤
        └┬─────────────────────────────┬
         0.0          recall         1.0
    Average precision 0.76; guessing would give 0.5, the share
    of malignant samples.

    Precision-recall curve
    precision   -- model  .. base rate
    1.0 +--------+
        |        +-------+
        |                +----+
        |                     +----+
        |                          +---+
    0.5 +..............................+
        |
        |
        |
        |
        |
    0.0 +
        ++-----------------------------+
         0.0          recall         1.0
    Average precision 0.76; guessing would give 0.5, the share
    of malignant samples.
    "
  `);
});

test('curves that need both classes say so when there is only one', () => {
  expect(rocChart({fpr: [Number.NaN], tpr: [1], auc: Number.NaN}, size).sentence).toContain('both classes');
  expect(prChart({recall: [], precision: [], averagePrecision: Number.NaN, baseRate: 0}, size).sentence).toContain(
    'positive samples',
  );
});
