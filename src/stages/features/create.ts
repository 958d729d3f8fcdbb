import {nearest} from '../../data/nearest.ts';
import {isNumeric, type NumberColumn, type Table} from '../../data/table.ts';
import {KnownError} from '../../errors.ts';
import {evaluate} from '../../ml/expression/evaluate.ts';
import {parseExpression} from '../../ml/expression/parse.ts';
import {fillNumbers, fitNumberFill} from '../../ml/impute.ts';
import {words} from '../../ml/setting.ts';
import {withColumns} from '../rows.ts';
import {transformKind} from '../stage.ts';
import {count, say} from '../words.ts';

/** A created feature: its definition, and what stands where it is undefined, such as after a division by zero. */
type Created = {readonly text: string; readonly fill: number; readonly undefinedRows: number};
type CreateState = {readonly features: readonly Created[]};

/** Make new columns of old ones, by expressions such as `hours_per_euro = watch_hours / monthly_fee`. */
export const create = transformKind({
  id: 'features.create',
  stage: 'features',
  version: 1,
  settings: {
    create: words([], 'New columns made of old ones, each as `name = expression`.', {separator: ';'}),
  },
  params: ({create: texts}) => (texts.length === 0 ? null : {create: texts}),
  fit({table}, {create: texts}): CreateState {
    let current = table;
    const features = texts.map(text => {
      const {name, values} = compute(text, current);
      refuseTaken(name, current);
      const fill = fitNumberFill(values, 'median');
      if (fill === null) throw alwaysUndefined(text);
      const undefinedRows = values.filter(Number.isNaN).length;
      const created = {text, fill, undefinedRows};
      current = {...current, columns: [...current.columns, columnOf(created, current)]};
      return created;
    });
    return {features};
  },
  transform: (rows, {features}) => {
    let {table} = rows;
    for (const feature of features) table = {...table, columns: [...table.columns, columnOf(feature, table)]};
    return withColumns(rows, numbersFirst(table));
  },
  origins: ({features}) =>
    Object.fromEntries(
      features.map(({text}) => {
        const {name, columns} = parseExpression(text);
        return [name, columns];
      }),
    ),
  learned: ({features}) =>
    features.map(({text, fill, undefinedRows}) =>
      undefinedRows === 0 ? text : `${text}; undefined in ${count(undefinedRows, 'row')}, which get ${say(fill)}`,
    ),
  arithmetic({features}, column, before, after) {
    const found = features.map(({text}) => parseExpression(text)).find(({name}) => name === column);
    if (!found) return undefined;
    const given = found.columns.map(name => `${name} ${say(before[name])}`).join(', ');
    return `${found.text} with ${given} gives ${say(after[column])}`;
  },
});

function compute(text: string, table: Table): {readonly name: string; readonly values: Float64Array} {
  const definition = parseExpression(text);
  return {name: definition.name, values: evaluate(definition, table, nearest)};
}

function columnOf({text, fill}: Created, table: Table): NumberColumn {
  const {name, values} = compute(text, table);
  return {name, type: 'number', values: fillNumbers(values, fill)};
}

function numbersFirst(table: Table) {
  return [...table.columns.filter(isNumeric), ...table.columns.filter(column => !isNumeric(column))];
}

function refuseTaken(name: string, table: Table): void {
  if (!table.columns.some(column => column.name === name)) return;
  throw new KnownError(
    'bad_expression',
    `\`features.create\` makes a column \`${name}\`, and there is one of that name.`,
    {
      hint: 'Give the new column a name of its own.',
      at: {name},
    },
  );
}

function alwaysUndefined(text: string): KnownError {
  return new KnownError('bad_expression', `\`${text}\` is undefined in every training row.`, {
    hint: 'Look for a division by zero, a logarithm of a number that is not positive, or an empty column.',
  });
}
