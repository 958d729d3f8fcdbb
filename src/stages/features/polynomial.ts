import {isNumeric, type NumberColumn} from '../../data/table.ts';
import {expandPolynomial} from '../../ml/polynomial.ts';
import {integer} from '../../ml/setting.ts';
import {withColumns} from '../rows.ts';
import {transformKind} from '../stage.ts';
import {count, say} from '../words.ts';

type PolynomialState = {readonly columns: readonly string[]};

/** Add the square of every number column and the product of every two, so that a line can bend. */
export const polynomial = transformKind({
  id: 'features.polynomial',
  stage: 'features',
  version: 1,
  settings: {
    polynomial: integer(1, {min: 1, max: 2}, 'With 2, the squares and products of the number columns are added.', {
      sklearn: 'PolynomialFeatures(degree)',
    }),
  },
  params: ({polynomial: degree}) => (degree === 1 ? null : {polynomial: degree}),
  fit: ({table}): PolynomialState => ({
    columns: table.columns.filter(column => column.type === 'number').map(column => column.name),
  }),
  transform(rows, {columns}) {
    const sources = rows.table.columns.filter(
      (column): column is NumberColumn => columns.includes(column.name) && isNumeric(column),
    );
    const made = expandPolynomial(sources).slice(sources.length);
    const others = rows.table.columns.filter(column => !columns.includes(column.name));
    return withColumns(rows, [
      ...sources,
      ...made.map(({name, values}) => ({name, type: 'number' as const, values})),
      ...others,
    ]);
  },
  origins: ({columns}) =>
    Object.fromEntries(termsOf(columns).map(({name, left, right}) => [name, [...new Set([left, right])]])),
  learned: ({columns}) => [
    `${count(termsOf(columns).length, 'square or product', 'squares and products')} of ${count(columns.length, 'column')}`,
  ],
  arithmetic({columns}, column, before, after) {
    const term = termsOf(columns).find(({name}) => name === column);
    return term && `${say(before[term.left])} × ${say(before[term.right])} = ${say(after[column])}`;
  },
});

function termsOf(columns: readonly string[]) {
  return columns.flatMap((left, index) =>
    columns.slice(index).map(right => ({name: left === right ? `${left}^2` : `${left} ${right}`, left, right})),
  );
}
