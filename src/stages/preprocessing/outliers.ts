import {isNumeric} from '../../data/table.ts';
import {clip, countOutside, type Fences, fitFences} from '../../ml/outliers.ts';
import {choice} from '../../ml/setting.ts';
import {withColumns} from '../rows.ts';
import {transformKind} from '../stage.ts';
import {count, say} from '../words.ts';

type OutliersState = {readonly fences: {readonly [column: string]: Fences & {readonly outside: number}}};

/** Move extreme numbers onto the fences that the training rows set; no row is ever dropped for them. */
export const outliers = transformKind({
  id: 'preprocessing.outliers',
  stage: 'preprocessing',
  version: 1,
  settings: {
    outliers: choice(
      ['none', 'clip_iqr', 'clip_z'],
      'none',
      'Whether extreme numbers are moved to a fence: 1.5 quartile ranges beyond the quartiles, or 3 standard deviations.',
    ),
  },
  params: ({outliers: method}) => (method === 'none' ? null : {outliers: method}),
  fit({table}, {outliers: method}): OutliersState {
    const fences = table.columns.filter(isNumeric).flatMap(column => {
      const found = fitFences(column.values, method);
      return found ? [[column.name, {...found, outside: countOutside(column.values, found)}] as const] : [];
    });
    return {fences: Object.fromEntries(fences)};
  },
  transform(rows, {fences}) {
    const columns = rows.table.columns.map(column => {
      const found = fences[column.name];
      return found && isNumeric(column) ? {...column, values: clip(column.values, found)} : column;
    });
    return withColumns(rows, columns);
  },
  learned: ({fences}) =>
    Object.entries(fences).map(
      ([name, {low, high, outside}]) =>
        `${name}: kept between ${say(low)} and ${say(high)}; ${count(outside, 'value')} beyond`,
    ),
  arithmetic: ({fences}, column, before, after) =>
    fences[column] && before[column] !== after[column]
      ? `${say(before[column])} lies beyond the fence, so it becomes ${say(after[column])}`
      : undefined,
});
