import {expect, test} from 'vitest';
import {decide, type PolicySettings, type SeenBatch} from '../../../src/app/monitor/policy.ts';

const settings = (change: Partial<PolicySettings>): PolicySettings => ({
  ...{policy: 'drift', every_batches: 2, window: 2, cool_down: 0},
  ...change,
});
const quiet = (name: string): SeenBatch => ({name, drifted: false, labelled: true, dropped: false, learnable: 400});
const drifted = (name: string, labelled = true): SeenBatch => ({
  ...{name, drifted: true, labelled, dropped: false},
  learnable: labelled ? 400 : 0,
});

test('without a reason nothing is trained', () => {
  expect(decide([], settings({}))).toEqual({retrain: false, batches: [], words: ''});
  expect(decide([quiet('a')], settings({}))).toMatchObject({retrain: false, words: ''});
  expect(decide([drifted('a')], settings({policy: 'none'})).retrain).toBe(false);
});

test('drift trains from the batches of the drift alone, never from rows without labels', () => {
  expect(decide([quiet('a'), drifted('b', false)], settings({}))).toMatchObject({
    retrain: false,
    words: 'the rows have drifted, but no labels from this time are known yet',
  });
  expect(decide([quiet('a'), drifted('b'), drifted('c', false)], settings({})).batches).toEqual(['b']);
});

test('the window says from how many of the newest labelled batches', () => {
  const seen = [drifted('a'), drifted('b'), drifted('c'), drifted('d', false)];
  expect(decide(seen, settings({window: 2})).batches).toEqual(['b', 'c']);
  expect(decide(seen, settings({window: 9})).batches).toEqual(['a', 'b', 'c']);
});

test('a new model is left alone until its cool-down is over', () => {
  expect(decide([drifted('a')], settings({cool_down: 1})).words).toContain('but the model is new');
  expect(decide([drifted('a'), drifted('b')], settings({cool_down: 1})).retrain).toBe(true);
});

test('the schedule counts the batches since the model is in use', () => {
  const every = settings({policy: 'schedule', every_batches: 2});
  expect(decide([quiet('a')], every).retrain).toBe(false);
  expect(decide([quiet('a'), quiet('b')], every)).toMatchObject({retrain: true, batches: ['a', 'b']});
  expect(decide([quiet('a'), quiet('b'), quiet('c')], every).retrain).toBe(false);
});

test('performance looks at the newest batch whose labels are known', () => {
  const worse = {...quiet('b'), dropped: true};
  expect(decide([quiet('a'), worse, drifted('c', false)], settings({policy: 'performance'}))).toMatchObject({
    retrain: true,
    batches: ['a', 'b'],
    words: 'by the labels of b the model has become worse',
  });
  expect(decide([worse, quiet('c')], settings({policy: 'performance'})).retrain).toBe(false);
});

test('a handful of labelled rows is not worth a model', () => {
  const few = {...drifted('a'), learnable: 30};
  expect(decide([few], settings({})).words).toContain('30 labelled rows are too few to learn from');
});
