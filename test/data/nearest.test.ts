import {expect, test} from 'vitest';
import {nearest} from '../../src/data/nearest.ts';

test('a slip suggests what was meant', () => {
  expect(nearest('winne', ['iris', 'wine', 'diabetes'])).toBe('wine');
  expect(nearest('monthly_fe', ['watch_hours', 'monthly_fee'])).toBe('monthly_fee');
});

test('case does not count', () => {
  expect(nearest('SPECIES', ['species'])).toBe('species');
});

test('a word that is far from all suggests nothing', () => {
  expect(nearest('banana', ['species', 'wine'])).toBeUndefined();
  expect(nearest('x', ['yz'])).toBeUndefined();
  expect(nearest('wnie', ['wine'])).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});

test('the first of equally near candidates wins', () => {
  expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
});
