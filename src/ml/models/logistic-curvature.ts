import type {Divider} from './lbfgs.ts';
import {scoreRows} from './logistic-loss.ts';
import type {LossRows} from './logistic-rows.ts';
import {multiplyColumns} from './products.ts';

// With more weights than this, the table of all curvatures costs more than it saves.
const MOST_WEIGHTS = 250;
// Keeps the table invertible along directions in which the loss does not change at all.
const LEAST_CURVATURE = 1e-9;

/**
 * Make the function that tells how much the logistic loss curves at a point, so that the search can take steps of the
 * right length in every direction, also along columns that move together.
 *
 *     H_kl = Σ_i a_i p_ik (δ_kl − p_il) z_i z_iᵀ + δ_kl diag(penalties),   g ← H⁻¹ g
 *
 * With many weights only the largest possible curvature along each of them is used: ¼ · mean square + penalty.
 */
export function logisticCurvature(rows: LossRows): (point: Float64Array) => Divider {
  const {borders, z, penalties} = rows;
  if (borders * z.columns <= MOST_WEIGHTS) return point => choleskyDivider(curvatures(rows, chances(rows, point)));
  return () => slopes => {
    // `prepareRows` scales the columns so that their mean square is 1, less four penalties.
    for (let index = 0; index < slopes.length; index++) slopes[index]! /= 0.25 + penalties[index % z.columns]!;
  };
}

/** The probability of each border's class, row by row. */
function chances(rows: LossRows, point: Float64Array): readonly Float64Array[] {
  const scores = Array.from({length: rows.borders}, () => new Float64Array(rows.z.rows));
  scoreRows(rows, point, scores);
  if (rows.borders === 1) return scores.map(score => score.map(value => 1 / (1 + Math.exp(-value))));
  for (let row = 0; row < rows.z.rows; row++) {
    let highest = -Infinity;
    for (const score of scores) highest = Math.max(highest, score[row]!);
    let total = 0;
    for (const score of scores) total += Math.exp(score[row]! - highest);
    for (const score of scores) score[row] = Math.exp(score[row]! - highest) / total;
  }
  return scores;
}

/** The lower half of H, row after row. */
function curvatures({z, shares, penalties}: LossRows, chances: readonly Float64Array[]): readonly Float64Array[] {
  const {columns} = z;
  const table = Array.from({length: chances.length * columns}, () => new Float64Array(chances.length * columns));
  chances.forEach((own, border) => {
    chances.slice(0, border + 1).forEach((theirs, other) => {
      const same = other === border ? 1 : 0;
      const block = multiplyColumns(
        z,
        own.map((chance, row) => shares[row]! * chance * (same - theirs[row]!)),
      );
      for (let j = 0; j < columns; j++) {
        const line = table[border * columns + j]!;
        for (let k = 0; k < columns; k++) line[other * columns + k] = block[Math.max(j, k) * columns + Math.min(j, k)]!;
        if (same) line[border * columns + j]! += penalties[j]! + LEAST_CURVATURE;
      }
    });
  });
  return table;
}

/** Split H into L · Lᵀ, in place, and divide by both, one after the other. */
function choleskyDivider(table: readonly Float64Array[]): Divider {
  table.forEach((line, i) => {
    for (let j = 0; j <= i; j++) {
      let sum = line[j]!;
      for (let k = 0; k < j; k++) sum -= line[k]! * table[j]![k]!;
      line[j] = i === j ? Math.sqrt(Math.max(sum, LEAST_CURVATURE)) : sum / table[j]![j]!;
    }
  });
  return slopes => {
    table.forEach((line, i) => {
      for (let k = 0; k < i; k++) slopes[i]! -= line[k]! * slopes[k]!;
      slopes[i]! /= line[i]!;
    });
    for (let i = table.length - 1; i >= 0; i--) {
      const line = table[i]!;
      slopes[i]! /= line[i]!;
      for (let k = 0; k < i; k++) slopes[k]! -= line[k]! * slopes[i]!;
    }
  };
}
