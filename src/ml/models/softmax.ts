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

/**
 * The same probabilities by way of logarithms, as naive Bayes in scikit-learn computes them.
 *
 *     p_k = exp(s_k − L),   L = m + ln Σ_j exp(s_j − m)
 *
 * Next to a large score the smallest shares are lost in rounding, so that rows tie which `softmaxRows` tells apart;
 * metrics of ranking see these ties, and agree with scikit-learn only where they are the same.
 *
 * @see scipy.special.logsumexp
 */
export function softmaxByLogs(scores: Matrix): Matrix {
  const {columns, data} = scores;
  const shares = softmaxRows(scores);
  for (let start = 0; start < data.length; start += columns) {
    const row = data.subarray(start, start + columns);
    const highest = row.reduce((most, score) => Math.max(most, score), -Infinity);
    if (highest === -Infinity) continue;
    const sum = row.reduce((total, score) => total + Math.exp(score - highest), 0);
    const whole = highest + Math.log(sum);
    for (let code = 0; code < columns; code++) shares.data[start + code] = Math.exp(row[code]! - whole);
  }
  return shares;
}
