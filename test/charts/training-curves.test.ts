import {expect, test} from 'vitest';
import {learningCurve, lossCurve} from '../../src/charts/index.ts';
import {inEverySet} from './in-every-set.ts';

test('a learning curve shows the gap between training and validation, and how sure the scores are', () => {
  const data = {
    metric: 'accuracy',
    sizes: [50, 100, 200, 300, 400],
    train: [1, 0.99, 0.985, 0.98, 0.978],
    validation: [0.85, 0.9, 0.93, 0.94, 0.945],
    validationSd: [0.04, 0.03, 0.02, 0.015, 0.012],
  };
  expect(inEverySet(size => learningCurve(data, size))).toMatchInlineSnapshot(`
    "
    Learning curve
    accuracy   ⠒⠒ validation  ⠒⠐ training  ╎ ± sd
    1.0 ┤       ⠉⠉ ⠐⠒⠄ ⠤⠤ ⠠⠤⠄ ⣀⣀ ⢀⣀⡀ ⣀⣀ ⢀⣀⡀
        │                                   ⠉⠉ ⠈⠉⠁ ⠉⠉ ⠈⠉⠁ ⠉⠉ ⠈⠉⠁
        │                           ╎             ╎      ⣀⣀⣀⣀⣀⣀⣀
        │              ╎         ⢀⣀⡠⠤⠤⠤⠤⠒⠒⠒⠒⠒⠒⠒⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉      ╎
    0.9 ┤              ╎⣀⣀⡠⠤⠔⠒⠒⠉⠉⠁  ╎
        │       ╎   ⣀⠔⠊⠉
        │       ╎⢀⠤⠊   ╎
        │       ⠊⠁
        │       ╎
    0.8 ┤       ╎
        └┬─────────────────────────────────────────────────────┬
         0                    training rows                  400
    From 50 to 400 rows, validation accuracy goes from 0.85 to
    0.945; training ends at 0.978, a gap of 0.033.

    Learning curve
    accuracy   ── validation  ╌╌ training  ╎ ± sd
    1.0 ┤      ╌╌╌╌╌╌╌╌╌╌╮
        │                ╰╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
        │                           ╎             ╎           ╭─
        │              ╎        ╭─────────────────────────────╯╎
    0.9 ┤             ╭─────────╯   ╎
        │       ╎  ╭──╯╎
        │       ╭──╯   ╎
        │      ─╯
        │       ╎
    0.8 ┤       ╎
        └┬─────────────────────────────────────────────────────┬
         0                    training rows                  400
    From 50 to 400 rows, validation accuracy goes from 0.85 to
    0.945; training ends at 0.978, a gap of 0.033.

    Learning curve
    accuracy   -- validation  ** training  : +/- sd
    1.0 +      ***********
        |                ***************************************
        |                           :             :           +-
        |              :        +-----------------------------+:
    0.9 +             +---------+   :
        |       :  +--+:
        |       +--+   :
        |      -+
        |       :
    0.8 +       :
        ++-----------------------------------------------------+
         0                    training rows                  400
    From 50 to 400 rows, validation accuracy goes from 0.85 to
    0.945; training ends at 0.978, a gap of 0.033.
    "
  `);
});

test('a learning curve of one size reads the gap alone', () => {
  const data = {metric: 'f1', sizes: [80], train: [0.9], validation: [0.7]};
  expect(learningCurve(data, {width: 60, height: 16, glyphs: 'block'}).sentence).toBe(
    'With 80 rows, validation f1 is 0.7 and training 0.9: a gap of 0.2.',
  );
});

test('a loss curve says where the loss on unseen rows is lowest', () => {
  const rounds = Array.from({length: 100}, (_, index) => index);
  const curves = [
    {label: 'training', values: rounds.map(round => 0.69 * Math.exp(-round / 20) + 0.05)},
    {label: 'validation', values: rounds.map(round => 0.69 * Math.exp(-round / 15) + 0.1 + round * 0.002)},
  ];
  expect(inEverySet(size => lossCurve({curves}, size))).toMatchInlineSnapshot(`
    "
    Loss curve
    loss   ⠒⠒ training  ⠒⠐ validation
    0.8 ┤⢈⢆
        │ ⠑⣄
        │  ⠈⠓⢄
        │    ⠈⠢⣄
    0.4 ┤       ⠑⢄⣀⡀
        │          ⠙⠣⢄⡤⣀                             ⢀⣀⡀ ⣀⣀ ⠠⠤⠄
        │             ⠈⠑⠒⠪⠭⣁⡀⠒⠒ ⠐⠒⠂ ⠒⠒ ⠐⠒⠂ ⠒⠒ ⠈⠉⠁ ⠉⠉
        │                   ⠈⠉⠉⠒⠒⠒⠤⠤⠤⠤⣀⣀⣀⣀⣀⣀
    0.0 ┤                                   ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠑⠒⠒⠒⠒
        └┬─────────────────────────────────────────────────────┬
         0                      iteration                    100
    The training loss goes from 0.74 to 0.0549 in 100
    iterations. The validation loss goes from 0.79 to 0.299 in
    100 iterations and is lowest, 0.224, at iteration 48.

    Loss curve
    loss   ── training  ╌╌ validation
    0.8 ┤╌╮
        │──╮
        │  ╰─╮
        │    ╰─╮
    0.4 ┤      ╰──╮╮
        │         ╰────╮╌╌╮                      ╭╌╌╌╌╌╌╌╌╌╌╌╌╌╌
        │              ╰──────╮╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╯
        │                     ╰─────────────────────────────────
    0.0 ┤
        └┬─────────────────────────────────────────────────────┬
         0                      iteration                    100
    The training loss goes from 0.74 to 0.0549 in 100
    iterations. The validation loss goes from 0.79 to 0.299 in
    100 iterations and is lowest, 0.224, at iteration 48.

    Loss curve
    loss   -- training  ** validation
    0.8 +**
        |--+
        |  +-+
        |    +-+
    0.4 +      +--+*
        |         +----+***                      ***************
        |              +------+*******************
        |                     +---------------------------------
    0.0 +
        ++-----------------------------------------------------+
         0                      iteration                    100
    The training loss goes from 0.74 to 0.0549 in 100
    iterations. The validation loss goes from 0.79 to 0.299 in
    100 iterations and is lowest, 0.224, at iteration 48.
    "
  `);
});
