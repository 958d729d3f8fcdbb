import {expect, test} from 'vitest';
import {differences, settingChanges} from '../../src/engine/reason.ts';
import type {StepRecord} from '../../src/engine/run-record.ts';

const before = {
  params: {C: 1, missing: ['', 'NA']},
  version: 1,
  seed: 42,
  inputs: {load: 'aa', split: 'bb'},
  status: 'ran',
} as unknown as StepRecord;

test('every setting that changed is named with its old and its new value', () => {
  const changes = settingChanges({C: 1, penalty: 'l2', nested: {k: 5, same: 1}}, {C: 10, nested: {k: null, same: 1}});
  expect(changes).toEqual(['C: 1 → 10', 'penalty: l2 → none', 'nested.k: 5 → none']);
});

test('a content hash is named by its first digits, and as new content', () => {
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
  expect(settingChanges({data: a}, {data: b})).toEqual(['data: new content (aaaaaaaa… → bbbbbbbb…)']);
});

test('a long value is cut short', () => {
  expect(settingChanges({drop: 'x'}, {drop: 'y'.repeat(60)})).toEqual([`drop: x → ${'y'.repeat(39)}…`]);
});

test('a new seed, another version and other inputs are all said', () => {
  const now = {step: {params: before.params, version: 2}, seed: 7, inputs: {load: 'cc', scale: 'dd'}};
  expect(differences(now, before)).toEqual([
    'the step itself: version 1 → 2',
    'seed: 42 → 7',
    '`load` has a new output',
    'now reads `scale`',
    'no longer reads `split`',
  ]);
});

test('many inputs are named by the first two', () => {
  const inputs = {a: '1', b: '1', c: '1', d: '1'};
  const renewed = {step: {params: {}, version: 1}, seed: null, inputs: {a: '2', b: '2', c: '2', d: '2'}};
  const record = {...before, params: {}, seed: null, inputs};
  expect(differences(renewed, record)).toEqual(['`a`, `b` and 2 more have new outputs']);
  expect(differences({...renewed, inputs: {}}, record)).toEqual(['no longer reads `a`, `b` and 2 more']);
});

test('of many settings the first are named, those that both runs have before the others', () => {
  const [a, b] = [
    {model: 'knn', k: 5, weights: 'uniform', p: 2},
    {model: 'ridge', alpha: 1},
  ];
  expect(settingChanges(a, b)).toEqual([
    'model: knn → ridge',
    'k: 5 → none',
    'weights: uniform → none',
    '2 more settings',
  ]);
});

test('two long values that begin alike only changed', () => {
  const long = (end: string) => [{name: 'a'.repeat(120), end}];
  expect(settingChanges({transforms: long('x')}, {transforms: long('y')})).toEqual(['transforms changed']);
});

test('an input that is not known yet is not called new', () => {
  const now = {step: {params: before.params, version: 1}, seed: 42, inputs: {load: null, split: 'bb'}};
  expect(differences(now, before)).toEqual([]);
});

test('lists and maps are said in words, without what they leave open', () => {
  const transform = {version: 1, select: 'k_best', k: 5, threshold: null};
  expect(
    settingChanges({traps: [], select: null}, {traps: ['fit_before_split', 'tune_on_test'], select: [transform]}),
  ).toEqual(['traps: none → fit_before_split, tune_on_test', 'select: none → (select k_best, k 5)']);
  expect(settingChanges({missing: []}, {missing: ['', 'NA']})).toEqual(['missing: none → "", NA']);
  expect(settingChanges({drop: null}, {drop: []})).toEqual(['drop changed']);
});
