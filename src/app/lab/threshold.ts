import type {ResultOf} from '../actions.ts';
import type {RunResult} from '../run-result.ts';

/** What each threshold would do with the test rows. */
export type Sweep = NonNullable<ResultOf<'thresholdSweep'>>;

/** The place of the threshold nearest to a value. */
export function nearestThreshold({thresholds}: Sweep, value: number): number {
  let best = 0;
  for (const [place, threshold] of thresholds.entries()) {
    if (Math.abs(threshold - value) < Math.abs(thresholds[best]! - value)) best = place;
  }
  return best;
}

/** The numbers of one threshold in a line each, as people read them. */
export function thresholdFacts(sweep: Sweep, place: number): ReadonlyArray<readonly [name: string, value: number]> {
  const {precision, recall, f1, tp, fp, fn, tn} = sweep;
  const [hits, alarms, misses, rest] = [tp[place]!, fp[place]!, fn[place]!, tn[place]!];
  return [
    ['threshold', sweep.thresholds[place]!],
    ['precision', precision[place]!],
    ['recall', recall[place]!],
    ['f1', f1[place]!],
    ['accuracy', (hits + rest) / (hits + alarms + misses + rest)],
    ['false alarms', alarms],
    ['missed', misses],
  ];
}

/** A run as it would be with another threshold: the same probabilities, other labels. */
export function atThreshold(run: RunResult, sweep: Sweep, place: number): RunResult {
  const {positive} = sweep;
  const labels = run.data.classes;
  const hit = labels.indexOf(positive);
  const miss = 1 - hit;
  const matrix: number[][] = [
    [0, 0],
    [0, 0],
  ];
  matrix[hit]![hit] = sweep.tp[place]!;
  matrix[hit]![miss] = sweep.fn[place]!;
  matrix[miss]![hit] = sweep.fp[place]!;
  matrix[miss]![miss] = sweep.tn[place]!;
  const evaluation = {...run.pipeline.evaluation, threshold: sweep.thresholds[place]!};
  return {...run, confusion: {labels, matrix}, pipeline: {...run.pipeline, evaluation}};
}
