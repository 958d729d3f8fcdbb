import {expect, test} from 'vitest';
import {countSyllables, countWords, readingGrade} from '../../../src/tutor/text/count.ts';

test('words joined by a hyphen or apostrophe count as one and a figure as one', () => {
  expect(countWords("The k-NN model doesn't score {{a.test.accuracy | percent}} here.")).toBe(7);
  expect(countWords('')).toBe(0);
});

test('syllables of common words are counted', () => {
  const words = {
    cat: 1,
    table: 2,
    column: 2,
    distance: 2,
    scale: 1,
    scaling: 2,
    scaled: 1,
    scales: 1,
    classes: 2,
    counted: 2,
    number: 2,
    accuracy: 4,
  };
  for (const [word, syllables] of Object.entries(words))
    expect([word, countSyllables(word)]).toEqual([word, syllables]);
});

test('the reading grade is 0.39 words per sentence plus 11.8 syllables per word minus 15.59', () => {
  // 6 words, 1 sentence, 6 syllables
  expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10);
  expect(readingGrade('')).toBe(0);
});

test('long words in long sentences read at a higher grade', () => {
  const easy = 'We put the columns on one ruler. Then each one counts.';
  const hard = 'Standardisation of heterogeneous numerical attributes facilitates comparability across dimensions.';
  expect(readingGrade(easy)).toBeLessThan(4);
  expect(readingGrade(hard)).toBeGreaterThan(15);
});
