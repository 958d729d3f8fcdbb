import {expect, test} from 'vitest';
import {HeldOutputs} from '../../src/engine/held-outputs.ts';

test('outputs stay at hand until they weigh too much; then the oldest go first', () => {
  const held = new HeldOutputs(100);
  held.add('load', 'table', 60);
  held.add('scale', 'scaled', 40);
  expect(held.get('load')).toBe('table');
  held.add('fit', 'model', 10);
  expect([held.get('load'), held.get('scale'), held.get('fit')]).toEqual([undefined, 'scaled', 'model']);
});

test('the newest output stays even where it alone is too much', () => {
  const held = new HeldOutputs(100);
  held.add('load', 'table', 60);
  held.add('large', 'larger table', 500);
  expect([held.get('load'), held.get('large')]).toEqual([undefined, 'larger table']);
});

test('an output that is added again counts once', () => {
  const held = new HeldOutputs(100);
  held.add('load', 'old', 60);
  held.add('load', 'new', 60);
  held.add('scale', 'scaled', 40);
  expect([held.get('load'), held.get('scale')]).toEqual(['new', 'scaled']);
});
