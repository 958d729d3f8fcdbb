import type {RunRecord} from '../engine/run-record.ts';
import type {Spread} from '../stages/evaluation/spread.ts';
import type {RunMetrics} from './run-result.ts';

/** What the scatter of a figure was measured on. */
export type LuckSource = 'repeated' | 'cross_validation' | 'test_rows';

/** How far a figure scatters by luck alone: its standard deviation, and where that is known from. */
export type Scatter = {readonly sd: number; readonly from: LuckSource; readonly trials: number};

/**
 * How far a test metric of each of two runs would move if the rows fell differently into training and test: as repeated
 * splits or folds showed it in both runs, else as the number of test rows tells; undefined where none of them is known.
 */
export function scattersOf(a: RunRecord, b: RunRecord, metric: string): readonly [Scatter, Scatter] | undefined {
  for (const measure of [scatterOver('repeated'), scatterOver('cross_validation'), scatterOnRows]) {
    const [left, right] = [measure(a, metric), measure(b, metric)];
    if (left && right) return [left, right];
  }
  return undefined;
}

type Measure = (record: RunRecord, metric: string) => Scatter | undefined;

function scatterOver(from: 'repeated' | 'cross_validation'): Measure {
  return ({metrics}, metric) => {
    const spread = ((metrics ?? {}) as unknown as Partial<RunMetrics>)[from]?.all?.[metric];
    return spread && spread.scores.length > 1 ? {sd: spread.sd, from, trials: spread.scores.length} : undefined;
  };
}

const scatterOnRows: Measure = (record, metric) => {
  const sd = errorOnRows(record, metric);
  return sd === undefined ? undefined : {sd, from: 'test_rows', trials: rowsIn(record)};
};

/**
 * The standard error of a mean over trials that share most of their training rows.
 *
 *     se = sd · √(1/k + share),   share = test rows / training rows of a trial
 *
 * Folds are not independent, so sd/√k alone would be far too sure.
 *
 * @see Nadeau & Bengio, Inference for the Generalization Error, 2003.
 */
export function errorOfMean({sd, scores}: Spread, share: number): number {
  return sd * Math.sqrt(1 / scores.length + share);
}

type Confusion = {readonly labels: readonly string[]; readonly matrix: readonly (readonly number[])[]};

/** The standard error of a test metric from the number of test rows alone; undefined where no short formula is known. */
function errorOnRows({confusion, metrics, data}: RunRecord, metric: string): number | undefined {
  if (confusion === null || confusion === undefined) return undefined;
  const {labels, matrix} = confusion as unknown as Confusion;
  const actual = matrix.map(row => sum(row));
  const hits = labels.map((_, place) => matrix[place]![place]!);
  if (metric === 'accuracy') return shareError(sum(hits), sum(actual));
  if (metric === 'balanced_accuracy')
    return rootSum(hits.map((hit, place) => shareError(hit, actual[place]!))) / labels.length;
  const positive = labels.indexOf((data as {readonly positive?: string} | null)?.positive ?? '');
  if (labels.length !== 2 || positive < 0) return undefined;
  const [found, rows] = [hits[positive]!, actual[positive]!];
  if (metric === 'recall') return shareError(found, rows);
  if (metric === 'precision') return shareError(found, sum(matrix.map(row => row[positive]!)));
  const area = (metrics as unknown as Partial<RunMetrics> | null)?.test?.roc_auc;
  return metric === 'roc_auc' && typeof area === 'number' ? areaError(area, rows, sum(actual) - rows) : undefined;
}

/**
 * The standard error of a share of rows, with two rows of either kind added so that a share of 1 is not taken for certain.
 *
 *     p = (hits + 2) / (n + 4),   se = √(p(1 − p) / (n + 4))
 *
 * @see Agresti & Coull, Approximate is better than "exact" for interval estimation of binomial proportions, 1998.
 */
export function shareError(hits: number, n: number): number {
  const p = (hits + 2) / (n + 4);
  return Math.sqrt((p * (1 - p)) / (n + 4));
}

/**
 * The standard error of the area under a ROC curve.
 *
 *     se² = (A(1−A) + (p−1)(A/(2−A) − A²) + (n−1)(2A²/(1+A) − A²)) / (p·n)
 *
 * @param positives - p, the rows of the positive class; `negatives` - n, the others.
 * @see Hanley & McNeil, The meaning and use of the area under a ROC curve, 1982.
 */
export function areaError(area: number, positives: number, negatives: number): number {
  const square = area * area;
  const first = (positives - 1) * (area / (2 - area) - square);
  const second = (negatives - 1) * ((2 * square) / (1 + area) - square);
  return Math.sqrt(Math.max(0, area * (1 - area) + first + second) / (positives * negatives));
}

function rowsIn({confusion}: RunRecord): number {
  return sum((confusion as unknown as Confusion).matrix.map(row => sum(row)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rootSum(values: readonly number[]): number {
  return Math.sqrt(sum(values.map(value => value * value)));
}
