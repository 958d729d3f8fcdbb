import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {planRounds, type Round} from '../../../src/stages/tuning/halving.ts';

type Case = {
  readonly candidates: number;
  readonly rows: number;
  readonly folds: number;
  readonly classes: number;
  readonly rounds: readonly Round[];
};

// Made with scikit-learn by make-reference.py beside this file.
const file = path.join(import.meta.dirname, 'reference.json');
const {rounds: cases} = JSON.parse(readFileSync(file, 'utf8')) as {rounds: readonly Case[]};

test.each(cases)('$candidates candidates on $rows rows are halved as scikit-learn halves them', one => {
  expect(planRounds(one.candidates, one.rows, one.folds, one.classes)).toEqual(one.rounds);
});

test('with fewer rows than the first round needs there is one round on all of them', () => {
  expect(planRounds(9, 12, 5, 3)).toEqual([{candidates: 9, rows: 12}]);
});

test('243 candidates are five thirds deep, where a logarithm would say four', () => {
  expect(planRounds(243, 100_000, 2, 1)).toHaveLength(6);
});
