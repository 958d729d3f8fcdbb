import {KnownError} from '../errors.ts';
import {nearest} from './nearest.ts';
import {type Column, findColumn, type Table} from './table.ts';

/**
 * The column of that name.
 *
 * @throws {KnownError} `unknown_column`, with the nearest name, if there is none.
 */
export function requireColumn(table: Table, name: string): Column {
  const column = findColumn(table, name);
  if (!column)
    throw unknownColumn(
      `The table has no column \`${name}\`.`,
      name,
      table.columns.map(each => each.name),
    );
  return column;
}

/** The failure that a name is none of the columns, with the nearest one as the hint. */
export function unknownColumn(message: string, name: string, names: readonly string[]): KnownError {
  const meant = nearest(name, names);
  return new KnownError('unknown_column', message, {
    hint: meant ? `Did you mean \`${meant}\`?` : `The columns are ${names.join(', ')}.`,
    at: {name},
  });
}
