import {expect, test} from 'vitest';
import {readSpec} from '../../../src/stages/read-spec.ts';

function read(tuning: Record<string, unknown>, training: Record<string, unknown> = {model: 'knn'}) {
  const {spec, problems} = readSpec({training, tuning: {method: 'grid', ...tuning}});
  return {space: spec.tuning.space, problems: problems.map(({message, hint, at}) => ({message, hint, at: at.name}))};
}

test('values are read as the settings they name read them', () => {
  const space = {n_neighbors: ['3', 5], weights: ['distance'], 'preprocessing.scale': [null, 'standard']};
  expect(read({space})).toEqual({
    space: {n_neighbors: [3, 5], weights: ['distance'], 'preprocessing.scale': ['none', 'standard']},
    problems: [],
  });
});

test('a block may be written as a map, and a parameter by its full path', () => {
  const space = {preprocessing: {scale: ['none']}, training: {params: {n_neighbors: [3]}, model: ['knn']}};
  expect(read({space}).space).toEqual({'preprocessing.scale': ['none'], n_neighbors: [3], 'training.model': ['knn']});
});

test('with several models in the space the parameters of each may be searched', () => {
  const space = {'training.model': ['knn', 'decision_tree'], n_neighbors: [3], max_depth: ['none', 2]};
  expect(read({space})).toEqual({space: {...space, max_depth: [null, 2]}, problems: []});
});

test('a random search takes ranges', () => {
  const space = {
    C: {log_uniform: [0.001, 100]},
    max_iter: {int: [10, 20]},
    'evaluation.threshold': {uniform: [0.2, 0.8]},
  };
  expect(read({method: 'random', space}, {model: 'logistic_regression'})).toEqual({space, problems: []});
});

test.each([
  [
    'a name that is almost one',
    {space: {n_neighbor: [3]}},
    'There is no setting `n_neighbor` to search.',
    'Did you mean n_neighbors? The parameters of the model are n_neighbors, weights, metric; other settings are named like preprocessing.scale.',
    'tuning.space.n_neighbor',
  ],
  [
    'a setting without its block',
    {space: {scale: ['none']}},
    'There is no setting `scale` to search.',
    'It belongs to a block: write `preprocessing.scale`.',
    'tuning.space.scale',
  ],
  [
    'a setting from before the gate',
    {space: {'split.test_size': [0.2]}},
    'A search cannot change `split.test_size`: it is decided before the candidates are compared.',
    'Search parameters of the model, or settings of preprocessing, features and training.',
    'tuning.space.split.test_size',
  ],
  [
    'dropping duplicates, which also happens before the gate',
    {space: {'preprocessing.duplicates': ['drop']}},
    'A search cannot change `preprocessing.duplicates`: it is decided before the candidates are compared.',
    'Search parameters of the model, or settings of preprocessing, features and training.',
    'tuning.space.preprocessing.duplicates',
  ],
  [
    'a value that is not allowed',
    {space: {weights: ['uniform', 'far']}},
    '`weights` cannot be "far".',
    'Allowed: uniform, distance.',
    'tuning.space.weights',
  ],
  [
    'one value instead of a list',
    {space: {n_neighbors: 3}},
    '`n_neighbors` names no values to try.',
    'Write a list of values to try, such as `n_neighbors: [5]`.',
    'tuning.space.n_neighbors',
  ],
  [
    'no space at all',
    {},
    '`method: grid` has no `space` to search.',
    'Write what to try, such as `space: {C: [0.1, 1, 10]}`.',
    'tuning.method',
  ],
  [
    'an unknown metric',
    {space: {n_neighbors: [3]}, metric: 'acuracy'},
    'There is no metric `acuracy`.',
    'Did you mean accuracy? Known: accuracy, balanced_accuracy, precision, recall, f1, roc_auc, average_precision, log_loss, brier_score, rmse, mae, r2.',
    'tuning.metric',
  ],
  [
    'a range in a grid',
    {space: {n_neighbors: {int: [1, 9]}}},
    '`method: grid` tries every value, and `n_neighbors` is a range without end.',
    'Write a list of values, such as `n_neighbors: [1, 2]`, or search with `method: random`.',
    'tuning.space.n_neighbors',
  ],
  [
    'a broken number for a whole one',
    {method: 'random', space: {n_neighbors: {uniform: [1, 9]}}},
    '`n_neighbors` takes whole numbers only.',
    'Write `n_neighbors: {int: [1, 9]}`.',
    'tuning.space.n_neighbors',
  ],
  [
    'a range beyond what the setting takes',
    {method: 'random', space: {n_neighbors: {int: [0, 9]}}},
    '`n_neighbors` cannot be 0.',
    'Allowed: a whole number from 1.',
    'tuning.space.n_neighbors',
  ],
  [
    'a range upside down',
    {method: 'random', space: {n_neighbors: {int: [9, 1]}}},
    '`n_neighbors: {int: …}` needs a lower and a higher end.',
    'Write both, such as `{int: [1, 9]}`.',
    'tuning.space.n_neighbors',
  ],
  [
    'an unknown kind of range',
    {method: 'random', space: {n_neighbors: {normal: [1, 9]}}},
    '`n_neighbors` is no list of values and no range.',
    'A range is one of uniform, log_uniform, int, such as `{int: [1, 9]}`.',
    'tuning.space.n_neighbors',
  ],
  [
    'a range of words',
    {method: 'random', space: {weights: {int: [1, 9]}}},
    '`weights` is no number.',
    'Write a list of values, such as `weights: [uniform, distance]`.',
    'tuning.space.weights',
  ],
  [
    'a logarithm of nothing',
    {method: 'random', space: {'preprocessing.rare_below': {log_uniform: [0, 9]}}},
    '`preprocessing.rare_below: {log_uniform: …}` starts at 0, which has no logarithm.',
    'Start above 0, such as `{log_uniform: [0.001, 100]}`.',
    'tuning.space.preprocessing.rare_below',
  ],
  [
    'more candidates than anyone waits for',
    {
      space: {
        n_neighbors: Array.from({length: 100}, (_, n) => n + 1),
        'features.k': Array.from({length: 51}, (_, n) => n + 1),
      },
    },
    'The space has 5100 candidates, too many to try them all.',
    'Leave values out until there are 5000 or fewer, or draw some with `method: random`.',
    'tuning.space',
  ],
])('%s is refused before anything runs', (_, tuning, message, hint, at) => {
  expect(read(tuning).problems).toEqual([{message, hint, at}]);
});

test('every problem of a space is reported at once', () => {
  expect(read({space: {weights: ['far', 'near'], depth: [1]}, metric: 'x'}).problems).toHaveLength(4);
});
