import type {ColumnReport} from '../../data/column-report.ts';
import {delimiters} from '../../data/csv-delimiter.ts';
import {type DataProblem, placeOf} from '../../data/data-problem.ts';
import {inferTable} from '../../data/infer.ts';
import {nearest} from '../../data/nearest.ts';
import {dropColumns, type Table} from '../../data/table.ts';
import {sha256} from '../../engine/hash.ts';
import type {Step} from '../../engine/step.ts';
import type {Value} from '../../engine/value.ts';
import {KnownError} from '../../errors.ts';
import type {Warning} from '../stage.ts';
import {count} from '../words.ts';
import {constantWarnings} from './constants.ts';
import {identifierWarnings} from './identifiers.ts';
import {type Found, problemWarnings} from './load-warnings.ts';
import {readSnapshot} from './read-snapshot.ts';
import type {IngestionSettings} from './settings.ts';
import type {Snapshot} from './snapshot.ts';

/** What the loading step reports: the schema, and every row that was odd or left out. */
export type LoadReport = {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
  readonly schema: readonly ColumnReport[];
  readonly problems: readonly DataProblem[];
  /** What the lines of the problems count: lines of a file, items of a JSON list, rows of an answer. */
  readonly unit: Found['unit'];
  readonly rejected: number;
  readonly warnings: readonly Warning[];
};

/** Numbers beyond this become gaps: a model squares and sums them, and a square beyond 1e308 is infinite. */
const largestNumber = 1e150;
const columnsListed = 40;

/** The rows as they arrive at the door: parsed, typed, counted, and the ones that cannot be read listed. */
export function loadStep(snapshot: Snapshot, settings: IngestionSettings): Step {
  const {delimiter, decimal, missing, drop, types, on_bad_rows, limit, target} = settings;
  const {format} = snapshot;
  return {
    id: 'ingestion.load',
    stage: 'ingestion',
    version: 2,
    // The bytes stand in the key by their hash, never by their path or address: those can hide a change.
    params: {
      data: sha256(snapshot.bytes),
      format,
      delimiter,
      decimal,
      missing,
      drop,
      types,
      on_bad_rows,
      limit,
      target,
    },
    random: false,
    needs: [],
    run: () => {
      const loaded = loadTable(snapshot, settings);
      return {output: loaded.table as unknown as Value, report: loaded.report};
    },
  };
}

/**
 * Parse and type a snapshot.
 *
 * @throws {KnownError} `bad_csv`, `bad_json` or `empty_table` when nothing can be read, `bad_row` when rows are broken
 *   and `on_bad_rows` is `fail`, `unknown_column` when a column named in the settings is not there.
 */
export function loadTable(snapshot: Snapshot, settings: IngestionSettings): {table: Table; report: LoadReport} {
  return atFile(snapshot.origin, () => {
    const raw = readSnapshot(snapshot, settings);
    const {
      table: whole,
      columns,
      problems,
      rejected,
    } = inferTable(raw, {
      missing: settings.missing,
      decimal: settings.decimal,
      largest: largestNumber,
      types: settings.types as Record<string, string>,
    });
    const found = {problems, rejected, unit: raw.unit};
    if (settings.on_bad_rows === 'fail') refuseBadRows(found);
    refuseUnknownColumns(whole, settings);
    const table = dropColumns(whole, settings.drop);
    const schema = columns.filter(column => !settings.drop.includes(column.name));
    const report = {
      rows: [whole.rows + rejected, table.rows],
      columns: [whole.columns.length, table.columns.length],
      schema,
      ...found,
      warnings: [
        ...problemWarnings(found),
        ...constantWarnings(schema, settings.target),
        ...identifierWarnings(table, settings.target),
      ],
    } as const;
    return {table, report};
  });
}

function refuseBadRows({problems, rejected, unit}: Found): void {
  if (rejected === 0) return;
  const broken = problems.filter(problem => problem.rejected);
  throw new KnownError('bad_row', `${count(rejected, 'row')} cannot be read.`, {
    hint: `Correct ${rejected === 1 ? 'it' : 'them'}, or set \`ingestion.on_bad_rows: report\` to go on without.`,
    at: placeOf(unit, broken[0]?.line ?? 1),
    problems: broken.map(({line, message}) => ({message, hint: 'Correct this row.', at: placeOf(unit, line)})),
  });
}

function refuseUnknownColumns(table: Table, {drop, target}: IngestionSettings): void {
  const names = table.columns.map(column => column.name);
  const wanted = [
    ...(target === null ? [] : [['ingestion.target', target] as const]),
    ...drop.map(name => ['ingestion.drop', name] as const),
  ];
  const [setting, name] = wanted.find(([, column]) => !names.includes(column)) ?? [];
  if (name === undefined) return;
  throw new KnownError('unknown_column', `\`${setting}\` names \`${name}\`, which is no column of the table.`, {
    hint: wrongDelimiterHint(names) ?? columnsHint(name, names),
    at: {name},
  });
}

function columnsHint(name: string, names: readonly string[]): string {
  const guess = nearest(name, names);
  const more = names.length > columnsListed ? `, … (${names.length} in all)` : '';
  return `${guess ? `Did you mean \`${guess}\`? ` : ''}The columns are ${names.slice(0, columnsListed).join(', ')}${more}.`;
}

/** A single column whose name holds another delimiter is a whole table that was not divided. */
function wrongDelimiterHint([only, ...others]: readonly string[]): string | undefined {
  const mark = delimiters.find(delimiter => only?.includes(delimiter));
  if (others.length > 0 || mark === undefined) return undefined;
  const shown = mark === '\t' ? 'tab' : `"${mark}"`;
  return `Everything is in one column, \`${only}\`: set \`ingestion.delimiter: ${shown}\`, or auto to let it be found.`;
}

/** Put the name of the file into a message that was written by code that only saw its text. */
function atFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    const {code, message, hint, at, problems} = error;
    throw new KnownError(code, message, {hint, at: {file, ...at}, problems, cause: error});
  }
}
