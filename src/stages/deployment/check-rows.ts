import {isIsoDate} from '../../data/iso-date.ts';
import {nearest} from '../../data/nearest.ts';
import {type DecimalMark, readNumber} from '../../data/number-text.ts';
import {type Column, type LevelColumn, makeLevels, type Table} from '../../data/table.ts';
import {KnownError, type Problem} from '../../errors.ts';
import type {Warning} from '../stage.ts';
import {say} from '../words.ts';
import type {Artifact, SignatureColumn} from './artifact.ts';
import type {InputRows} from './input-rows.ts';

/** Rows that fit a signature: columns in its order and of its types, and what was odd about each row. */
export type CheckedRows = {
  readonly table: Table;
  readonly warnings: ReadonlyArray<readonly Warning[]>;
  /** Columns that came in and that the model does not know; they are ignored. */
  readonly extra: readonly string[];
};

const hugeNumber = 1e308;
const problemsShown = 20;
const noWarnings: readonly Warning[] = [];

/**
 * Prepare the check of incoming rows against what the training rows looked like.
 *
 * Numbers may come as JSON numbers or as text; a missing word or `null` is a gap. Extra columns are ignored; unknown
 * levels, numbers out of range and gaps where training had none are warned of.
 *
 * @returns a function that throws a {KnownError}: `unknown_column` when a column is missing, `bad_row` with every
 *   wrong value and its place.
 */
export function rowChecker({
  signature,
  missing,
  decimal = '.',
}: Pick<Artifact, 'signature' | 'missing' | 'decimal'>): (input: InputRows) => CheckedRows {
  const gaps = new Set(missing.map(word => word.trim()));
  const columns = signature.map(column => columnReader(column, gaps, decimal));
  return input => {
    refuseMissingColumns(signature, input);
    const problems: Problem[] = [];
    const warnings = new Array<readonly Warning[]>(input.rows).fill(noWarnings);
    const report: Report = {
      warn: (row, warning) => {
        warnings[row] = [...warnings[row]!, warning];
      },
      refuse: (row, name, reason) => {
        const hint = `Correct the value of \`${name}\`, or leave it empty.`;
        problems.push({message: `\`${name}\` ${reason}.`, hint, at: {...input.place(row), name}});
      },
    };
    const read = columns.map(column => column(input, report));
    if (problems.length > 0) throw badRows(problems);
    const known = new Set(signature.map(({name}) => name));
    const extra = input.names().filter(name => !known.has(name));
    return {table: {rows: input.rows, columns: read}, warnings, extra};
  };
}

type Report = {
  readonly warn: (row: number, warning: Warning) => void;
  readonly refuse: (row: number, column: string, reason: string) => void;
};
type ReadColumn = (input: InputRows, report: Report) => Column;

function columnReader(column: SignatureColumn, missing: ReadonlySet<string>, decimal: DecimalMark): ReadColumn {
  const {name} = column;
  const warnOfGap = (row: number, {warn}: Report) => {
    if (!column.gaps) warn(row, {code: 'data.new_gap', message: newGap(name), at: `column \`${name}\``});
  };
  if (column.type === 'number') return numberReader(column, missing, decimal, warnOfGap);
  const {type, levels} = column;
  const known = levels && new Set(levels);
  return (input, report) => {
    const values = input.column(name);
    const words = Array.from({length: input.rows}, (_, row) => {
      const read = readWord(values(row), type, missing);
      if (read === null) warnOfGap(row, report);
      else if (typeof read !== 'string') report.refuse(row, name, read.fault);
      else if (known && !known.has(read)) report.warn(row, unknownLevel(name, read));
      return typeof read === 'string' ? read : null;
    });
    return makeLevels(name, words, type);
  };
}

function numberReader(
  {name, range}: SignatureColumn,
  missing: ReadonlySet<string>,
  decimal: DecimalMark,
  warnOfGap: (row: number, report: Report) => void,
): ReadColumn {
  return (input, report) => {
    const cells = input.column(name);
    const values = new Float64Array(input.rows);
    for (let row = 0; row < values.length; row++) {
      const read = readNumberCell(cells(row), missing, decimal);
      values[row] = typeof read === 'number' ? read : Number.NaN;
      if (typeof read !== 'number') report.refuse(row, name, read.fault);
      else if (Number.isNaN(read)) warnOfGap(row, report);
      else if (range && (read < range[0] || read > range[1])) report.warn(row, outOfRange(name, read, range));
    }
    return {name, type: 'number', values};
  };
}

type Fault = {readonly fault: string};

/** @returns the number, NaN for a gap, or what is wrong. */
function readNumberCell(value: unknown, missing: ReadonlySet<string>, decimal: DecimalMark): number | Fault {
  if (value === null) return Number.NaN;
  const text = typeof value === 'string' ? value.trim() : undefined;
  if (text !== undefined && missing.has(text)) return Number.NaN;
  const read = text === undefined ? value : readNumber(text, decimal);
  if (typeof read !== 'number' || Number.isNaN(read)) return {fault: `is ${show(value)}, which is not a number`};
  // −0 would be another byte for the same number.
  return Math.abs(read) > hugeNumber ? {fault: `is ${show(value)}, too large for a number`} : read + 0;
}

/** @returns the word, null for a gap, or what is wrong. */
function readWord(value: unknown, type: LevelColumn['type'], missing: ReadonlySet<string>): string | Fault | null {
  if (value === null) return null;
  if (typeof value === 'object') return {fault: `is ${show(value)}, and one word is expected`};
  const word = String(value);
  if (missing.has(word.trim())) return null;
  return type === 'date' && !isIsoDate(word) ? {fault: `is ${show(word)}, which is not a date as YYYY-MM-DD`} : word;
}

function refuseMissingColumns(signature: readonly SignatureColumn[], input: InputRows): void {
  const lacking = signature.flatMap(({name}) => {
    const row = input.lacks(name);
    return row < 0 ? [] : [{name, row}];
  });
  const [first] = lacking;
  if (!first) return;
  const names = lacking.map(({name}) => `\`${name}\``).join(', ');
  const others = input.names().filter(name => signature.every(column => column.name !== name));
  const guess = nearest(first.name, others);
  throw new KnownError('unknown_column', `The model needs ${names}, which the rows do not have.`, {
    hint: `${guess ? `Is \`${guess}\` meant to be \`${first.name}\`? ` : ''}Give each row all columns of the training rows; where a value is not known, give null.`,
    at: {...input.place(first.row), name: first.name},
  });
}

function badRows(problems: readonly Problem[]): KnownError {
  const [first] = problems;
  if (problems.length === 1) return new KnownError('bad_row', first!.message, {hint: first!.hint, at: first!.at});
  return new KnownError('bad_row', `${problems.length} values do not fit the model.`, {
    hint: 'Correct them, then try again: nothing was predicted.',
    at: first!.at,
    problems: problems.slice(0, problemsShown),
  });
}

function newGap(name: string): string {
  return `\`${name}\` is empty; the training rows had no gap there.`;
}

function unknownLevel(name: string, word: string): Warning {
  return {
    code: 'data.unknown_level',
    message: `\`${name}\` is ${show(word)}, which the training rows never showed.`,
    at: `column \`${name}\``,
  };
}

function outOfRange(name: string, value: number, [low, high]: readonly [number, number]): Warning {
  return {
    code: 'data.out_of_range',
    message: `\`${name}\` is ${say(value)}; the training rows lay between ${say(low)} and ${say(high)}.`,
    at: `column \`${name}\``,
  };
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
