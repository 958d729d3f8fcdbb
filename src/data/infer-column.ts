import type {ProblemList} from './data-problem.ts';
import {isIsoDate} from './iso-date.ts';
import {type DecimalMark, readNumber} from './number-text.ts';
import {readPlainNumber} from './plain-number.ts';
import {type RawColumn, type RawTable, rawRowText, rawText} from './raw.ts';
import {byCodePoint, type Column, type LevelColumn} from './table.ts';

/** The types a person may give to a column. */
export type GivenType = 'number' | 'category' | 'date' | 'text';

/** What one column's type is found from. */
export type ColumnWork = {
  readonly raw: RawTable;
  readonly column: RawColumn;
  readonly given: GivenType | undefined;
  readonly missing: ReadonlySet<string>;
  readonly decimal: DecimalMark;
  /** Larger numbers, of either sign, become gaps. */
  readonly largest: number;
  readonly problems: ProblemList;
};

type Numbers = {
  /** NaN where a cell is a gap or no number. */
  readonly values: Float64Array;
  /** The rows whose cell is a word. */
  readonly words: readonly number[];
  /** The rows whose number is too large. */
  readonly huge: readonly number[];
  readonly count: number;
};

const mostlyNumbers = 0.95;
const offendersShown = 3;
const textLevels = 50;

/** Find the type of one column from all of its cells, or read it as the type given. */
export function inferColumn(work: ColumnWork): Column {
  const {given, column} = work;
  if (given !== undefined && given !== 'number') return readLevels(work);
  const numbers = readNumbers(work);
  if (given === undefined && numbers.words.length > 0) {
    reportSlips(work, numbers);
    return readLevels(work);
  }
  for (const row of numbers.huge) reportGap(work, row, 'is too large to calculate with');
  for (const row of numbers.words) reportGap(work, row, 'is not a number');
  return {name: column.name, type: 'number', values: numbers.values};
}

function readNumbers({column, given, missing, decimal, largest}: ColumnWork): Numbers {
  const {source, starts, ends} = column;
  const rows = starts.length;
  const isPlain = decimal === '.' && ![...missing].some(word => !Number.isNaN(readPlainNumber(word, 0, word.length)));
  const values = new Float64Array(rows).fill(Number.NaN);
  const words: number[] = [];
  const huge: number[] = [];
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const plain = isPlain ? readPlainNumber(source, starts[row]!, ends[row]!) : Number.NaN;
    if (!Number.isNaN(plain)) {
      values[row] = plain;
      count += 1;
      continue;
    }
    const text = rawText(column, row)?.trim();
    if (text === undefined || missing.has(text)) continue;
    const value = readNumber(text, decimal);
    if (Math.abs(value) > largest) huge.push(row);
    else if (Number.isNaN(value)) {
      words.push(row);
      // So many words cannot be slips: the rest of the column changes nothing.
      if (given === undefined && words.length > (1 - mostlyNumbers) * rows) break;
    } else {
      values[row] = value;
      count += 1;
    }
  }
  return {values, words, huge, count};
}

function readLevels(work: ColumnWork): LevelColumn {
  const {column, missing, given} = work;
  const codes = new Int32Array(column.starts.length).fill(-1);
  const codeOf = new Map<string, number>();
  let values = 0;
  for (let row = 0; row < codes.length; row++) {
    const text = rawText(column, row);
    if (text === null || missing.has(text.trim())) continue;
    if (given === 'date' && !isIsoDate(text)) {
      reportGap(work, row, 'is not a date as YYYY-MM-DD');
      continue;
    }
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    codes[row] = code;
    values += 1;
  }
  const seen = [...codeOf.keys()];
  return {
    name: column.name,
    type: given === undefined || given === 'number' ? levelType(seen, values) : given,
    ...sortLevels(seen, codes),
  };
}

/** Say what a column of words is, from its different words and the number of its values. */
export function levelType(levels: readonly string[], values: number): LevelColumn['type'] {
  if (levels.every(isIsoDate)) return 'date';
  return levels.length > textLevels && levels.length > values / 2 ? 'text' : 'category';
}

function sortLevels(seen: readonly string[], codes: Int32Array): {codes: Int32Array; levels: readonly string[]} {
  const levels = seen.toSorted(byCodePoint);
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const newCodes = Int32Array.from(seen, level => codeOf.get(level)!);
  return {codes: codes.map(code => newCodes[code] ?? -1), levels};
}

function reportGap({raw, column, problems}: ColumnWork, row: number, reason: string): void {
  const message = `\`${column.name}\`: \`${rawText(column, row)}\` ${reason}, so the cell is a gap.`;
  problems.add({line: raw.lines[row]!, row: rawRowText(raw, row), message, rejected: false});
}

function reportSlips({raw, column, problems}: ColumnWork, {words, count}: Numbers): void {
  if (count < mostlyNumbers * (count + words.length)) return;
  const shown = words
    .slice(0, offendersShown)
    .map(row => `${raw.unit} ${raw.lines[row]} (\`${rawText(column, row)}\`)`);
  const more = words.length > offendersShown ? ` and ${words.length - offendersShown} more` : '';
  const message =
    `\`${column.name}\` is nearly all numbers, but there is text in ${shown.join(', ')}${more}. It is read as words; ` +
    `correct the cells, or set the type of \`${column.name}\` to number to make gaps of them.`;
  problems.add({line: raw.lines[words[0]!]!, row: rawRowText(raw, words[0]!), message, rejected: false});
}
