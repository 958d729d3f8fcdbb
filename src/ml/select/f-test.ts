import {correlation} from '../summary.ts';

/**
 * How much the class means of a column differ, against the spread inside the classes: the F of an analysis of variance.
 *
 *     F = (Σ n_c (x̄_c − x̄)² / (K − 1)) / (Σ (x − x̄_c)² / (n − K))
 *
 * @param values - n values without gaps. @param codes - n class codes in 0 … classes − 1.
 * @returns F ≥ 0, a pure number; K counts the classes that occur. A column that does not vary scores 0 (scikit-learn:
 *   NaN, which ranks lowest too), one that separates the classes perfectly the largest number there is.
 * @see sklearn.feature_selection.f_classif
 */
export function scoreAnova(values: Float64Array, codes: Int32Array, classes: number): number {
  const counts = new Int32Array(classes);
  const means = new Float64Array(classes);
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    counts[codes[row]!]!++;
    means[codes[row]!]! += values[row]!;
    total += values[row]!;
  }
  const mean = total / values.length;
  let between = 0;
  let present = 0;
  for (let code = 0; code < classes; code++) {
    if (counts[code] === 0) continue;
    present++;
    means[code]! /= counts[code]!;
    between += counts[code]! * (means[code]! - mean) ** 2;
  }
  let within = 0;
  for (let row = 0; row < values.length; row++) within += (values[row]! - means[codes[row]!]!) ** 2;
  return finiteRatio(between / (present - 1), within / (values.length - present));
}

/**
 * How well a line through one column alone predicts the target.
 *
 *     F = r² / (1 − r²) · (n − 2)
 *
 * @param values - n values without gaps. @param target - n numbers.
 * @returns F ≥ 0, a pure number: 0 where a side does not vary, the largest number there is for a perfect line.
 * @see sklearn.feature_selection.f_regression
 */
export function scoreLine(values: Float64Array, target: Float64Array): number {
  const squared = correlation(values, target) ** 2;
  return finiteRatio(squared * (values.length - 2), 1 - squared);
}

// Scores go into the step's state, and JSON knows neither NaN nor Infinity.
function finiteRatio(over: number, under: number): number {
  const ratio = over / under;
  return Number.isNaN(ratio) ? 0 : Math.min(ratio, Number.MAX_VALUE);
}
