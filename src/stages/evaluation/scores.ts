import {isNumeric} from '../../data/table.ts';
import {columnOf} from '../../ml/matrix.ts';
import {type Confusion, countConfusion} from '../../ml/metrics/confusion.ts';
import {type PrCurve, prCurve, type RocCurve, rocCurve} from '../../ml/metrics/curves.ts';
import {type CalibrationPoint, calibrationCurve} from '../../ml/metrics/probability.ts';
import {type ResidualSummary, summariseResiduals} from '../../ml/metrics/regression.ts';
import {scoreClasses, scoreNumbers} from '../../ml/metrics/score-all.ts';
import {isDefined, type Score} from '../../ml/score.ts';
import type {Rows} from '../rows.ts';
import {type Prediction, predictRows, type TrainedModel} from '../training/train-model.ts';
import {labelsAt, positiveIndex} from './positive.ts';
import type {How} from './settings.ts';

/** The value of every metric by name; an undefined one says why. */
export type Scores = {readonly [metric: string]: Score};

/** Score what a model says about rows whose target is known. */
export function scoreRows(trained: TrainedModel, rows: Rows, how: How): Scores {
  return scorePrediction(predictRows(trained, rows), rows, trained.classes, how);
}

/** Score predictions against the target. */
export function scorePrediction(prediction: Prediction, {target}: Rows, classes: readonly string[], how: How): Scores {
  if (!target) throw new Error('Rows without a target cannot be scored.');
  if (prediction.task === 'regression') {
    return scoreNumbers(isNumeric(target) ? target.values : new Float64Array(), prediction.values);
  }
  if (isNumeric(target)) throw new Error('A class target was expected.');
  const positive = positiveIndex(classes, how.positive);
  const {probabilities} = prediction;
  const predicted = labelsAt(probabilities, positive, how.threshold);
  return scoreClasses({
    actual: target.codes,
    predicted,
    probabilities,
    labels: classes,
    positive,
    average: how.average,
  });
}

/** The pictures of one evaluation; each is null where the task has none. */
export type Figures = {
  readonly confusion: Confusion | null;
  readonly roc: RocCurve | null;
  readonly pr: PrCurve | null;
  readonly calibration: readonly CalibrationPoint[] | null;
  readonly residuals: ResidualSummary | null;
};

/** The confusion matrix and the curves of predictions, or the summary of what a regression missed. */
export function drawFigures(prediction: Prediction, {target}: Rows, classes: readonly string[], how: How): Figures {
  const none = {confusion: null, roc: null, pr: null, calibration: null, residuals: null};
  if (!target) return none;
  if (prediction.task === 'regression') {
    return isNumeric(target) ? {...none, residuals: summariseResiduals(target.values, prediction.values)} : none;
  }
  if (isNumeric(target)) return none;
  const positive = positiveIndex(classes, how.positive);
  const {probabilities} = prediction;
  const confusion = countConfusion(target.codes, labelsAt(probabilities, positive, how.threshold), classes);
  if (positive < 0) return {...none, confusion};
  const scores = columnOf(probabilities, positive);
  const roc = rocCurve(target.codes, positive, scores);
  const pr = prCurve(target.codes, positive, scores);
  return {
    ...none,
    confusion,
    roc: isDefined(roc) ? thin(roc) : null,
    pr: isDefined(pr) ? thin(pr) : null,
    calibration: calibrationCurve(target.codes, positive, scores),
  };
}

/** More points than this, and a curve takes room in every result that no eye can tell. */
const mostPoints = 1000;

/** The same curve with at most so many points, its ends among them. */
function thin<C extends {readonly [column: string]: readonly number[]}>(curve: C): C {
  const longest = Math.max(...Object.values(curve).map(column => column.length));
  if (longest <= mostPoints) return curve;
  const places = evenPlaces(longest, mostPoints);
  const thinned = Object.entries(curve).map(([name, column]) => [
    name,
    places.filter(place => place < column.length).map(place => column[place]!),
  ]);
  return Object.fromEntries(thinned) as C;
}

/** At most so many of the places 0 … n−1, evenly spaced, the first and the last among them. */
export function evenPlaces(n: number, most: number): readonly number[] {
  if (n <= most) return [...Array(n).keys()];
  return Array.from({length: most}, (_, place) => Math.round((place * (n - 1)) / (most - 1)));
}

/** The metric that decides where none is named: the area under the ROC curve for two classes, accuracy for more, R² for numbers. */
export function defaultMetric(classes: readonly string[]): string {
  if (classes.length === 0) return 'r2';
  return classes.length === 2 ? 'roc_auc' : 'accuracy';
}
