import type {Objective} from './lbfgs.ts';
import type {LossRows} from './logistic-rows.ts';
import {addRows, weighRows} from './products.ts';

/**
 * The loss of borders between classes, as a function of their weights.
 *
 *     two classes:  L(w) = Σ_i a_i · log(1 + exp(−m_i)) + ½ Σ_j c_j w_j²      m_i = ±(w · z_i), + for the second class
 *     more:         L(W) = Σ_i a_i · [ log Σ_k exp(w_k · z_i) − w_y(i) · z_i ] + ½ Σ_k Σ_j c_j w_kj²
 *
 * a: row weights; c: penalties. A point holds the d weights of every border, one border after the other.
 */
export function logisticLoss(rows: LossRows): Objective {
  const scores = Array.from({length: rows.borders}, () => new Float64Array(rows.z.rows));
  const toResiduals = rows.borders === 1 ? twoClassResiduals : manyClassResiduals;
  return (point, gradient) => {
    scoreRows(rows, point, scores);
    return toResiduals(rows, scores) + addSlopes(rows, scores, point, gradient);
  };
}

/** Write the score of every row at every border. */
export function scoreRows({z}: LossRows, point: Float64Array, scores: readonly Float64Array[]): void {
  scores.forEach((out, border) => {
    weighRows(z, point.subarray(border * z.columns, (border + 1) * z.columns), out);
  });
}

/** Turn scores into a_i · (p_i − y_i), in place, and return the loss without penalty. */
function twoClassResiduals({y, shares}: LossRows, [scores]: readonly Float64Array[]): number {
  let loss = 0;
  scores!.forEach((score, row) => {
    // exp of a number ≤ 0 cannot overflow.
    const decay = Math.exp(-Math.abs(score));
    const toSecond = (score >= 0 ? 1 : decay) / (1 + decay);
    loss += shares[row]! * (Math.log(1 + decay) + Math.max(y[row] === 1 ? -score : score, 0));
    scores![row] = shares[row]! * (toSecond - y[row]!);
  });
  return loss;
}

function manyClassResiduals({y, shares}: LossRows, scores: readonly Float64Array[]): number {
  let loss = 0;
  for (let row = 0; row < y.length; row++) {
    let highest = -Infinity;
    for (const score of scores) highest = Math.max(highest, score[row]!);
    const own = scores[y[row]!]![row]!;
    let total = 0;
    for (const score of scores) {
      score[row] = Math.exp(score[row]! - highest);
      total += score[row]!;
    }
    loss += shares[row]! * (Math.log(total) + highest - own);
    for (let code = 0; code < scores.length; code++) {
      scores[code]![row] = shares[row]! * (scores[code]![row]! / total - (y[row] === code ? 1 : 0));
    }
  }
  return loss;
}

/** Write the slopes that the residuals and the penalty make, and return the penalty. */
function addSlopes(
  {z, penalties}: LossRows,
  residuals: readonly Float64Array[],
  point: Float64Array,
  gradient: Float64Array,
): number {
  let penalty = 0;
  for (let index = 0; index < point.length; index++) {
    gradient[index] = penalties[index % z.columns]! * point[index]!;
    penalty += 0.5 * gradient[index]! * point[index]!;
  }
  residuals.forEach((residual, border) => {
    addRows(z, residual, gradient.subarray(border * z.columns, (border + 1) * z.columns));
  });
  return penalty;
}
