/** What a screen, a help page and a search need to know of a metric. */
export type MetricInfo = {
  readonly task: 'classification' | 'regression';
  /** A search maximises it; otherwise it minimises. */
  readonly higherIsBetter: boolean;
  /** The least and the greatest value; null where there is no end. */
  readonly range: readonly [number | null, number | null];
  /** One sentence for the learner. */
  readonly help: string;
  /** The function of `sklearn.metrics` that it agrees with. */
  readonly sklearn: string;
};

const share = {task: 'classification', higherIsBetter: true, range: [0, 1]} as const;
const error = {task: 'regression', higherIsBetter: false, range: [0, null]} as const;

/** Every metric by its public name, the general ones first. */
export const metrics = {
  accuracy: {
    ...share,
    help: 'The share of the rows that were predicted right; misleading where one class is rare.',
    sklearn: 'accuracy_score',
  },
  balanced_accuracy: {
    ...share,
    help: 'The share predicted right, taken in each class and then averaged, so that a rare class counts as much.',
    sklearn: 'balanced_accuracy_score',
  },
  precision: {
    ...share,
    help: 'Of the rows said to be of the class, the share that is: low means many false alarms.',
    sklearn: 'precision_score',
  },
  recall: {
    ...share,
    help: 'Of the rows of the class, the share that was found: low means many are missed.',
    sklearn: 'recall_score',
  },
  f1: {
    ...share,
    help: 'Precision and recall in one number, their harmonic mean: high only where both are.',
    sklearn: 'f1_score',
  },
  roc_auc: {
    ...share,
    help: 'The chance that a positive row scores higher than a negative one: 0.5 is a coin, 1 a perfect ranking.',
    sklearn: 'roc_auc_score',
  },
  average_precision: {
    ...share,
    help: 'Precision averaged over all thresholds, for rare classes: a coin gets the share of positive rows.',
    sklearn: 'average_precision_score',
  },
  log_loss: {
    task: 'classification',
    higherIsBetter: false,
    range: [0, null],
    help: 'How surprised the probabilities are by the truth: sure and wrong costs most.',
    sklearn: 'log_loss',
  },
  brier_score: {
    task: 'classification',
    higherIsBetter: false,
    range: [0, 1],
    help: 'The mean squared distance of the probability from what happened, for two classes.',
    sklearn: 'brier_score_loss',
  },
  rmse: {
    ...error,
    help: 'The typical error in the unit of the target, large errors counting more.',
    sklearn: 'mean_squared_error',
  },
  mae: {...error, help: 'The mean size of the error in the unit of the target.', sklearn: 'mean_absolute_error'},
  r2: {
    task: 'regression',
    higherIsBetter: true,
    range: [null, 1],
    help: 'The share of the variance that is explained: 0 is as good as always saying the mean.',
    sklearn: 'r2_score',
  },
} as const satisfies Record<string, MetricInfo>;

/** The public name of a metric. */
export type MetricName = keyof typeof metrics;

/** Tell whether a name is a metric's. */
export function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(metrics, name);
}
