import {expect, test} from 'vitest';
import {randomStream} from '../../../src/data/random.ts';
import {chiSquareTest, levelTest} from '../../../src/ml/drift/chi-square.ts';
import {isDefined} from '../../../src/ml/score.ts';
import {expectClose, readReference} from '../reference.ts';

const {counts} = readReference('drift');

test('statistic, degrees of freedom and p agree with scipy', () => {
  for (const {reference, current, statistic, degrees, p} of counts) {
    const test = chiSquareTest(reference, current);
    expect(isDefined(test)).toBe(true);
    expect(test).toMatchObject({degrees});
    expectClose([(test as {statistic: number}).statistic, (test as {p: number}).p], [statistic, p], 1e-9);
  }
});

test('categories that neither sample has change nothing', () => {
  expect(chiSquareTest([10, 0, 20], [5, 0, 3])).toEqual(chiSquareTest([10, 20], [5, 3]));
});

test('a single category cannot drift, and an empty sample cannot be tested', () => {
  expect(chiSquareTest([30], [10])).toEqual({statistic: 0, degrees: 0, p: 1});
  expect(chiSquareTest([1, 2], [0, 0])).toHaveProperty('undefined');
});

test('the words are matched by name, not by place', () => {
  const reference = {levels: ['a', 'b', 'c'], counts: [50, 30, 20]};
  expect(levelTest(reference, {levels: ['c', 'a', 'b'], counts: [20, 50, 30]})).toMatchObject({statistic: 0, p: 1});
  expect(levelTest(reference, {levels: ['b', 'c'], counts: [50, 50]})).toMatchObject({degrees: 2});
});

function alarmRate(shares: readonly number[], size: number, batches: number): number {
  const random = randomStream(`levels ${shares.length} ${size}`);
  const draw = (n: number) => {
    const counts = shares.map(() => 0);
    for (let row = 0; row < n; row++) {
      let at = random.next();
      const level = shares.findIndex(share => {
        at -= share;
        return at < 0;
      });
      counts[Math.max(level, 0)]!++;
    }
    return {levels: shares.map((_, level) => `level ${level}`), counts};
  };
  let alarms = 0;
  for (let batch = 0; batch < batches; batch++) {
    const test = levelTest(draw(300), draw(size));
    if (isDefined(test) && test.p < 0.05) alarms++;
  }
  return alarms / batches;
}

test('a single row of a new word is left to newLevels', () => {
  expect(levelTest({levels: ['a'], counts: [300]}, {levels: ['a', 'b'], counts: [29, 1]})).toMatchObject({p: 1});
});

test('rare words do not raise false alarms on small batches', () => {
  const manyRare = [1 - 0.002 * 29, ...new Array<number>(29).fill(0.002)];
  for (const size of [20, 30, 100]) expect(alarmRate(manyRare, size, 500), `batches of ${size}`).toBeLessThan(0.085);
});

test('without drift about one batch in twenty is flagged at 0.05', () => {
  for (const size of [30, 200]) {
    const rate = alarmRate([0.4, 0.3, 0.2, 0.1], size, 600);
    expect(rate).toBeGreaterThan(0.025);
    expect(rate).toBeLessThan(0.085);
  }
});
