import type {ScoreOutput} from './score-step.ts';
import {evenPlaces} from './scores.ts';

/** How the test rows fall at every threshold, column by column and the lowest threshold first. */
export type ThresholdSweep = {
  /** The class whose probability is compared with the threshold. */
  readonly positive: string;
  readonly thresholds: readonly number[];
  readonly tp: readonly number[];
  readonly fp: readonly number[];
  readonly fn: readonly number[];
  readonly tn: readonly number[];
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  readonly f1: readonly number[];
};

/** More points than this, and neighbours are one column of a screen. */
const mostPoints = 200;

/**
 * The confusion counts and the metrics at every threshold where they change; of very many, evenly chosen ones.
 *
 *     precision = tp / (tp + fp),   recall = tp / (tp + fn),   f1 = 2·tp / (2·tp + fp + fn)
 *
 * @returns null where there are not two classes, or no test row is of the positive one.
 */
export function sweepThresholds({cuts, positive}: Pick<ScoreOutput, 'cuts' | 'positive'>): ThresholdSweep | null {
  if (!cuts || positive === null || cuts.positives === 0) return null;
  const places = [...evenPlaces(cuts.thresholds.length, mostPoints)].reverse();
  const column = (value: (tp: number, fp: number) => number) =>
    places.map(place => value(cuts.hits[place]!, cuts.falseAlarms[place]!));
  const {positives, negatives} = cuts;
  return {
    positive,
    thresholds: places.map(place => cuts.thresholds[place]!),
    tp: column(tp => tp),
    fp: column((_, fp) => fp),
    fn: column(tp => positives - tp),
    tn: column((_, fp) => negatives - fp),
    precision: column((tp, fp) => tp / (tp + fp)),
    recall: column(tp => tp / positives),
    f1: column((tp, fp) => (2 * tp) / (tp + fp + positives)),
  };
}
