import {choice, flag, integer, number, text, type ValuesOf} from '../../ml/setting.ts';

export const evaluationSettings = {
  positive: text(null, 'The class the metrics are about, of two; otherwise the second in order.', {
    word: 'none',
    sklearn: 'pos_label',
  }),
  average: choice(
    ['macro', 'weighted', 'micro'],
    'macro',
    'How precision, recall and F1 of many classes become one number.',
    {
      sklearn: 'average',
    },
  ),
  threshold: number(0.5, {min: 0, max: 1}, 'From which probability on a row is called positive.'),
  cross_validate: integer(
    0,
    {min: 0, max: 50},
    'Into how many folds to cut the training rows to see the spread; 0 for none.',
    {
      sklearn: 'cross_val_score(cv)',
    },
  ),
  repeat: integer(1, {min: 1, max: 1000}, 'How many different splits to try, to see how much is luck.', {
    sklearn: 'ShuffleSplit(n_splits)',
  }),
  learning_curve: flag(false, 'Whether to see how the score grows with the number of training rows.', {
    sklearn: 'learning_curve',
  }),
};

export type EvaluationSettings = ValuesOf<typeof evaluationSettings>;
/** The settings that decide how predictions are scored. */
export type How = Pick<EvaluationSettings, 'positive' | 'average' | 'threshold'>;
