import {flag, number, text, type ValuesOf} from '../../ml/setting.ts';

export const splitSettings = {
  test_size: number(0.25, {min: 0, max: 1, open: true}, 'The share of rows kept aside for the test.', {
    sklearn: 'train_test_split(test_size)',
  }),
  stratify: flag(true, 'Keep the share of each class the same in both parts.', {
    sklearn: 'train_test_split(stratify=y)',
  }),
  column: text(null, 'A column that says "train" or "test" for each row and so decides the split.', {word: 'none'}),
  group: text(null, 'A column whose equal values must stay together in one part.', {
    word: 'none',
    sklearn: 'GroupShuffleSplit',
  }),
  time: text(null, 'A column to sort by: the last rows become the test.', {word: 'none'}),
};

export type SplitSettings = ValuesOf<typeof splitSettings>;
