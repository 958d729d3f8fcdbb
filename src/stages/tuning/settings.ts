import {choice, integer, map, text, type ValuesOf} from '../../ml/setting.ts';

export const tuningSettings = {
  method: choice(['none', 'grid', 'random', 'halving'], 'none', 'How to search for better settings.', {
    sklearn: 'GridSearchCV, RandomizedSearchCV, HalvingGridSearchCV',
  }),
  space: map('For each setting to search, the values to try: {C: [0.1, 1, 10]}.', {sklearn: 'param_grid'}),
  folds: integer(5, {min: 2, max: 50}, 'Into how many folds the training rows are cut to judge each candidate.', {
    sklearn: 'cv',
  }),
  budget: integer(10, {min: 1, max: 1000}, 'How many candidates a random search draws.', {sklearn: 'n_iter'}),
  metric: text(null, 'The metric that decides which candidate is best.', {word: 'none', sklearn: 'scoring'}),
};

export type TuningSettings = ValuesOf<typeof tuningSettings>;
