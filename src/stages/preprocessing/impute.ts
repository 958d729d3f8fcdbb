import {type Column, findColumn, isNumeric, type NumberColumn} from '../../data/table.ts';
import {fillLevels, fillNumbers, fitLevelFill, fitNumberFill} from '../../ml/impute.ts';
import {choice, flag} from '../../ml/setting.ts';
import {type Rows, takeFlowRows, withColumns} from '../rows.ts';
import {transformKind} from '../stage.ts';
import {say} from '../words.ts';

const settings = {
  impute_numeric: choice(
    ['median', 'mean', 'most_frequent', 'constant', 'drop_rows'],
    'median',
    'What fills a gap in a column of numbers; drop_rows leaves such rows out instead.',
    {sklearn: 'SimpleImputer(strategy)'},
  ),
  impute_categorical: choice(['most_frequent', 'constant'], 'most_frequent', 'What fills a gap in a column of words.', {
    sklearn: 'SimpleImputer(strategy)',
  }),
  missing_indicator: flag(false, 'Add a 0/1 column for each number column with gaps that says where they were.', {
    sklearn: 'SimpleImputer(add_indicator)',
  }),
};

type ImputeState = {
  readonly dropRows: boolean;
  /** What fills each column. */
  readonly fills: {readonly [column: string]: number | string};
  /** Columns that were empty in training: nothing can be learned of them, so they go. */
  readonly empty: readonly string[];
  /** Columns that get an indicator beside them. */
  readonly indicated: readonly string[];
};

/** Fill the gaps with what the training rows teach, column by column. */
export const impute = transformKind({
  id: 'preprocessing.impute',
  stage: 'preprocessing',
  version: 1,
  settings,
  params: ({impute_numeric, impute_categorical, missing_indicator}) => ({
    impute_numeric,
    impute_categorical,
    missing_indicator,
  }),
  fit({table}, {impute_numeric, impute_categorical, missing_indicator}): ImputeState {
    const dropRows = impute_numeric === 'drop_rows';
    const strategy = impute_numeric === 'drop_rows' ? 'median' : impute_numeric;
    const fillable = table.columns.filter(column => isNumeric(column) || column.type === 'category');
    const learned = fillable.map(column => {
      const fill = isNumeric(column)
        ? fitNumberFill(column.values, strategy)
        : fitLevelFill(column, impute_categorical);
      return [column.name, isEmpty(column) ? null : fill] as const;
    });
    return {
      dropRows,
      fills: Object.fromEntries(learned.filter((entry): entry is [string, number | string] => entry[1] !== null)),
      empty: learned.filter(([, fill]) => fill === null).map(([name]) => name),
      indicated: missing_indicator ? fillable.filter(hasNumberGap).map(column => column.name) : [],
    };
  },
  transform(rows, state) {
    const kept = state.dropRows ? withoutGaps(rows, state) : rows;
    const columns = kept.table.columns.filter(column => !state.empty.includes(column.name));
    const filled = columns.map(column => fillColumn(column, state.fills[column.name]));
    return withColumns(kept, [...filled, ...state.indicated.map(name => indicator(kept, name))]);
  },
  origins: state => Object.fromEntries(state.indicated.map(name => [indicatorName(name), [name]])),
  learned: state => [
    ...(state.dropRows ? ['rows with a gap in a number column are left out'] : []),
    ...Object.entries(state.fills).map(([name, fill]) => `${name}: a gap becomes ${say(fill)}`),
  ],
  arithmetic: (state, column, before) =>
    before[column] === null && column in state.fills ? `a gap, filled with ${say(state.fills[column])}` : undefined,
  warnings: state =>
    state.empty.map(name => ({
      code: 'data.empty_column',
      message: `Column \`${name}\` has no value in the training rows, so it was left out.`,
      at: `column \`${name}\``,
    })),
});

function isEmpty(column: Column): boolean {
  return isNumeric(column) ? column.values.every(Number.isNaN) : column.codes.every(code => code < 0);
}

function hasNumberGap(column: Column): boolean {
  return isNumeric(column) && column.values.some(Number.isNaN) && !isEmpty(column);
}

function fillColumn(column: Column, fill: number | string | undefined): Column {
  if (isNumeric(column))
    return typeof fill === 'number' ? {...column, values: fillNumbers(column.values, fill)} : column;
  return typeof fill === 'string' ? fillLevels(column, fill) : column;
}

function indicatorName(name: string): string {
  return `${name} was missing`;
}

function indicator(rows: Rows, name: string): NumberColumn {
  const column = findColumn(rows.table, name) as NumberColumn;
  return {name: indicatorName(name), type: 'number', values: column.values.map(value => (Number.isNaN(value) ? 1 : 0))};
}

function withoutGaps(rows: Rows, state: ImputeState): Rows {
  const numbers = rows.table.columns.filter(isNumeric).filter(column => !state.empty.includes(column.name));
  const whole = [...rows.index.keys()].filter(row => numbers.every(column => !Number.isNaN(column.values[row]!)));
  return whole.length === rows.index.length ? rows : takeFlowRows(rows, Int32Array.from(whole));
}
