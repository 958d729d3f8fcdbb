import type {Trap} from '../../stages/spec.ts';
import type {Json} from '../../tutor/figures/result.ts';

/** Settings that make a run show something it does not show by itself, and what they are for. */
export type Wish = {
  /** What can be learned from it, in one or two sentences. */
  readonly why: string;
  /** What will be set, and run. */
  readonly set: {readonly [path: string]: Json};
};

const splits = 30;

/** Try many other splits of the same rows. */
export const luckWish: Wish = {
  why: `Another split of the same rows gives another score. ${splits} random splits show how much of a score is luck.`,
  set: {'evaluation.repeat': splits},
};

/** Train on more and more rows. */
export const learningWish: Wish = {
  why: 'Training on more and more rows shows whether more rows would help, and whether the model learns by heart.',
  set: {'evaluation.learning_curve': true},
};

/** Register the fitted pipeline. */
export const deployWish: Wish = {
  why: 'A run with a name registers the fitted pipeline as a version: the preprocessing and the model together.',
  set: {'deployment.name': 'playground', 'deployment.promote': 'if_better'},
};

const spaces: {readonly [model: string]: {readonly [setting: string]: readonly Json[]}} = {
  knn: {n_neighbors: [1, 3, 5, 9, 15, 25], 'preprocessing.scale': ['none', 'standard', 'min_max']},
  logistic_regression: {C: [0.01, 0.1, 1, 10, 100], 'preprocessing.scale': ['none', 'standard', 'min_max']},
  decision_tree: {max_depth: [1, 2, 4, 8, null], min_samples_leaf: [1, 5, 20]},
  random_forest: {max_depth: [2, 4, 8], n_estimators: [5, 20, 60]},
  naive_bayes: {var_smoothing: [1e-12, 1e-9, 1e-6, 1e-3], 'preprocessing.scale': ['none', 'standard']},
  ridge: {alpha: [0.01, 0.1, 1, 10, 100], 'features.polynomial': [1, 2]},
  linear_regression: {'preprocessing.scale': ['none', 'standard'], 'features.polynomial': [1, 2]},
  dummy: {'preprocessing.scale': ['none', 'standard']},
};

/** Search a grid that suits the model. */
export function tuningWish(model: string): Wish {
  const space = spaces[model] ?? spaces.dummy!;
  const names = Object.keys(space).join(' and ');
  return {
    why: `A grid search tries every pair of values of ${names}, each by cross-validation on the training rows.`,
    set: {'tuning.method': 'grid', 'tuning.space': space},
  };
}

/** What each mistake on purpose does, and what it flatters. */
export const trapWords: {readonly [trap in Trap]: string} = {
  fit_before_split: 'Scalers and imputers learn from all rows, the test rows too.',
  select_before_split: 'Columns are chosen by looking at all rows, the test rows too.',
  score_on_train: 'The score is taken on the rows the model learned from.',
  tune_on_test: 'The search for settings looks at the test rows.',
};

/** Make one mistake on purpose; `tune_on_test` needs a search to make it in. */
export function trapWish(trap: Trap, model: string): Wish {
  const search = trap === 'tune_on_test' ? tuningWish(model).set : {};
  const choose = trap === 'select_before_split' ? {'features.select': 'k_best'} : {};
  return {why: trapWords[trap], set: {...search, ...choose, traps: [trap]}};
}
