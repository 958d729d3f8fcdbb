import {randomStream} from '../../data/random.ts';
import {type Column, columnLength, dropColumns, findColumn, isNumeric, type Table} from '../../data/table.ts';
import type {Step} from '../../engine/step.ts';
import type {Parts} from '../../engine/transform.ts';
import type {Value} from '../../engine/value.ts';
import {KnownError} from '../../errors.ts';
import {groupSplit, partition, randomSplit, type Split, stratifiedSplit, timeSplit} from '../../ml/split.ts';
import {type Rows, takeFlowRows} from '../rows.ts';
import type {PipelineSpec} from '../spec.ts';
import {count} from '../words.ts';
import type {SplitSettings} from './settings.ts';
import {readTarget, type TaskKind, targetColumn, taskOf} from './target.ts';

export type SplitMethod = 'random' | 'stratified' | 'column' | 'group' | 'time';

/** What the gate lets through: rows to learn from and rows to test on, and what kind of task they set. */
export type SplitOutput = {
  readonly parts: Parts<Rows>;
  readonly task: TaskKind;
  readonly method: SplitMethod;
  /** Class names in the order of their codes; none for numbers. */
  readonly classes: readonly string[];
};

/** The split in figures, as its report has it. */
export type SplitReport = Omit<SplitOutput, 'parts'> & {readonly train: number; readonly test: number};

/** The gate between the first two stages: everything behind it learns from the training rows only. */
export function splitStep({ingestion, split}: PipelineSpec, from: string): Step {
  const {target, task} = ingestion;
  return {
    id: 'split.rows',
    stage: 'split',
    version: 1,
    params: {...split, target, task},
    random: split.column === null && split.time === null,
    needs: [from],
    run: ([input], {seed}) => {
      const table = input as unknown as Table;
      const output = splitTable(table, {...split, target, task}, seed);
      const {parts, task: kind, method, classes} = output;
      const dropped = table.rows - parts.train.table.rows - parts.test.table.rows;
      const report = {
        rows: [table.rows, parts.train.table.rows],
        columns: [table.columns.length, parts.train.table.columns.length],
        learned: [`${parts.train.table.rows} rows to learn from, ${parts.test.table.rows} to test on (${method})`],
        warnings: dropped === 0 ? [] : [missingTargetWarning(dropped, target!)],
        split: {task: kind, method, classes, train: parts.train.index.length, test: parts.test.index.length},
      };
      return {output: output as unknown as Value, report};
    },
  };
}

type Settings = SplitSettings & Pick<PipelineSpec['ingestion'], 'target' | 'task'>;

/** Divide a table into the rows to learn from and the rows to test on. */
export function splitTable(table: Table, settings: Settings, seed: string): SplitOutput {
  const task = taskOf(table, settings);
  const column = targetColumn(table, settings.target);
  const whole: Rows = {
    table: dropColumns(table, [column.name]),
    target: column,
    index: Int32Array.from({length: table.rows}, (_, row) => row),
  };
  const known = takeFlowRows(whole, rowsWithValue(column));
  const target = readTarget(known.target!, task);
  const rows = {...known, target};
  const {method, split} = chooseSplit(rows, task, settings, seed);
  const features = dropColumns(rows.table, method === 'column' ? [settings.column!] : []);
  const parts = {
    train: takeFlowRows({...rows, table: features}, split.train),
    test: takeFlowRows({...rows, table: features}, split.test),
  };
  return {parts, task, method, classes: isNumeric(target) ? [] : target.levels};
}

function chooseSplit(
  rows: Rows,
  task: TaskKind,
  settings: Settings,
  seed: string,
): {method: SplitMethod; split: Split} {
  const {column, group, time, stratify, test_size} = settings;
  const random = randomStream(seed);
  if (column !== null) return {method: 'column', split: splitByColumn(needColumn(rows.table, column, 'split.column'))};
  if (time !== null)
    return {method: 'time', split: timeSplit(orderable(needColumn(rows.table, time, 'split.time')), test_size)};
  if (group !== null)
    return {
      method: 'group',
      split: groupSplit(groupCodes(needColumn(rows.table, group, 'split.group')), test_size, random),
    };
  const {target} = rows;
  if (task === 'classification' && stratify && target && !isNumeric(target)) {
    return {method: 'stratified', split: stratifiedSplit(target, test_size, random)};
  }
  return {method: 'random', split: randomSplit(rows.index.length, test_size, random)};
}

function splitByColumn(column: Column): Split {
  const levels = isNumeric(column) ? [] : column.levels;
  const strange = levels.find(level => level !== 'train' && level !== 'test');
  const codes = isNumeric(column) ? new Int32Array() : column.codes;
  if (isNumeric(column) || strange !== undefined || codes.includes(-1)) {
    const found = strange === undefined ? 'numbers or gaps' : `\`${strange}\``;
    throw new KnownError('bad_column', `The split column \`${column.name}\` holds ${found}.`, {
      hint: 'Each of its rows must say train or test.',
      at: {name: column.name},
    });
  }
  const test = levels.indexOf('test');
  const split = partition(Uint8Array.from(codes, code => (code === test ? 1 : 0)));
  if (split.train.length > 0 && split.test.length > 0) return split;
  throw new KnownError(
    'bad_column',
    `The split column \`${column.name}\` leaves the ${split.test.length === 0 ? 'test' : 'training'} part empty.`,
    {
      hint: 'Mark at least one row train and one row test.',
      at: {name: column.name},
    },
  );
}

function needColumn(table: Table, name: string, setting: string): Column {
  const column = findColumn(table, name);
  if (column) return column;
  throw new KnownError('unknown_column', `\`${setting}\` names \`${name}\`, which is not among the columns.`, {
    hint: `The columns are ${table.columns.map(known => known.name).join(', ')}.`,
    at: {name},
  });
}

function orderable(column: Column): Float64Array | Int32Array {
  return isNumeric(column) ? column.values : column.codes;
}

function groupCodes(column: Column): Int32Array {
  if (!isNumeric(column)) return column.codes;
  const distinct = [...new Set(column.values)].filter(value => !Number.isNaN(value)).sort((a, b) => a - b);
  const codeOf = new Map(distinct.map((value, code) => [value, code]));
  return Int32Array.from(column.values, value => codeOf.get(value) ?? -1);
}

function rowsWithValue(column: Column): Int32Array {
  const isGap = (row: number) => (isNumeric(column) ? Number.isNaN(column.values[row]!) : column.codes[row]! < 0);
  return Int32Array.from({length: columnLength(column)}, (_, row) => row).filter(row => !isGap(row));
}

function missingTargetWarning(dropped: number, target: string) {
  return {
    code: 'data.missing_target',
    message: `${count(dropped, 'row')} without a value in the target \`${target}\` were left out: nothing can be learned from or tested on them.`,
    at: `column \`${target}\``,
  };
}
