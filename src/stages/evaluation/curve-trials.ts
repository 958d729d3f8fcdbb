import type {StepContext} from '../../engine/step.ts';
import type {Parts} from '../../engine/transform.ts';
import {KnownError} from '../../errors.ts';
import {isDefined, type Score} from '../../ml/score.ts';
import type {Rows} from '../rows.ts';
import type {Trial, TrialContext} from './chain.ts';
import {scoreRows} from './scores.ts';
import {summarise} from './spread.ts';

/** One point of a curve: how its trial is made of the two parts of a fold. */
export type CurvePoint = (parts: Parts<Rows>, context: TrialContext) => Trial;

/** Scores along a curve, on the rows learned from and on the rows kept out, column by column as charts take them. */
export type CurveScores<X> = {
  readonly metric: string;
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly trainSd: readonly number[];
  readonly validationSd: readonly number[];
  /** Points that could not be measured, and why. */
  readonly left_out: ReadonlyArray<{readonly at: X; readonly reason: string}>;
};

type PointScores =
  | {readonly train: number; readonly trainSd: number; readonly validation: number; readonly validationSd: number}
  | {readonly reason: string};

type Curve = {readonly metric: string; readonly folds: ReadonlyArray<Parts<Rows>>};

/**
 * Measure every point of a curve in every fold. A point that cannot be measured says why and is left out.
 *
 * @returns the values of x that were measured, and the scores there.
 */
export function measureCurve<X>(
  points: ReadonlyArray<{readonly at: X; readonly make: CurvePoint}>,
  curve: Curve,
  context: StepContext,
): {readonly x: readonly X[]; readonly scores: CurveScores<X>} {
  const measured = measurePoints(
    points.map(point => point.make),
    curve,
    context,
  );
  const known = measured.flatMap((scores, place) => ('reason' in scores ? [] : [{...scores, at: points[place]!.at}]));
  const left_out = measured.flatMap((scores, place) =>
    'reason' in scores ? [{at: points[place]!.at, reason: scores.reason}] : [],
  );
  const scores = {
    metric: curve.metric,
    train: known.map(point => point.train),
    validation: known.map(point => point.validation),
    trainSd: known.map(point => point.trainSd),
    validationSd: known.map(point => point.validationSd),
    left_out,
  };
  return {x: known.map(point => point.at), scores};
}

function measurePoints(
  points: readonly CurvePoint[],
  {metric, folds}: Curve,
  {seed, progress}: StepContext,
): readonly PointScores[] {
  const total = points.length * folds.length;
  return points.map((make, place) => {
    const scores: Array<readonly [Score, Score]> = [];
    try {
      for (const [fold, parts] of folds.entries()) {
        const keepOn = () => progress(place * folds.length + fold, total);
        keepOn();
        const {model, parts: ready, chain} = make(parts, {seed: `${seed}/fold/${fold}`, keepOn});
        const on = (rows: Rows) => scoreRows(model, rows, chain.evaluation)[metric]!;
        scores.push([on(ready.train), on(ready.test)]);
      }
    } catch (error) {
      if (!(error instanceof KnownError) || error.code === 'interrupted') throw error;
      return {reason: error.message};
    }
    return averageOf(scores);
  });
}

function averageOf(scores: ReadonlyArray<readonly [Score, Score]>): PointScores {
  const [train, validation] = [0, 1].map(side => scores.map(pair => pair[side as 0 | 1]));
  const missing = [...train!, ...validation!].find(score => !isDefined(score));
  if (missing !== undefined && !isDefined(missing)) return {reason: missing.undefined};
  const [seen, unseen] = [train!, validation!].map(list => summarise(list.filter(isDefined)));
  return {train: seen!.mean, trainSd: seen!.sd, validation: unseen!.mean, validationSd: unseen!.sd};
}
