import {columnOf, type Matrix} from '../matrix.ts';
import {isDefined, notDefined, type Score} from '../score.ts';
import {mean} from '../summary.ts';
import type {MetricName, metrics} from './catalogue.ts';
import {type Average, accuracy, balancedAccuracy, type Focus, f1, precision, recall} from './classification.ts';
import {countConfusion} from './confusion.ts';
import {averagePrecision, rocAuc} from './curves.ts';
import {brierScore, logLoss} from './probability.ts';
import {mae, r2, rmse} from './regression.ts';

type OfTask<T> = {[N in MetricName]: (typeof metrics)[N]['task'] extends T ? N : never}[MetricName];

/** One value per metric of classification, by public name. */
export type ClassificationScores = Readonly<Record<OfTask<'classification'>, Score>>;
/** The same for regression. */
export type RegressionScores = Readonly<Record<OfTask<'regression'>, Score>>;

/** What a classifier said about n rows, and what is true. */
export type ClassificationOutcome = {
  /** n class codes. */
  readonly actual: Int32Array;
  readonly predicted: Int32Array;
  /** n rows × K classes. */
  readonly probabilities: Matrix;
  readonly labels: readonly string[];
  /** The place of the positive class; counts only where there are two. */
  readonly positive: number;
  /** How precision, recall and f1 are averaged where there are more than two classes. */
  readonly average: Average;
};

/**
 * Every metric of classification.
 *
 * With two classes precision, recall, f1, roc_auc, average_precision and brier_score are those of the positive class.
 * With more, the first three are averaged as asked, roc_auc and average_precision are one class against the rest with
 * all classes equal, and brier_score is undefined.
 */
export function scoreClasses(outcome: ClassificationOutcome): ClassificationScores {
  const {actual, predicted, probabilities, labels, positive} = outcome;
  const confusion = countConfusion(actual, predicted, labels);
  const focus: Focus = labels.length === 2 ? {positive} : {average: outcome.average};
  return {
    accuracy: accuracy(confusion),
    balanced_accuracy: balancedAccuracy(confusion),
    precision: precision(confusion, focus),
    recall: recall(confusion, focus),
    f1: f1(confusion, focus),
    roc_auc: scoreRanking(outcome, rocAuc),
    average_precision: scoreRanking(outcome, averagePrecision),
    log_loss: logLoss(actual, probabilities),
    brier_score:
      labels.length === 2
        ? brierScore(actual, positive, columnOf(probabilities, positive))
        : notDefined('The Brier score is for two classes; look at log_loss.'),
  };
}

/** Every metric of regression. @param actual - n numbers. @param predicted - n numbers in the same unit. */
export function scoreNumbers(actual: Float64Array, predicted: Float64Array): RegressionScores {
  return {rmse: rmse(actual, predicted), mae: mae(actual, predicted), r2: r2(actual, predicted)};
}

type Ranking = (actual: Int32Array, positive: number, scores: Float64Array) => Score;

function scoreRanking({actual, probabilities, labels, positive}: ClassificationOutcome, ranking: Ranking): Score {
  if (labels.length === 2) return ranking(actual, positive, columnOf(probabilities, positive));
  const scores = labels.map((_, code) => ranking(actual, code, columnOf(probabilities, code)));
  const missing = scores.findIndex(score => !isDefined(score));
  if (missing >= 0)
    return notDefined(`Class \`${labels[missing]}\` against the rest: ${whyUndefined(scores[missing]!)}`);
  return mean(Float64Array.from(scores.filter(isDefined)));
}

function whyUndefined(score: Score): string {
  return isDefined(score) ? '' : score.undefined;
}
