import {expect, test} from 'vitest';
import {readPath} from '../../../src/tutor/figures/result.ts';
import {runResult} from '../mini-course.ts';

const result = runResult(0.9, {tuning: {best: {'a.b': 3}}, warnings: [{code: 'leak.target_like', at: 'column x'}]});

test('test, train and baseline are short for metrics', () => {
  expect(readPath(result, ['test', 'accuracy'])).toBe(0.9);
  expect(readPath(result, ['metrics', 'train', 'accuracy'])).toBe(0.99);
  expect(readPath(result, ['split', 'test'])).toBe(45);
});

test('items of a list are found by id or code with dots in it, and by position', () => {
  expect(readPath(result, ['steps', 'preprocessing', 'scale', 'status'])).toBe('ran');
  expect(readPath(result, ['warnings', 'leak', 'target_like', 'at'])).toBe('column x');
  expect(readPath(result, ['confusion', 'matrix', '0', '1'])).toBe(1);
  expect(readPath(result, ['tuning', 'best', 'a', 'b'])).toBe(3);
});

test('a path that leads nowhere is undefined, names of Object included', () => {
  expect(readPath(result, ['test', 'roc_auc'])).toBeUndefined();
  expect(readPath(result, ['toString'])).toBeUndefined();
  expect(readPath(result, ['fingerprint', 'length'])).toBeUndefined();
});
