import type {Step} from '../../engine/step.ts';
import type {Value} from '../../engine/value.ts';
import type {SplitOutput} from '../split/split-rows.ts';
import {type Chain, chainParams, tryChain} from './chain.ts';
import {type CurvePoint, type CurveScores, measureCurve} from './curve-trials.ts';
import {drawRows, type FoldRule, foldsOf, mostFolds, partsOf} from './folds.ts';
import {defaultMetric} from './scores.ts';

const shares = [0.1, 0.2, 0.35, 0.5, 0.75, 1];
const folds = 5;

/** Scores of models that saw more and more rows, in the shape that the chart of that name takes. */
export type LearningCurve = CurveScores<number> & {
  /** Training rows, ascending. */
  readonly sizes: readonly number[];
};

/**
 * Fit the chain on more and more of the training rows, and score it on the rows it learned from and on a fold it did
 * not: a lasting gap between the two is over-fitting, two poor lines close together are under-fitting.
 *
 * @see sklearn.model_selection.learning_curve
 */
export function learningCurveStep(chain: Chain, rule: FoldRule): Step {
  return {
    id: 'evaluation.learning_curve',
    stage: 'evaluation',
    version: 1,
    params: {...chainParams(chain), group: rule.group, time: rule.time},
    random: true,
    needs: ['split.rows'],
    run: ([input], context) => {
      const {parts, classes} = input as unknown as SplitOutput;
      const k = Math.min(folds, mostFolds(parts.train, rule));
      const cuts = foldsOf(parts.train, k, context.seed, rule).map(fold => partsOf(parts.train, fold));
      const least = Math.min(...cuts.map(cut => cut.train.index.length));
      const sizes = [...new Set(shares.map(share => Math.max(2, Math.round(share * least))))];
      const points = sizes.map(at => ({at, make: tryWith(chain, at)}));
      const {x, scores} = measureCurve(points, {metric: defaultMetric(classes), folds: cuts}, context);
      const output: LearningCurve = {...scores, sizes: x};
      const learned = scores.left_out.map(({at, reason}) => `${at} rows left out: ${reason}`);
      return {output: output as unknown as Value, report: {learned, warnings: []}};
    },
  };
}

function tryWith(chain: Chain, size: number): CurvePoint {
  return ({train, test}, context) =>
    // The same stream for every size, so that a larger drawing goes on where a smaller one stopped.
    tryChain(chain, {train: drawRows(train, size, `${context.seed}/rows`), test}, context);
}
