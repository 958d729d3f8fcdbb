import {isNumeric} from '../../data/table.ts';
import type {Json} from '../../engine/value.ts';
import {KnownError} from '../../errors.ts';
import type {Matrix} from '../../ml/matrix.ts';
import type {Classifier, Explanation, FitContext, Model, Regressor} from '../../ml/model.ts';
import {classifiers, mljs, regressors} from '../../ml/models/index.ts';
import {readSetting} from '../read-setting.ts';
import type {Rows} from '../rows.ts';
import type {TaskKind} from '../split/target.ts';
import {toMatrix} from './matrix.ts';
import type {TrainingSettings} from './settings.ts';

/** A model and all it learned, as plain data: what a registry keeps and a service loads. */
export type TrainedModel = {
  readonly model: string;
  readonly implementation: 'builtin' | 'mljs';
  readonly task: TaskKind;
  readonly version: number;
  readonly params: {readonly [name: string]: Json};
  /** The columns it reads, in order. */
  readonly features: readonly string[];
  readonly classes: readonly string[];
  readonly state: Json;
};

/** What a model says about rows: a probability per class, or a number. */
export type Prediction =
  | {readonly task: 'classification'; readonly probabilities: Matrix}
  | {readonly task: 'regression'; readonly values: Float64Array};

type ModelChoice = Pick<TrainingSettings, 'model' | 'params' | 'class_weight' | 'implementation'>;

/**
 * Train a model on rows that are all numbers.
 *
 * @throws {KnownError} `bad_setting` when the model cannot do this task, `cannot_fit` or `bad_target` as the model says.
 */
export function trainModel(rows: Rows, choice: ModelChoice, task: TaskKind, context: FitContext): TrainedModel {
  const model = findModel(choice, task);
  const params = resolveParams(model, choice.params);
  const target = rows.target!;
  const x = toMatrix(rows.table);
  if (x.columns === 0 && choice.model !== 'dummy') throw noFeatures();
  const classes = isNumeric(target) ? [] : target.levels;
  const state =
    model.task === 'regression'
      ? model.fit({x, y: isNumeric(target) ? target.values : new Float64Array()}, params, context)
      : model.fit({...classRows(rows, x), ...weightsOf(rows, choice, model)}, params, context);
  const {name, version} = model;
  const features = rows.table.columns.map(column => column.name);
  return {model: name, implementation: choice.implementation, task, version, params, features, classes, state};
}

/** Let a trained model say what it thinks of rows. */
export function predictRows(trained: TrainedModel, rows: Rows): Prediction {
  const model = findModel(trained, trained.task);
  const x = toMatrix(rows.table);
  return model.task === 'regression'
    ? {task: 'regression', values: model.load(trained.state).predict(x)}
    : {task: 'classification', probabilities: model.load(trained.state).probabilities(x)};
}

/** What the model can show of itself: coefficients, importances, a tree, curves. */
export function explainModel(trained: TrainedModel): Explanation {
  return findModel(trained, trained.task).explain?.(trained.state) ?? {};
}

/** The model of that name for that task. */
export function findModel(
  {model, implementation}: Pick<ModelChoice, 'implementation'> & {readonly model: string},
  task: TaskKind,
): Classifier | Regressor {
  if (implementation === 'mljs') {
    const found = mljs[model];
    if (found && found.task === task) return found;
    throw new KnownError('bad_setting', `The mljs implementation of \`${model}\` is for classes only.`, {
      hint: 'Set `training.implementation: builtin`.',
    });
  }
  const found = (task === 'classification' ? classifiers : regressors)[model];
  if (found) return found;
  const able = Object.keys(task === 'classification' ? classifiers : regressors).join(', ');
  const [has, needs] = task === 'classification' ? ['a class', 'numbers'] : ['a number', 'classes'];
  throw new KnownError('bad_setting', `\`${model}\` predicts ${needs}, and the target is ${has}.`, {
    hint: `Set \`training.model\` to one of ${able}.`,
  });
}

/** The parameters given, over the model's defaults. */
export function resolveParams(model: Model, given: {readonly [name: string]: Json}): {readonly [name: string]: Json} {
  const values = Object.entries(model.params).map(([name, setting]) => {
    if (given[name] === undefined) return [name, setting.default];
    const reading = readSetting(name, setting, given[name]);
    if ('problem' in reading) throw new KnownError('bad_setting', reading.problem, {hint: reading.hint});
    return [name, reading.value];
  });
  return Object.fromEntries(values) as {readonly [name: string]: Json};
}

function classRows(rows: Rows, x: Matrix) {
  const target = rows.target!;
  if (isNumeric(target)) throw new Error('A class target was expected.');
  return {x, y: target.codes, classes: target.levels.length};
}

/** Balanced weights: n / (classes · rows of the class), so that every class weighs the same in all. */
function weightsOf(rows: Rows, {class_weight, model: name}: ModelChoice, model: Classifier): {weights?: Float64Array} {
  if (class_weight === 'none') return {};
  if (!model.weighted) {
    throw new KnownError('bad_setting', `\`class_weight: balanced\` means nothing to \`${name}\`.`, {
      hint: 'Leave it at none, or choose logistic_regression, decision_tree or random_forest.',
    });
  }
  const {y, classes} = classRows(rows, {rows: 0, columns: 0, data: new Float64Array()});
  const counts = new Int32Array(classes);
  for (const code of y) counts[code]!++;
  return {weights: Float64Array.from(y, code => y.length / (classes * counts[code]!))};
}

function noFeatures(): KnownError {
  return new KnownError('cannot_fit', 'No column is left to learn from.', {
    hint: 'Keep at least one column that is not free text, a date or empty: look at `ingestion.drop` and `features.select`.',
  });
}
