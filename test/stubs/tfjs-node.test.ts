import {expect, test} from 'vitest';
import tf from '../../scripts/stubs/tfjs-node/index.cjs';

const table = () =>
  tf.tensor2d([
    [1, 2, 3],
    [4, 5, 6],
  ]);

test('a tensor gives its values back in its shape', () => {
  expect(tf.scalar(5).arraySync()).toBe(5);
  expect(tf.tensor1d([1, 2]).arraySync()).toEqual([1, 2]);
  expect(table().arraySync()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(tf.tensor2d([1, 2, 3, 4], [2, 2]).arraySync()).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('transposing swaps rows and columns', () => {
  expect(table().transpose().arraySync()).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
});

test('arithmetic repeats a number, a row or a column to fit a table', () => {
  expect(table().add(10).arraySync()).toEqual([
    [11, 12, 13],
    [14, 15, 16],
  ]);
  expect(
    table()
      .mul(tf.tensor1d([1, 0, 2]))
      .arraySync(),
  ).toEqual([
    [1, 0, 6],
    [4, 0, 12],
  ]);
  expect(
    table()
      .sub(tf.tensor2d([1, 4], [2, 1]))
      .arraySync(),
  ).toEqual([
    [0, 1, 2],
    [0, 1, 2],
  ]);
});

test('tables that do not fit are refused with both shapes', () => {
  expect(() => table().add(tf.tensor1d([1, 2]))).toThrow('shapes 2,3 and 2');
});

test('division by zero, powers and remainders follow TensorFlow', () => {
  const left = tf.tensor1d([7, -7, 5]);
  expect(left.divNoNan(tf.tensor1d([2, 0, 5])).arraySync()).toEqual([3.5, 0, 1]);
  expect(left.mod(tf.tensor1d([3, 3, -3])).arraySync()).toEqual([1, 2, -1]);
  expect(left.pow(2).arraySync()).toEqual([49, 49, 25]);
});

test('comparisons answer 1 and 0', () => {
  const left = tf.tensor1d([1, 2, 3]);
  expect(left.greater(2).arraySync()).toEqual([0, 0, 1]);
  expect(left.lessEqual(2).arraySync()).toEqual([1, 1, 0]);
  expect(left.notEqual(2).arraySync()).toEqual([1, 0, 1]);
});

test('reductions run down the columns, along the rows, or over everything', () => {
  expect(table().mean(0).arraySync()).toEqual([2.5, 3.5, 4.5]);
  expect(table().max(1).arraySync()).toEqual([3, 6]);
  expect(table().min().arraySync()).toBe(1);
  expect(tf.tensor1d([3, 9, 9]).argMax().arraySync()).toBe(1);
  expect(tf.tensor1d([3, 1, 1]).argMin().arraySync()).toBe(1);
});

test('moments divide by n', () => {
  const {mean, variance} = tf.moments(table(), 0);
  expect(mean.arraySync()).toEqual([2.5, 3.5, 4.5]);
  expect(variance.sqrt().arraySync()).toEqual([1.5, 1.5, 1.5]);
});

test('a shuffle is the same for the same seed, and keeps every item', async () => {
  const items = [1, 2, 3, 4, 5, 6, 7, 8];
  const shuffled = (seed: string) => tf.data.array(items).shuffle(8, seed).toArray();
  expect(await shuffled('1')).toEqual(await shuffled('1'));
  expect(await shuffled('1')).not.toEqual(await shuffled('2'));
  expect([...(await shuffled('1'))].sort()).toEqual(items);
  expect(await tf.data.array(items).take(2).toArray()).toEqual([1, 2]);
});
