import {byCodePoint, type Column, isNumeric, type Table} from '../../data/table.ts';
import type {Parts, Transform} from '../../engine/transform.ts';
import type {Json} from '../../engine/value.ts';
import {orderOf} from '../../ml/order.ts';
import type {Rows} from '../rows.ts';
import type {Trap} from '../spec.ts';
import type {Warning} from '../stage.ts';
import {count} from '../words.ts';

/** What each trap does wrong, in words. */
const wrongs: {readonly [T in Trap]: string} = {
  fit_before_split:
    'The steps learned from the test rows too, before the split. Figures measured on those rows flatter.',
  select_before_split:
    'The columns were chosen with the answers of the test rows in view, before the split. On those rows they look better than they are, even where they are noise.',
  score_on_train:
    'The training rows were passed off as the test. The model has seen their answers, so the figures show memory, not skill.',
  tune_on_test:
    'The candidates were judged on the test rows, and the luckiest one won. The test rows were used up by the choice.',
};

/** The warning that a run with this trap carries wherever it is shown. */
export function trapWarning(trap: Trap): Warning {
  return {code: `leak.${trap}`, message: wrongs[trap], at: `traps: ${trap}`};
}

/** The trap that lets a transform see rows it must not see, if one of them does. */
export function trapOf(traps: readonly Trap[], transform: string): Trap | undefined {
  if (traps.includes('fit_before_split')) return 'fit_before_split';
  const selects = transform === 'features.select' || transform === 'features.pca';
  return selects && traps.includes('select_before_split') ? 'select_before_split' : undefined;
}

/** Which rows a transform is fitted on: the training part alone, unless a trap opens the gate. */
export function rowsToFit(traps: readonly Trap[], transform: string): (parts: Parts<Rows>) => Rows {
  return trapOf(traps, transform) === undefined ? parts => parts.train : joinParts;
}

/** The same transform, saying in its parameters and in its report what is wrong with it. */
export function withTrap(transform: Transform<Rows>, traps: readonly Trap[]): Transform<Rows> {
  const trap = trapOf(traps, transform.id);
  if (trap === undefined) return transform;
  return {
    ...transform,
    params: {...transform.params, trap},
    report(state, before, after) {
      const report = transform.report(state, before, after) as TransformReport;
      const [train, test] = [before.train.table.rows, before.test.table.rows];
      const wrong = `Wrong on purpose: learned from ${count(train + test, 'row')}, the ${count(test, 'test row')} among them`;
      return {...report, learned: [wrong, ...report.learned], warnings: [...report.warnings, trapWarning(trap)]};
    },
  };
}

type TransformReport = {
  readonly [part: string]: Json;
  readonly learned: readonly string[];
  readonly warnings: readonly Warning[];
};

/** Both parts as one, in the order in which the rows were loaded: what there was before the split. */
export function joinParts({train, test}: Parts<Rows>): Rows {
  const index = Int32Array.from([...train.index, ...test.index]);
  const order = orderOf(index);
  const columns = train.table.columns.map((column, place) => joinColumns(column, test.table.columns[place]!, order));
  const table: Table = {rows: order.length, columns};
  const target = train.target && test.target ? joinColumns(train.target, test.target, order) : null;
  return {table, target, index: order.map(place => index[place]!)};
}

function joinColumns(first: Column, second: Column, order: Int32Array): Column {
  if (isNumeric(first) && isNumeric(second)) {
    const values = Float64Array.from([...first.values, ...second.values]);
    return {...first, values: Float64Array.from(order, place => values[place]!)};
  }
  if (isNumeric(first) || isNumeric(second)) throw new Error(`Column ${first.name} is of two types.`);
  // The two may know different levels: a gap filled in one part only adds one.
  const levels = [...new Set([...first.levels, ...second.levels])].sort(byCodePoint);
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const recode = (column: typeof first) =>
    Array.from(column.codes, code => (code < 0 ? -1 : codeOf.get(column.levels[code]!)!));
  const codes = [...recode(first), ...recode(second)];
  return {...first, levels, codes: Int32Array.from(order, place => codes[place]!)};
}
