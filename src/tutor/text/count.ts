/** The words of a text; numbers and words joined by a hyphen count as one, figures in `{{…}}` as one. */
export function wordsOf(text: string): readonly string[] {
  return text.replace(/\{\{.*?\}\}/gu, '0').match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The number of words of a text. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

/** The number of sentences of a text: stretches that end in a full stop, question or exclamation mark; at least 1. */
export function countSentences(text: string): number {
  return Math.max(1, text.split(/[.!?:]+(?:\s|$)/u).filter(part => countWords(part) > 0).length);
}

// An e that is not heard (scale, scales, scaled), but not that of table, classes or counted.
const silentEnding = /(?:(?:[^aeiouylsxzcgh]|[aeiouy]l)es|(?:[^aeiouyl]|[aeiouy]l)e|[^dt]ed)$/u;

/** The syllables of an English word, by counting groups of vowels; right for about nine words in ten. */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/gu, '');
  if (letters.length <= 3) return 1;
  const stem = letters.replace(silentEnding, ending => ending[0]!).replace(/^y/u, '');
  return Math.max(1, stem.match(/[aeiouy]{1,2}/gu)?.length ?? 1);
}

/**
 * The school grade that reads a text with ease.
 *
 *     grade = 0.39 · words / sentences + 11.8 · syllables / words − 15.59
 *
 * @returns years of school (United States); 0 for a text without words.
 * @see Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas, Research Branch Report 8-75.
 */
export function readingGrade(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return 0.39 * (words.length / countSentences(text)) + 11.8 * (syllables / words.length) - 15.59;
}
