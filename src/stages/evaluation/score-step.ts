import {isNumeric} from '../../data/table.ts';
import type {Step} from '../../engine/step.ts';
import type {Parts, TransformOutput} from '../../engine/transform.ts';
import type {Value} from '../../engine/value.ts';
import {columnOf} from '../../ml/matrix.ts';
import {type Cuts, cutRows} from '../../ml/metrics/curves.ts';
import type {Rows} from '../rows.ts';
import type {Trap} from '../spec.ts';
import {explainTrained, type NamedExplanation} from '../training/explain.ts';
import {type Prediction, predictRows, type TrainedModel} from '../training/train-model.ts';
import {idleSettings, positiveIndex} from './positive.ts';
import {drawFigures, type Figures, type Scores, scorePrediction} from './scores.ts';
import type {How} from './settings.ts';
import {trapWarning} from './traps.ts';

/** What the evaluation of the test rows leaves behind, always beside the training rows and the baseline. */
export type ScoreOutput = Figures & {
  readonly train: Scores;
  readonly test: Scores;
  readonly baseline: Scores;
  readonly positive: string | null;
  /** The prediction for each test row: the probability of the positive class, or the number; null with many classes. */
  readonly scores: Float64Array | null;
  readonly index: Int32Array;
  /** How many hits and false alarms each threshold gives, and how many rows there are of either kind. */
  readonly cuts: (Cuts & {readonly positives: number; readonly negatives: number}) | null;
  readonly explanation: NamedExplanation;
};

type Inputs = readonly [TransformOutput<Rows & Value>, TrainedModel, TrainedModel];

/** Score the model on the test rows, and beside it on the training rows and against the baseline. */
export function scoreStep(from: string, how: How, traps: readonly Trap[]): Step {
  // The trap of that name: the training rows are passed off as the test.
  const scoreOnTrain = traps.includes('score_on_train');
  return {
    id: 'evaluation.score',
    stage: 'evaluation',
    version: 2,
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
        warnings: [...(scoreOnTrain ? [trapWarning('score_on_train')] : []), ...idleSettings(how, model)],
      };
      return {output: output as unknown as Value, report};
    },
  };
}

function score(model: TrainedModel, baseline: TrainedModel, {train, test}: Parts<Rows>, how: How): ScoreOutput {
  const {classes} = model;
  const predicted = predictRows(model, test);
  const place = positiveIndex(classes, how.positive);
  const scores = oneScorePerRow(predicted, place);
  return {
    ...drawFigures(predicted, test, classes, how),
    train: scorePrediction(predictRows(model, train), train, classes, how),
    test: scorePrediction(predicted, test, classes, how),
    baseline: scorePrediction(predictRows(baseline, test), test, classes, how),
    positive: classes[place] ?? null,
    scores,
    index: test.index,
    cuts: scores && place >= 0 ? cutTest(test, place, scores) : null,
    explanation: explainTrained(model),
  };
}

function oneScorePerRow(predicted: Prediction, positive: number): Float64Array | null {
  if (predicted.task === 'regression') return predicted.values;
  return positive >= 0 ? columnOf(predicted.probabilities, positive) : null;
}

function cutTest({target}: Rows, positive: number, scores: Float64Array): ScoreOutput['cuts'] {
  if (!target || isNumeric(target)) return null;
  const cuts = cutRows(target.codes, positive, scores);
  return {...cuts, positives: cuts.hits.at(-1) ?? 0, negatives: cuts.falseAlarms.at(-1) ?? 0};
}
