import {choice, map, type ValuesOf} from '../../ml/setting.ts';

export const modelNames = [
  'logistic_regression',
  'knn',
  'decision_tree',
  'random_forest',
  'naive_bayes',
  'linear_regression',
  'ridge',
  'dummy',
] as const;

export type ModelName = (typeof modelNames)[number];

export const trainingSettings = {
  model: choice(modelNames, 'logistic_regression', 'The kind of model that learns from the training rows.'),
  params: map('The parameters of the model, under their scikit-learn names, such as {n_neighbors: 3}.'),
  class_weight: choice(['none', 'balanced'], 'none', 'Whether rare classes count more while the model learns.', {
    sklearn: 'class_weight',
  }),
  implementation: choice(
    ['builtin', 'mljs'],
    'builtin',
    'Who wrote the model: this program, or the ml-knn and ml-logistic-regression packages.',
  ),
};

/** The settings with the model in place. */
export type TrainingSettings = ValuesOf<typeof trainingSettings>;
/** The settings as a person left them: a model not named depends on the task. */
export type TrainingWish = Omit<TrainingSettings, 'model'> & {readonly model: ModelName | null};

/** The simplest model there is, which every other has to beat. */
export const baselineTraining: TrainingSettings = {
  model: 'dummy',
  params: {},
  class_weight: 'none',
  implementation: 'builtin',
};

/** The model to train: the one named, or the usual first one for the task. */
export function withModel(training: TrainingWish, task: 'classification' | 'regression'): TrainingSettings {
  return {
    ...training,
    model: training.model ?? (task === 'regression' ? 'linear_regression' : trainingSettings.model.default),
  };
}
