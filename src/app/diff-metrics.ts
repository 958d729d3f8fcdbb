import type {RunRecord} from '../engine/run-record.ts';
import {metrics as catalogue, isMetricName} from '../ml/metrics/catalogue.ts';
import type {Spread} from '../stages/evaluation/spread.ts';
import {errorOfMean, type LuckSource, scattersOf} from './diff-luck.ts';
import type {RunMetrics} from './run-result.ts';

/** How far two runs of equal skill may lie apart by luck, 19 times in 20; and where that is known from. */
export type Luck = {readonly size: number; readonly from: LuckSource; readonly words: string};

/** One metric of two runs side by side. */
export type MetricDifference = {
  readonly metric: string;
  /** The test rows, or the mean over folds or over repeated splits. */
  readonly part: 'test' | 'cross_validation' | 'repeated';
  readonly a: number | null;
  readonly b: number | null;
  /** b − a. */
  readonly difference: number | null;
  /** The run that did better; null where neither did or it cannot be said. */
  readonly better: 'a' | 'b' | null;
  readonly luck: Luck | null;
  readonly verdict: 'equal' | 'smaller' | 'larger' | 'unknown';
  /** The verdict as a sentence. */
  readonly words: string;
};

/** Compare the metrics of two runs, each with whether the difference is larger than luck explains. */
export function compareMetrics(a: RunRecord, b: RunRecord): readonly MetricDifference[] {
  const [ours, theirs] = [metricsOf(a), metricsOf(b)];
  const tested = namesIn(ours.test, theirs.test).map(metric => {
    const scatters = scattersOf(a, b, metric);
    const luck = scatters && {...scatters[0], sds: scatters.map(({sd}) => sd)};
    return difference(metric, 'test', ours.test?.[metric], theirs.test?.[metric], luck);
  });
  return [...tested, ...compareMeans('cross_validation', a, b), ...compareMeans('repeated', a, b)];
}

function compareMeans(part: 'cross_validation' | 'repeated', a: RunRecord, b: RunRecord): readonly MetricDifference[] {
  const [ours, theirs] = [metricsOf(a)[part]?.all, metricsOf(b)[part]?.all];
  if (!ours || !theirs) return [];
  return namesIn(ours, theirs).map(metric => {
    const [left, right] = [ours[metric], theirs[metric]];
    const isKnown = left && right && left.scores.length > 1 && right.scores.length > 1;
    const sds = isKnown ? [meanError(left, part, a), meanError(right, part, b)] : undefined;
    const luck = sds && {sds, from: part, trials: left!.scores.length};
    return difference(metric, part, left?.mean, right?.mean, luck);
  });
}

/** A fold is tested on one k-th and learns from the rest; a repeated split divides as the run's own split did. */
function meanError(spread: Spread, part: 'cross_validation' | 'repeated', {steps}: RunRecord): number {
  const k = spread.scores.length;
  const report = steps.find(step => step.id === 'split.rows')?.report as {split?: {train: number; test: number}} | null;
  const {train = 3, test = 1} = report?.split ?? {};
  return errorOfMean(spread, part === 'cross_validation' ? 1 / (k - 1) : test / train);
}

type Sizes = {readonly sds: readonly number[]; readonly from: LuckSource; readonly trials: number};

function difference(
  metric: string,
  part: MetricDifference['part'],
  a: number | null | undefined,
  b: number | null | undefined,
  sizes: Sizes | undefined,
): MetricDifference {
  const base = {metric, part, a: a ?? null, b: b ?? null};
  if (typeof a !== 'number' || typeof b !== 'number') {
    const words = typeof a === typeof b ? 'undefined in both' : `undefined in ${typeof a === 'number' ? 'B' : 'A'}`;
    return {...base, difference: null, better: null, luck: null, verdict: 'unknown', words};
  }
  const gap = b - a;
  const better = betterOf(metric, gap);
  if (gap === 0) return {...base, difference: 0, better, luck: null, verdict: 'equal', words: 'the same'};
  if (!sizes) return {...base, difference: gap, better, luck: null, verdict: 'unknown', words: unknownLuck};
  const luck = luckOf(sizes);
  const verdict = Math.abs(gap) > luck.size ? 'larger' : 'smaller';
  const words = `${verdict} than the luck of the split (±${luck.size.toPrecision(2)}, ${luck.words})`;
  return {...base, difference: gap, better, luck, verdict, words};
}

const unknownLuck = 'not judged: how much of it is luck is not known';

/** Two deviations of the difference of two independent scores; on the same test rows luck is smaller, so this is careful. */
function luckOf({sds, from, trials}: Sizes): Luck {
  const size = 2 * Math.sqrt(sds.reduce((sum, sd) => sum + sd * sd, 0));
  const words = {
    repeated: `from ${trials} repeated splits`,
    cross_validation: `from ${trials} folds`,
    test_rows: `from ${trials} test rows`,
  }[from];
  return {size, from, words};
}

function betterOf(metric: string, gap: number): 'a' | 'b' | null {
  if (gap === 0 || !isMetricName(metric)) return null;
  return gap > 0 === catalogue[metric].higherIsBetter ? 'b' : 'a';
}

function metricsOf({metrics}: RunRecord): Partial<RunMetrics> {
  return (metrics ?? {}) as unknown as Partial<RunMetrics>;
}

function namesIn(a: object = {}, b: object = {}): readonly string[] {
  const known = Object.keys(catalogue);
  const place = (name: string) => (known.includes(name) ? known.indexOf(name) : known.length);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort((x, y) => place(x) - place(y));
}
