const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;

/**
 * The natural logarithm of the gamma function, Γ(n) = (n − 1)! for whole n.
 *
 * @param x - a number above 0.
 * @see C. Lanczos, A precision approximation of the gamma function, 1964 (g = 7, nine terms: about 15 digits)
 */
export function logGamma(x: number): number {
  const base = x + 6.5;
  const series = lanczos.reduce((sum, term, place) => (place === 0 ? term : sum + term / (x - 1 + place)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

/**
 * The share of the gamma distribution that lies above x.
 *
 *     Q(a, x) = ∫ₓ^∞ t^(a−1) e^(−t) dt / Γ(a)
 *
 * By the series of 1 − Q below a + 1 and by Lentz's continued fraction above, as each converges fast there.
 *
 * @param a - above 0. @param x - 0 or more.
 * @see scipy.special.gammaincc; W. Press and others, Numerical Recipes, 6.2
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let value = d;
  for (let n = 1, factor = 0; Math.abs(factor - 1) > Number.EPSILON && n < 10_000; n++) {
    const an = n * (a - n);
    b += 2;
    d = 1 / (b + an * d);
    c = b + an / c;
    factor = c * d;
    value *= factor;
  }
  return value;
}

/** The chance that χ² with that many degrees of freedom exceeds x. @see scipy.stats.chi2.sf */
export function chiSquareTail(x: number, degrees: number): number {
  return upperGamma(degrees / 2, x / 2);
}

/** The x that χ² exceeds with that chance, found by halving. @see scipy.stats.chi2.isf */
export function chiSquareAbove(chance: number, degrees: number): number {
  let low = 0;
  let high = degrees + 1;
  while (chiSquareTail(high, degrees) > chance) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (chiSquareTail(middle, degrees) > chance) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The chance that Kolmogorov's limit distribution exceeds λ.
 *
 *     Q(λ) = 2 Σ (−1)^(k−1) e^(−2k²λ²) = 1 − √(2π)/λ · Σ e^(−(2k−1)²π²/(8λ²)),   k = 1, 2, …
 *
 * @see scipy.special.kolmogorov; the first form converges fast for a large λ, the second for a small one.
 */
export function kolmogorovTail(lambda: number): number {
  if (lambda <= 0) return 1;
  let sum = 0;
  if (lambda < 1) {
    for (let k = 1; k <= 5; k++) sum += Math.exp(-(((2 * k - 1) * Math.PI) ** 2) / (8 * lambda * lambda));
    return 1 - (Math.sqrt(2 * Math.PI) / lambda) * sum;
  }
  for (let k = 1; k <= 10; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  return sum;
}
