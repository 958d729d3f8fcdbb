import {type Column, findColumn, isNumeric, makeLevels, pruneLevels, type Table} from '../../data/table.ts';
import {KnownError} from '../../errors.ts';
import type {IngestionSettings} from '../ingestion/settings.ts';

export type TaskKind = 'classification' | 'regression';
type TaskSettings = Pick<IngestionSettings, 'target' | 'task'>;

/** A numeric target with this many different whole numbers or fewer is taken for classes. */
const mostNumericClasses = 10;

/**
 * Decide what kind of task a target sets: words are classes, and so are a few different whole numbers.
 *
 * @throws {KnownError} `bad_target` when there is no target or `task` does not fit it.
 */
export function taskOf(table: Table, {target, task}: TaskSettings): TaskKind {
  const column = targetColumn(table, target);
  if (task === 'regression' && !isNumeric(column)) {
    throw new KnownError('bad_target', `\`${column.name}\` holds words, and regression predicts numbers.`, {
      hint: 'Set `ingestion.task: classification`, or choose a column of numbers as the target.',
      at: {name: column.name},
    });
  }
  if (task !== 'inferred') return task;
  if (!isNumeric(column)) return 'classification';
  const values = new Set(column.values.filter(value => !Number.isNaN(value)));
  return values.size <= mostNumericClasses && [...values].every(Number.isInteger) ? 'classification' : 'regression';
}

/** The target column of a table. @throws {KnownError} `bad_target` when none is named or it is not there. */
export function targetColumn(table: Table, target: string | null): Column {
  const column = target === null ? undefined : findColumn(table, target);
  if (column) return column;
  const names = table.columns.map(({name}) => name).join(', ');
  throw new KnownError('bad_target', 'No target is named: the column that is to be predicted.', {
    hint: `Set \`ingestion.target\` (on the command line: --target COLUMN) to one of ${names}.`,
  });
}

/**
 * The target as the models want it: classes sorted by code point, or numbers.
 *
 * @throws {KnownError} `bad_target` when there are fewer than two classes, or numbers that do not vary.
 */
export function readTarget(column: Column, task: TaskKind): Column {
  if (task === 'regression') return column;
  const words = isNumeric(column)
    ? Array.from(column.values, value => (Number.isNaN(value) ? null : String(value)))
    : undefined;
  const classes = words
    ? makeLevels(column.name, words)
    : pruneLevels({...(column as Exclude<Column, {values: unknown}>), type: 'category'});
  if (classes.levels.length >= 2) return classes;
  const only = classes.levels[0];
  const message =
    only === undefined
      ? `The target \`${column.name}\` is empty.`
      : `The target \`${column.name}\` has one class only, \`${only}\`.`;
  throw new KnownError('bad_target', message, {
    hint: 'Choose a target with two classes or more: a model cannot learn a difference that is not there.',
    at: {name: column.name},
  });
}
