import type {TreeTargets} from './tree-rows.ts';

export type Criterion = 'gini' | 'entropy' | 'squared_error';

/** What a node holds. */
export type Totals = {
  /** The weight of each class, or the weighted sum of the targets alone. */
  readonly sums: Float64Array;
  readonly weight: number;
  /** How large a score can get here: what rounding errors are measured against. */
  readonly size: number;
};

/** A run of one column's sorted rows that belong to one node. */
export type Run = {
  readonly values: Float32Array;
  readonly rows: Int32Array;
  readonly start: number;
  readonly end: number;
};

/** A cut of a run: how many of its first rows go left, and how well both sides then agree with themselves. */
export type Cut = {readonly left: number; readonly score: number};

// scikit-learn takes values closer than this for equal.
const SAME_VALUE = 1e-7;
// Scores that differ by less, as a share of the largest possible one, are equal but for rounding.
const SAME_SCORE = 1e-12;

/** Add up a node. */
export function totalsOf({classes, codes, numbers}: TreeTargets, weights: Float64Array, run: Run): Totals {
  const sums = new Float64Array(classes || 1);
  let weight = 0;
  let squares = 0;
  for (let place = run.start; place < run.end; place++) {
    const row = run.rows[place]!;
    const share = weights[row]!;
    weight += share;
    if (classes > 0) sums[codes[row]!]! += share;
    else {
      sums[0]! += share * numbers[row]!;
      squares += share * numbers[row]! ** 2;
    }
  }
  return {sums, weight, size: classes > 0 ? weight : squares};
}

/**
 * How well a node agrees with itself.
 *
 *     gini:           Σ_k c_k² / W            = W · (1 − gini)
 *     entropy:        Σ_k c_k ln c_k − W ln W = −W · entropy
 *     squared error:  (Σ a_i y_i)² / W        = Σ a_i y_i² − W · variance
 *
 * c_k: weight of class k, a: row weights, W: their sum. So score(left) + score(right) − score(node) is what a split
 * takes away from W × impurity.
 */
export function scoreOf({sums, weight}: Totals, criterion: Criterion): number {
  if (criterion === 'entropy') return sums.reduce((total, sum) => total + xLogX(sum), 0) - xLogX(weight);
  return sums.reduce((total, sum) => total + sum * sum, 0) / weight;
}

/** Tell whether a score beats another by more than rounding could. */
export function isHigher(score: number, other: number, {size}: Totals): boolean {
  return score - other > SAME_SCORE * size;
}

/** Tell whether a run holds one value only, as far as splitting can see. */
export function isConstant({values, rows, start, end}: Run): boolean {
  return !(values[rows[end - 1]!]! - values[rows[start]!]! > SAME_VALUE);
}

/** The number half-way between the two sides of a cut: `value ≤ threshold` goes left. */
export function thresholdOf({values, rows, start}: Run, {left}: Cut): number {
  const below = values[rows[start + left - 1]!]!;
  const above = values[rows[start + left]!]!;
  const middle = below / 2 + above / 2;
  return middle < above ? middle : below;
}

/** Finds the best cut of a run, the lowest of equal ones; `left` is 0 where none leaves enough rows on both sides. */
export type Cutter = (run: Run, totals: Totals) => Cut;

/** Make the function that finds the best cut of a run, with at least `minLeaf` rows on both sides. */
export function cutter(targets: TreeTargets, weights: Float64Array, criterion: Criterion, minLeaf: number): Cutter {
  return criterion === 'squared_error'
    ? numberCutter(targets.numbers, weights, minLeaf)
    : classCutter(targets, weights, criterion === 'entropy', minLeaf);
}

function classCutter({classes, codes}: TreeTargets, weights: Float64Array, entropy: boolean, minLeaf: number): Cutter {
  const lefts = new Float64Array(classes);
  return ({values, rows, start, end}, totals) => {
    const {sums, weight} = totals;
    let left = 0;
    let score = -Infinity;
    let leftWeight = 0;
    let leftTerms = 0;
    let rightTerms = 0;
    for (const sum of sums) rightTerms += entropy ? xLogX(sum) : sum * sum;
    let before = values[rows[start]!]!;
    lefts.fill(0);
    for (let place = start; place < end; place++) {
      const row = rows[place]!;
      const value = values[row]!;
      if (value - before > SAME_VALUE && place - start >= minLeaf && end - place >= minLeaf) {
        const rightWeight = weight - leftWeight;
        const now = entropy
          ? leftTerms - xLogX(leftWeight) + (rightTerms - xLogX(rightWeight))
          : leftTerms / leftWeight + rightTerms / rightWeight;
        if (left === 0 || isHigher(now, score, totals)) {
          left = place - start;
          score = now;
        }
      }
      before = value;
      const share = weights[row]!;
      const code = codes[row]!;
      const was = lefts[code]!;
      const rest = sums[code]! - was;
      leftTerms += entropy ? xLogX(was + share) - xLogX(was) : share * (2 * was + share);
      rightTerms += entropy ? xLogX(rest - share) - xLogX(rest) : share * (share - 2 * rest);
      lefts[code] = was + share;
      leftWeight += share;
    }
    return {left, score};
  };
}

function numberCutter(numbers: Float64Array, weights: Float64Array, minLeaf: number): Cutter {
  return ({values, rows, start, end}, totals) => {
    const {weight} = totals;
    const sum = totals.sums[0]!;
    let left = 0;
    let score = -Infinity;
    let leftWeight = 0;
    let leftSum = 0;
    let before = values[rows[start]!]!;
    for (let place = start; place < end; place++) {
      const row = rows[place]!;
      const value = values[row]!;
      if (value - before > SAME_VALUE && place - start >= minLeaf && end - place >= minLeaf) {
        const rightSum = sum - leftSum;
        const now = (leftSum * leftSum) / leftWeight + (rightSum * rightSum) / (weight - leftWeight);
        if (left === 0 || isHigher(now, score, totals)) {
          left = place - start;
          score = now;
        }
      }
      before = value;
      leftSum += weights[row]! * numbers[row]!;
      leftWeight += weights[row]!;
    }
    return {left, score};
  };
}

function xLogX(value: number): number {
  return value > 0 ? value * Math.log(value) : 0;
}
