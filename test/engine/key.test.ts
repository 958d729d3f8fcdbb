import fc from 'fast-check';
import {expect, test} from 'vitest';
import {stepKey} from '../../src/engine/key.ts';
import type {Json} from '../../src/engine/value.ts';
import {canonicalJson} from '../../src/engine/value.ts';
import {toyStep} from './toy-pipeline.ts';

test('the key of a step is the same for ever', () => {
  const step = toyStep('preprocessing.scale', ['preprocessing.encode'], {scale: 'standard'});
  expect(stepKey(step, null, {'preprocessing.encode': 'ab12'})).toBe(
    'b5ee1f5c2a0fe7e95c57ebd7d3141b3542c450148982a67414e84595058a91b7',
  );
});

test('any change of any setting, of the seed, the version or an input changes the key', () => {
  const settings = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(settings, settings, (one, other) => {
      const keyOf = (params: Record<string, unknown>) =>
        stepKey(toyStep('a', [], params as {[name: string]: Json}), null, {});
      const isEqual = canonicalJson(one as Json) === canonicalJson(other as Json);
      expect(keyOf(one) === keyOf(other)).toBe(isEqual);
    }),
  );
  const step = toyStep('a', ['b']);
  const keys = [
    stepKey(step, null, {b: '1'}),
    stepKey(step, 1, {b: '1'}),
    stepKey(step, null, {b: '2'}),
    stepKey({...step, version: 2}, null, {b: '1'}),
    stepKey({...step, id: 'c'}, null, {b: '1'}),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
