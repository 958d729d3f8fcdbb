import {KnownError} from '../errors.ts';
import {type ColumnReport, reportColumn} from './column-report.ts';
import {collectProblems, type DataProblem, placeOf} from './data-problem.ts';
import {type GivenType, inferColumn} from './infer-column.ts';
import type {DecimalMark} from './number-text.ts';
import type {RawTable} from './raw.ts';
import {unknownColumn} from './require-column.ts';
import {makeTable, type Table} from './table.ts';

export type InferOptions = {
  /** The words that stand for "no value"; blanks around them do not count. */
  readonly missing?: readonly string[];
  /** The sign between whole and fraction; a point unless said. */
  readonly decimal?: DecimalMark;
  /** Numbers beyond this, of either sign, become gaps and are reported; 1e308 unless said. */
  readonly largest?: number;
  /** Column name → `number`, `category`, `date` or `text`, where the person knows better than the rule. */
  readonly types?: {readonly [column: string]: string};
};

/** A table with its types, and everything that was odd on the way from the file. */
export type InferredTable = {
  readonly table: Table;
  readonly columns: readonly ColumnReport[];
  /** Those of reading the file first, then those of finding the types. */
  readonly problems: readonly DataProblem[];
  /** The number of rows left out. */
  readonly rejected: number;
};

const largestNumber = 1e308;

/** The words that stand for "no value" where nothing else is said. */
export const missingWords: readonly string[] = ['', 'NA', 'N/A', 'NaN', 'null', 'None', '?'];

const givenTypes: readonly string[] = ['number', 'category', 'date', 'text'] satisfies GivenType[];

/**
 * Give every column its type, looking at all of its values, never at the first rows only.
 *
 * A column is `number` if every value is one; `date` if every value is a day as YYYY-MM-DD; `text` if it has more than
 * 50 different words and more than half of its values differ; else `category`. A column with a few words among at least
 * 95 % numbers is reported, because the words are probably slips. A column without any value is `number`.
 *
 * @throws {KnownError} `empty_table` if there are no rows, `unknown_column` or `bad_setting` if `types` is wrong.
 */
export function inferTable(raw: RawTable, options: InferOptions = {}): InferredTable {
  if (raw.rows === 0) throw noRows(raw);
  const types = checkTypes(raw, options.types ?? {});
  const problems = collectProblems();
  const missing = new Set((options.missing ?? missingWords).map(word => word.trim()));
  const {decimal = '.', largest = largestNumber} = options;
  const columns = raw.columns.map(column =>
    inferColumn({raw, column, given: types.get(column.name), missing, decimal, largest, problems}),
  );
  return {
    table: makeTable(columns, raw.rows),
    columns: columns.map(reportColumn),
    problems: [...raw.problems, ...problems.list()],
    rejected: raw.rejected,
  };
}

function checkTypes(raw: RawTable, types: {readonly [column: string]: string}): ReadonlyMap<string, GivenType> {
  const names = raw.columns.map(column => column.name);
  for (const [name, type] of Object.entries(types)) {
    if (!names.includes(name)) {
      throw unknownColumn(`\`ingestion.types\` names \`${name}\`, which is no column of the table.`, name, names);
    }
    if (!givenTypes.includes(type)) {
      throw new KnownError('bad_setting', `\`${type}\` is not a type that a column can have.`, {
        hint: `Set the type of \`${name}\` to one of ${givenTypes.join(', ')}.`,
        at: {name},
      });
    }
  }
  return new Map(Object.entries(types) as [string, GivenType][]);
}

function noRows(raw: RawTable): KnownError {
  const isBroken = raw.rejected > 0;
  return new KnownError('empty_table', isBroken ? 'Every row is broken.' : 'The table has a header but no rows.', {
    hint: isBroken ? 'Correct the rows listed, or try another delimiter.' : 'Choose a file with data rows.',
    problems: raw.problems
      .filter(problem => problem.rejected)
      .slice(0, 20)
      .map(({message, line}) => ({message, hint: 'Correct this row.', at: placeOf(raw.unit, line)})),
  });
}
