import {countDistinct} from '../quantile.ts';
import {standardDeviation} from '../summary.ts';
import {countAround, neighbourDistance, planeNeighbours} from './neighbours.ts';

/**
 * What a column tells about the class of a row, in nats (1 nat = 1.44 bits), estimated from nearest neighbours.
 *
 *     I = ψ(n) + mean ψ(k_i) − mean ψ(n_c) − mean ψ(m_i)
 *
 * r_i is the distance from row i to the k-th nearest row of its class, k_i the number of other rows of its class within
 * r_i, m_i the number of all other rows within r_i, n_c the size of its class. Without equal values k_i is k, and this is
 * Ross's estimator. Where k rows or more are equal to row i, r_i is 0, and k_i and m_i count the equal rows, itself
 * included; scikit-learn adds random noise instead.
 *
 * @param values - n values without gaps. @param codes - n class codes. @param k - neighbours, as scikit-learn 3.
 * @returns at least 0. Classes of one row are left out.
 * @see B. C. Ross, Mutual information between discrete and continuous data sets, PLoS ONE 9(2), 2014;
 *   W. Gao and others, Estimating mutual information for discrete-continuous mixtures, NeurIPS 2017;
 *   sklearn.feature_selection.mutual_info_classif
 */
export function classInformation(values: Float64Array, codes: Int32Array, k = 3): number {
  const groups = sortByClass(values, codes).filter(group => group.length > 1);
  const all = Float64Array.from(groups.flatMap(group => Array.from(group))).sort();
  const psi = digammas(all.length);
  let sum = 0;
  for (const group of groups) {
    const neighbours = Math.min(k, group.length - 1);
    for (let place = 0; place < group.length; place++) {
      const radius = neighbourDistance(group, place, neighbours);
      const value = group[place]!;
      const self = radius > 0 ? 1 : 0;
      const inClass = countAround(group, value, radius, true) - self;
      const inAll = countAround(all, value, radius, true) - self;
      sum += psi[inClass]! - psi[inAll]! - psi[group.length]!;
    }
  }
  return all.length === 0 ? 0 : Math.max(0, psi[all.length]! + sum / all.length);
}

/**
 * What a column tells about a numeric target, in nats, estimated from nearest neighbours in the plane of the two.
 *
 *     I = ψ(n) + mean ψ(k_i) − mean ψ(x_i) − mean ψ(y_i)
 *
 * Both are divided by their standard deviation; r_i is the larger-side distance from row i to its k-th nearest row, k_i
 * the number of other rows within r_i in the plane, x_i and y_i those within r_i in the column and in the target alone,
 * but at least one more than are nearer. Without equal values this is the first estimator of Kraskov and others. Where
 * r_i is 0 all three count the equal rows, row i included.
 *
 * @param values - n values without gaps. @param target - n numbers. @param k - neighbours, as scikit-learn 3.
 * @returns at least 0; 0 where n ≤ k or a side does not vary.
 * @see A. Kraskov and others, Estimating mutual information, Physical Review E 69, 2004;
 *   sklearn.feature_selection.mutual_info_regression
 */
export function numberInformation(values: Float64Array, target: Float64Array, k = 3): number {
  const n = values.length;
  const xSpread = standardDeviation(values);
  const ySpread = standardDeviation(target);
  if (n <= k || !(xSpread > 0 && ySpread > 0)) return 0;
  const x = values.map(value => value / xSpread);
  const y = target.map(value => value / ySpread);
  const xs = x.slice().sort();
  const ys = y.slice().sort();
  const psi = digammas(n);
  const near = countDistinct(xs) < countDistinct(ys) ? planeNeighbours(y, x, k) : planeNeighbours(x, y, k);
  let sum = 0;
  for (let row = 0; row < n; row++) {
    const radius = near.radius[row]!;
    sum += psi[near.count[row]!]! - psi[countBeside(xs, x[row]!, radius)]! - psi[countBeside(ys, y[row]!, radius)]!;
  }
  return Math.max(0, psi[n]! + sum / n);
}

function countBeside(sorted: Float64Array, value: number, radius: number): number {
  const within = countAround(sorted, value, radius, true);
  return radius === 0 ? within : Math.max(within - 1, countAround(sorted, value, radius, false));
}

// ψ(1) … ψ(n): ψ(1) is minus Euler's constant and ψ(i + 1) = ψ(i) + 1/i.
function digammas(n: number): Float64Array {
  const psi = new Float64Array(n + 1);
  psi[0] = Number.NaN;
  psi[1] = -0.5772156649015329;
  for (let i = 1; i < n; i++) psi[i + 1] = psi[i]! + 1 / i;
  return psi;
}

function sortByClass(values: Float64Array, codes: Int32Array): readonly Float64Array[] {
  const groups = new Map<number, number[]>();
  values.forEach((value, row) => {
    const group = groups.get(codes[row]!);
    if (group) group.push(value);
    else groups.set(codes[row]!, [value]);
  });
  return [...groups.values()].map(group => Float64Array.from(group).sort());
}
