import {randomStream} from '../../data/random.ts';
import {ksTest} from '../../ml/drift/ks.ts';
import {psiOfNumbers} from '../../ml/drift/psi.ts';
import {isDefined} from '../../ml/score.ts';

export type FalseAlarmOptions = {
  /** How many training rows the batches are compared with. */
  readonly reference?: number | undefined;
  /** How many columns a batch has; one that is flagged raises the alarm. */
  readonly columns?: number | undefined;
  readonly alpha?: number | undefined;
};

/** The share of batches that each rule flags although nothing has changed. */
export type FalseAlarms = {
  readonly batch_size: number;
  readonly columns: number;
  /** The usual limit: look closer above 0.1. */
  readonly psi_above_01: number;
  /** The usual limit: act above 0.2. */
  readonly psi_above_02: number;
  /** The index above its own noise floor at this size. */
  readonly psi_above_floor: number;
  /** Kolmogorov–Smirnov, each column at alpha. */
  readonly ks: number;
  /** Kolmogorov–Smirnov, each column at alpha / columns (Bonferroni). */
  readonly ks_bonferroni: number;
};

const trials = 500;
const remembered = new Map<string, FalseAlarms>();

/**
 * Find out how often each rule cries wolf at a batch size.
 *
 *     share of batches = 1 − (1 − share of columns)^columns
 *
 * The share of columns is tried out: standard normal numbers against standard normal numbers, 500 times, the same ones
 * every time. With Bonferroni's rule the share found at alpha is scaled down to alpha / columns, too rare to be counted.
 *
 * @param size - rows in a batch, from 2 on.
 */
export function falseAlarmsAt(size: number, options: FalseAlarmOptions = {}): FalseAlarms {
  const {reference = 300, columns = 1, alpha = 0.05} = options;
  const key = [size, reference, columns, alpha].join('/');
  const known = remembered.get(key);
  if (known) return known;
  const counts = tryOut(size, reference, alpha);
  const inBatch = (count: number) => (columns === 1 ? count / trials : 1 - (1 - count / trials) ** columns);
  const found = {
    batch_size: size,
    columns,
    psi_above_01: inBatch(counts.psi_above_01),
    psi_above_02: inBatch(counts.psi_above_02),
    psi_above_floor: inBatch(counts.psi_above_floor),
    ks: inBatch(counts.ks),
    ks_bonferroni: inBatch(counts.ks / columns),
  };
  remembered.set(key, found);
  return found;
}

/** How many of the trials each rule flags. */
function tryOut(size: number, reference: number, alpha: number) {
  const random = randomStream(`monitoring.false_alarms/${size}/${reference}`);
  const draw = (n: number) => Float64Array.from({length: n}, () => random.normal());
  const counts = {psi_above_01: 0, psi_above_02: 0, psi_above_floor: 0, ks: 0};
  for (let trial = 0; trial < trials; trial++) {
    const [before, after] = [draw(reference), draw(size)];
    const index = psiOfNumbers(before, after);
    const test = ksTest(before, after);
    if (!isDefined(index) || !isDefined(test)) continue;
    if (index.psi > 0.1) counts.psi_above_01 += 1;
    if (index.psi > 0.2) counts.psi_above_02 += 1;
    if (index.psi > index.floor) counts.psi_above_floor += 1;
    if (test.p < alpha) counts.ks += 1;
  }
  return counts;
}
