import fc from 'fast-check';
import {expect, test} from 'vitest';
import {interleave} from '../../../src/tutor/cards/interleave.ts';

const group = (item: string) => item[0]!;

test('no more than two in a row come from one group when others are left', () => {
  expect(interleave(['a1', 'a2', 'a3', 'b1', 'a4'], group)).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
  expect(interleave(['a1', 'b1', 'a2'], group)).toEqual(['a1', 'b1', 'a2']);
});

test('whatever the groups, nothing is lost and three in a row occur only where they must', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), groups => {
      const items = groups.map((name, index) => `${name}${index}`);
      const ordered = interleave(items, group);
      expect([...ordered].sort()).toEqual([...items].sort());
      const most = Math.max(0, ...['a', 'b', 'c'].map(name => groups.filter(item => item === name).length));
      const canMix = most <= 2 * (groups.length - most + 1);
      const triple = ordered.some(
        (item, i) => i > 1 && [1, 2].every(back => group(ordered[i - back]!) === group(item)),
      );
      if (canMix) expect(triple).toBe(false);
    }),
  );
});
