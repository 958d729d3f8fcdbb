import {missingWords} from '../../data/infer.ts';
import {choice, map, numberOr, text, type ValuesOf, words} from '../../ml/setting.ts';

export const ingestionSettings = {
  source: choice(
    ['dataset', 'csv', 'json', 'sqlite', 'http'],
    'dataset',
    'Where the rows come from: a bundled dataset, a file, a database or a web address.',
  ),
  dataset: text(null, 'The name of a bundled dataset; with source sqlite it is asked as a database.', {word: 'none'}),
  path: text(null, 'The file to read, relative to the pipeline file.', {word: 'none'}),
  url: text(null, 'The address of a JSON API to read page by page, or of a CSV file.', {word: 'none'}),
  query: text(null, 'The SQL question whose answer is the table; none takes the only table there is.', {word: 'none'}),
  delimiter: text(
    'auto',
    'The character between two values of a CSV file, or comma, semicolon, tab, bar, space; auto finds it.',
    {sklearn: 'pandas: sep'},
  ),
  decimal: choice(['.', ','], '.', 'The decimal mark of numbers in the file.', {sklearn: 'pandas: decimal'}),
  missing: words(missingWords, 'Spellings that mean "no value here".', {sklearn: 'pandas: na_values'}),
  target: text(null, 'The column to predict.', {word: 'none'}),
  task: choice(
    ['inferred', 'classification', 'regression'],
    'inferred',
    'Whether the target is a class or a number; inferred decides by looking at it.',
  ),
  drop: words([], 'Columns to leave out from the start, such as identifiers.'),
  types: map('Column types that override what was inferred: number, category, date or text.', {
    sklearn: 'pandas: dtype',
  }),
  on_bad_rows: choice(
    ['report', 'fail'],
    'report',
    'What to do with rows that cannot be read: leave them out and say so, or stop.',
    {
      sklearn: 'pandas: on_bad_lines',
    },
  ),
  limit: numberOr('none', null, {min: 1}, 'Read at most this many rows.', {sklearn: 'pandas: nrows'}),
};

export type IngestionSettings = ValuesOf<typeof ingestionSettings>;
