import {expect, test} from 'vitest';
import type {RowJourney} from '../../src/app/journey.ts';
import {journeySections} from '../../src/app/journey-text.ts';
import type {Evidence} from '../../src/stages/journey-evidence.ts';

const journey: RowJourney = {
  row: 7,
  part: 'test',
  truth: 'yes',
  target: 'churned',
  input: {age: null, plan: 'basic'},
  warnings: [{code: 'data.new_gap', message: '`age` is empty; the training rows had no gap there.'}],
  steps: [
    {
      step: 'preprocessing.encode',
      learned: [],
      changes: [
        {column: 'plan=a', before: {plan: 'basic'}, after: 0, arithmetic: 'plan is basic: no, 0'},
        {column: 'plan=basic', before: {plan: 'basic'}, after: 1, arithmetic: 'plan is basic: yes, 1'},
        {column: 'other', before: {plan: 'basic', age: 4}, after: 2, arithmetic: null},
        {column: 'age', before: {age: 3}, after: 0, arithmetic: null},
      ],
      gone: ['plan'],
      unchanged: 1,
    },
  ],
  model: 'logistic_regression',
  evidence: {kind: 'none', why: 'It says nothing.'},
  outcome: {label: 'no', probabilities: {no: 0.75, yes: 0.25}, positive: 'yes', threshold: 0.3},
};
const section = (title: string, change: Partial<RowJourney> = {}, most?: number) =>
  journeySections({...journey, ...change}, most).find(found => found.title.startsWith(title))!.lines;
const explain = (evidence: Evidence, most?: number) => section('the model', {evidence}, most);

test('the row comes first, with what is odd about it', () => {
  expect(journeySections(journey)[0]).toEqual({
    title: 'row 7 of the table, which was kept for the test',
    lines: ['age a gap, plan basic', '! `age` is empty; the training rows had no gap there.'],
  });
  expect(journeySections({...journey, row: null, part: null})[0]!.title).toBe('the row as it was given');
});

test('of what a step changes the news comes first, and the rest is counted', () => {
  expect(section('preprocessing.encode')).toEqual([
    'plan=basic: plan is basic: yes, 1',
    'other: plan basic, age 4 → 2',
    'plan=a: plan is basic: no, 0',
    'age: 3 → 0',
    '1 column ends here: plan',
    '1 column passes unchanged',
  ]);
  expect(section('preprocessing.encode', {}, 1).slice(0, 2)).toEqual([
    'plan=basic: plan is basic: yes, 1',
    '3 more values change',
  ]);
});

test('a sum shows its largest parts, the rest together, the start and the odds', () => {
  const parts = [
    {feature: 'age', value: 2, weight: -1.5, amount: -3},
    {feature: 'fee', value: 1, weight: 0.5, amount: 0.5},
    {feature: 'plan', value: 1, weight: 0.25, amount: 0.25},
  ];
  const sum: Evidence = {kind: 'sum', for: 'yes', against: 'no', start: 1, parts, total: -1.25};
  expect(explain(sum, 1)).toEqual([
    'what speaks for yes (+) and for no (−), largest first:',
    '−3  age: 2 × weight −1.5',
    '+0.75  2 more features together',
    '+1  the start, before any feature',
    '= −1.25, the log of the odds: 3.49 to 1 for no',
  ]);
  expect(explain({...sum, total: 40}).at(-1)).toContain('more than a million to 1 for yes');
  expect(explain({...sum, for: 'price', against: null, total: 12}).at(-1)).toBe('= 12');
});

test('evidence without weights names the value', () => {
  const parts = [{feature: 'age', value: 2, weight: null, amount: 0.5}];
  expect(explain({kind: 'sum', for: 'a', against: 'b', start: 0, parts, total: 0.5})[1]).toBe('+0.5  age: at 2');
});

test('neighbours, questions and votes are each a line', () => {
  const neighbour = {row: 7, distance: 0, answer: 'yes'};
  expect(
    explain({kind: 'neighbours', metric: 'euclidean', neighbours: [neighbour, {...neighbour, row: null}]}),
  ).toEqual(['neighbour 1: row 7 itself, distance 0, yes', 'neighbour 2: a training row, distance 0, yes']);
  const questions = [{feature: 'age', value: 3, threshold: 2.5, answer: 'no', rows: 9}] as const;
  expect(explain({kind: 'path', questions, leaf: {rows: 1, shares: {no: 0, yes: 1}, mean: null}})).toEqual([
    'age ≤ 2.5? no, it is 3',
    'a leaf of 1 training row: no 0, yes 1',
  ]);
  expect(explain({kind: 'votes', trees: 3, votes: [{label: 'yes', trees: 2, probability: 0.6}]})).toEqual([
    'yes: likeliest for 2 of 3 trees, mean probability 0.6',
  ]);
  expect(explain({kind: 'answers', trees: 9, low: 1, high: 4, mean: 2})).toEqual([
    '9 trees answer from 1 to 4',
    'their mean is 2',
  ]);
});

test('the answer says by which rule it was found, and whether it is right', () => {
  expect(section('the answer')).toEqual([
    'probabilities: no 0.75, yes 0.25',
    'churned is predicted to be no (yes from 0.3 on, no below)',
    'in truth churned is yes: the model is wrong',
  ]);
  expect(section('the answer', {outcome: {value: 10}, truth: 12})).toEqual([
    'churned is predicted to be 10',
    'in truth churned is 12: 2 off',
  ]);
  expect(section('the answer', {outcome: {value: 10}, truth: null})).toEqual(['churned is predicted to be 10']);
  expect(section('the answer', {outcome: null})).toEqual(['There is no prediction for this row.']);
});
