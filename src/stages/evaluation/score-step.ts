import type {Step} from '../../engine/step.ts';
import type {TransformOutput} from '../../engine/transform.ts';
import type {Value} from '../../engine/value.ts';
import {columnOf} from '../../ml/matrix.ts';
import type {Rows} from '../rows.ts';
import {predictRows, type TrainedModel} from '../training/train-model.ts';
import {positiveIndex} from './positive.ts';
import {drawFigures, type Figures, type Scores, scorePrediction} from './scores.ts';
import type {EvaluationSettings} from './settings.ts';

/** What the evaluation of the test rows leaves behind, always beside the training rows and the baseline. */
export type ScoreOutput = Figures & {
  readonly train: Scores;
  readonly test: Scores;
  readonly baseline: Scores;
  readonly positive: string | null;
  /** The prediction for each test row: the probability of the positive class, or the number; null with many classes. */
  readonly scores: Float64Array | null;
  readonly index: Int32Array;
};

type Inputs = readonly [TransformOutput<Rows & Value>, TrainedModel, TrainedModel];

/**
 * Score the model on the test rows, and beside it on the training rows and against the baseline.
 *
 * @param scoreOnTrain - the trap of that name: the training rows are passed off as the test.
 */
export function scoreStep(from: string, evaluation: EvaluationSettings, scoreOnTrain: boolean): Step {
  const {positive, average, threshold} = evaluation;
  const how = {positive, average, threshold};
  return {
    id: 'evaluation.score',
    stage: 'evaluation',
    version: 1,
    params: {...how, ...(scoreOnTrain ? {trap: 'score_on_train'} : {})},
    random: false,
    needs: [from, 'training.fit', 'training.baseline'],
    run: inputs => {
      const [{parts}, model, baseline] = inputs as unknown as Inputs;
      const test = scoreOnTrain ? parts.train : parts.test;
      const output = score(model, baseline, {train: parts.train, test}, how);
      const report = {
        rows: [test.table.rows, test.table.rows],
        columns: [test.table.columns.length, test.table.columns.length],
        learned: [],
        warnings: [],
      };
      return {output: output as unknown as Value, report};
    },
  };
}

type How = Pick<EvaluationSettings, 'positive' | 'average' | 'threshold'>;

function score(model: TrainedModel, baseline: TrainedModel, parts: {train: Rows; test: Rows}, how: How): ScoreOutput {
  const {classes} = model;
  const predicted = predictRows(model, parts.test);
  const place = positiveIndex(classes, how.positive);
  const values = predicted.task === 'regression' ? predicted.values : undefined;
  const chances =
    predicted.task === 'classification' && place >= 0 ? columnOf(predicted.probabilities, place) : undefined;
  return {
    ...drawFigures(predicted, parts.test, classes, how),
    train: scorePrediction(predictRows(model, parts.train), parts.train, classes, how),
    test: scorePrediction(predicted, parts.test, classes, how),
    baseline: scorePrediction(predictRows(baseline, parts.test), parts.test, classes, how),
    positive: classes[place] ?? null,
    scores: values ?? chances ?? null,
    index: parts.test.index,
  };
}
