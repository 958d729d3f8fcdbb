import {expect, test} from 'vitest';
import {foldText, slugOf} from '../../../src/tutor/text/fold.ts';
import {editDistance, nearestName, suggestName} from '../../../src/tutor/text/nearest.ts';

test('folding forgives case, hyphens, spaces, quotes and a final full stop', () => {
  for (const typed of ['Min-Max scaling', ' min  max–scaling. ', '“min-max” scaling', 'MIN_MAX SCALING']) {
    expect(foldText(typed)).toBe('min max scaling');
  }
});

test('a slug is made of the first words of a text', () => {
  expect(slugOf('The 133 rows that are left, of course')).toBe('the-133-rows-that-are-left');
  expect(slugOf('…')).toBe('item');
});

test('the edit distance counts single letters', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
});

test('the nearest name is suggested, and a long list of names is not printed', () => {
  expect(nearestName('objectve', ['objective', 'level'])).toBe('objective');
  expect(nearestName('zebra', ['objective', 'level'])).toBeUndefined();
  expect(suggestName('zebra', ['single', 'blank'])).toBe('Use one of: single, blank.');
  expect(
    suggestName(
      'zebra',
      Array.from({length: 30}, (_, i) => `name-${i}`),
    ),
  ).not.toContain('name-3');
});
