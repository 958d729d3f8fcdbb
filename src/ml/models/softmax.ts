import type {Matrix} from '../matrix.ts';

/**
 * Turn each row of scores into probabilities that sum to 1, without overflow. A score of −∞ means "never".
 *
 *     p_k = exp(s_k − m) / Σ_j exp(s_j − m),   m = max_j s_j
 */
export function softmaxRows({rows, columns, data}: Matrix): Matrix {
  const shares = new Float64Array(data.length);
  for (let start = 0; start < data.length; start += columns) {
    let highest = -Infinity;
    for (let place = start; place < start + columns; place++) highest = Math.max(highest, data[place]!);
    // Only a row absurdly far from everything gets here; then nothing speaks for one class over another.
    if (highest === -Infinity) {
      shares.fill(1 / columns, start, start + columns);
      continue;
    }
    let total = 0;
    for (let place = start; place < start + columns; place++) {
      shares[place] = Math.exp(data[place]! - highest);
      total += shares[place]!;
    }
    for (let place = start; place < start + columns; place++) shares[place]! /= total;
  }
  return {rows, columns, data: shares};
}
