/** A stream of random numbers that is the same for the same seed, everywhere and for ever. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
  /** A draw from the standard normal distribution. */
  normal(): number;
  /** The numbers 0 … n−1 in random order (Fisher–Yates). */
  permutation(n: number): Int32Array;
  /** `n` draws from 0 … n−1 with replacement: a bootstrap sample. */
  bootstrap(n: number): Int32Array;
};

/**
 * Open the random stream that belongs to a seed.
 *
 * A part of the work that needs its own randomness opens its own stream under a longer name
 * (`42/training.fit/tree/7`), so that adding a step or a tree never shifts another's numbers.
 *
 * @see Chris Doty-Humphrey, PractRand: sfc32, here seeded by four 32-bit hashes of the name and 15 warm-up draws.
 */
export function randomStream(seed: string): Random {
  const next = sfc32(seed);
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    // Box–Muller; 1 − u keeps the logarithm away from 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    permutation(n) {
      const order = Int32Array.from({length: n}, (_, index) => index);
      for (let last = n - 1; last > 0; last--) {
        const other = below(last + 1);
        const held = order[last]!;
        order[last] = order[other]!;
        order[other] = held;
      }
      return order;
    },
    bootstrap: n => Int32Array.from({length: n}, () => below(n)),
  };
}

function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [0, 1, 2, 3].map(salt => hash32(seed, salt)) as [number, number, number, number];
  const draw = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 15; round++) draw();
  return draw;
}

/** FNV-1a with a final avalanche (murmur3's), salted: four salts give four independent words. */
function hash32(text: string, salt: number): number {
  let hash = 2166136261 ^ Math.imul(salt + 1, 0x9e3779b1);
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
