import {randomStream} from '../../data/random.ts';
import {takeMatrixRows} from '../../ml/matrix.ts';
import {isMetricName, metrics} from '../../ml/metrics/catalogue.ts';
import {isDefined} from '../../ml/score.ts';
import {chiSquareTail} from '../../ml/special.ts';
import type {Artifact} from '../deployment/artifact.ts';
import {type Scores, scorePrediction} from '../evaluation/scores.ts';
import type {How} from '../evaluation/settings.ts';
import {type Rows, takeFlowRows} from '../rows.ts';
import type {Prediction} from '../training/train-model.ts';
import type {MetricReading} from './reference.ts';

/** Answers to rows whose target is known. */
export type Answered = {readonly prediction: Prediction; readonly rows: Rows};

/** How answers of a model are scored. */
export type Scoring = Pick<Artifact, 'classes' | 'positive' | 'threshold'> & {readonly average: How['average']};

/** Into this many groups rows are divided to see how much a metric depends on which rows there happen to be. */
const groups = 20;

/** Every metric of the answers by name. */
export function scoreAnswers({prediction, rows}: Answered, scoring: Scoring): Scores {
  return scorePrediction(prediction, rows, scoring.classes, scoring);
}

/**
 * A metric and its standard error, by leaving out one twentieth of the rows at a time.
 *
 *     error = √((G − 1)/G · Σ (θ₍g₎ − mean θ₍g₎)²),   θ₍g₎ = the metric without group g, G = 20
 *
 * @returns null where the metric is not defined on these rows.
 * @see B. Efron, The jackknife, the bootstrap and other resampling plans, 1982: the grouped jackknife.
 */
export function readMetric(answered: Answered, scoring: Scoring, metric: string): MetricReading | null {
  const rows = answered.rows.index.length;
  const value = scoreAnswers(answered, scoring)[metric];
  if (value === undefined || !isDefined(value) || rows < groups) return null;
  // Shuffled, because rows may come in a rhythm.
  const order = randomStream('monitoring.metric').permutation(rows);
  const without = Array.from({length: groups}, (_, group) => {
    const kept = order.filter((_, place) => place % groups !== group);
    const score = scoreAnswers(takeAnswered(answered, kept), scoring)[metric];
    return score !== undefined && isDefined(score) ? score : null;
  });
  const known = without.filter(score => score !== null);
  if (known.length < groups) return null;
  const mean = known.reduce((sum, score) => sum + score, 0) / groups;
  const squares = known.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return {metric, value, error: Math.sqrt(((groups - 1) / groups) * squares), rows};
}

/** The chosen rows with their answers. */
export function takeAnswered({prediction, rows}: Answered, places: Int32Array): Answered {
  const chosen = takeFlowRows(rows, places);
  if (prediction.task === 'classification') {
    return {rows: chosen, prediction: {...prediction, probabilities: takeMatrixRows(prediction.probabilities, places)}};
  }
  return {rows: chosen, prediction: {...prediction, values: Float64Array.from(places, row => prediction.values[row]!)}};
}

/**
 * The chance that a metric comes out so much worse where nothing has changed.
 *
 *     z = (reference − current) / √(error² + error²),   p = 1 − Φ(z)
 *
 * The sign is turned for metrics of which less is better.
 */
export function dropTest(reference: MetricReading, current: MetricReading): number {
  const isHigherBetter = !isMetricName(reference.metric) || metrics[reference.metric].higherIsBetter;
  const drop = (reference.value - current.value) * (isHigherBetter ? 1 : -1);
  const spread = Math.hypot(reference.error, current.error);
  if (spread === 0) return drop > 0 ? 0 : 1;
  const tail = chiSquareTail((drop / spread) ** 2, 1) / 2;
  return drop > 0 ? tail : 1 - tail;
}
