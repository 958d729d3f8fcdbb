import {distance} from 'fastest-levenshtein';

/**
 * Find the candidate that a mistyped word most likely means; case does not count.
 *
 * Close means: at most one change per three letters, and one change is always allowed.
 *
 * @returns the nearest candidate (the first of equals), or undefined where none is close enough to suggest.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let found: string | undefined;
  let smallest = Math.max(1, word.length / 3);
  for (const candidate of candidates) {
    const changes = distance(typed, candidate.toLowerCase());
    if (changes < smallest || (found === undefined && changes <= smallest)) {
      found = candidate;
      smallest = changes;
    }
  }
  return found;
}
