import type {Random} from '../../src/data/random.ts';

/** Draw one of the words; each has a weight, and the weights sum to 1. */
export function choose<Word extends string>(random: Random, weights: Readonly<Record<Word, number>>): Word {
  const words = Object.keys(weights) as Word[];
  let left = random.next();
  for (const word of words) {
    left -= weights[word];
    if (left < 0) return word;
  }
  return words.at(-1)!;
}

/** Draw a count whose mean is given. @see D. Knuth, The Art of Computer Programming 2, 3.4.1 */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count += 1;
  return count;
}

/** Draw yes or no. */
export function chance(random: Random, probability: number): boolean {
  return random.next() < probability;
}

/** The number with so many decimals; minus zero does not occur. */
export function round(value: number, decimals = 0): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
}

/** The number, or the nearest bound. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The probability that belongs to a score: 1 / (1 + e^−score). */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** `count` different numbers out of 0 … n − 1, ascending. */
export function pick(random: Random, n: number, count: number): readonly number[] {
  return [...random.permutation(n).subarray(0, count)].sort((a, b) => a - b);
}

/** The day so many days after another, as YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
