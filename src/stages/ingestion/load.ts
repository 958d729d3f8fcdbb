import type {ColumnReport} from '../../data/column-report.ts';
import {parseCsv} from '../../data/csv.ts';
import type {DataProblem} from '../../data/data-problem.ts';
import {decodeText} from '../../data/decode-text.ts';
import {type InferredTable, inferTable} from '../../data/infer.ts';
import {parseJson} from '../../data/json.ts';
import {nearest} from '../../data/nearest.ts';
import {dropColumns, isNumeric, pruneLevels, type Table, takeRows} from '../../data/table.ts';
import {sha256} from '../../engine/hash.ts';
import type {Step} from '../../engine/step.ts';
import type {Value} from '../../engine/value.ts';
import {KnownError} from '../../errors.ts';
import type {Warning} from '../stage.ts';
import {count} from '../words.ts';
import {identifierWarnings} from './identifiers.ts';
import type {IngestionSettings} from './settings.ts';
import type {Snapshot} from './snapshot.ts';

/** What the loading step reports: the schema, and every row that was odd or left out. */
export type LoadReport = {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
  readonly schema: readonly ColumnReport[];
  readonly problems: readonly DataProblem[];
  readonly rejected: number;
  readonly warnings: readonly Warning[];
};

/** The rows as they arrive at the door: parsed, typed, counted, and the ones that cannot be read listed. */
export function loadStep(snapshot: Snapshot, settings: IngestionSettings): Step {
  const {delimiter, decimal, missing, drop, types, on_bad_rows, limit, target} = settings;
  const {format} = snapshot;
  return {
    id: 'ingestion.load',
    stage: 'ingestion',
    version: 1,
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
  const {origin} = snapshot;
  const decoded = decodeText(snapshot.bytes);
  const inferred = atFile(origin, () => {
    const raw =
      snapshot.format === 'csv'
        ? parseCsv(decoded.text, {delimiter: settings.delimiter ?? 'auto'})
        : parseJson(decoded.text);
    return inferTable(raw, {
      missing: settings.missing,
      decimal: settings.decimal,
      types: settings.types as Record<string, string>,
    });
  });
  const problems = [...decoded.problems, ...inferred.problems];
  if (settings.on_bad_rows === 'fail') refuseBadRows(inferred, origin);
  refuseUnknownColumns(inferred.table, settings, origin);
  const table = keepWanted(inferred.table, settings);
  const found = inferred.table;
  return {
    table,
    report: {
      rows: [found.rows + inferred.rejected, table.rows],
      columns: [found.columns.length, table.columns.length],
      schema: inferred.columns.filter(column => !settings.drop.includes(column.name)),
      problems,
      rejected: inferred.rejected,
      warnings: [...problemWarnings(problems, inferred.rejected), ...identifierWarnings(table, settings.target)],
    },
  };
}

function keepWanted(table: Table, {drop, limit}: IngestionSettings): Table {
  const kept = dropColumns(table, drop);
  if (limit === null || limit >= kept.rows) return kept;
  const first = takeRows(
    kept,
    Int32Array.from({length: limit}, (_, row) => row),
  );
  return {...first, columns: first.columns.map(column => (isNumeric(column) ? column : pruneLevels(column)))};
}

function refuseBadRows({problems, rejected}: InferredTable, origin: string): void {
  if (rejected === 0) return;
  const broken = problems.filter(problem => problem.rejected);
  throw new KnownError('bad_row', `${count(rejected, 'row')} of ${origin} cannot be read.`, {
    hint: 'Correct them, or set `ingestion.on_bad_rows: report` to go on without them.',
    at: {file: origin, line: broken[0]?.line ?? 1},
    problems: broken.map(({line, message}) => ({message, hint: 'Correct this row.', at: {file: origin, line}})),
  });
}

function refuseUnknownColumns(table: Table, {drop, target}: IngestionSettings, origin: string): void {
  const names = table.columns.map(column => column.name);
  const wanted = [
    ...drop.map(name => ['ingestion.drop', name] as const),
    ...(target === null ? [] : [['ingestion.target', target] as const]),
  ];
  const [setting, name] = wanted.find(([, column]) => !names.includes(column)) ?? [];
  if (name === undefined) return;
  const guess = nearest(name, names);
  throw new KnownError('unknown_column', `\`${setting}\` names \`${name}\`, which is no column of ${origin}.`, {
    hint: `${guess ? `Did you mean \`${guess}\`? ` : ''}The columns are ${names.slice(0, 40).join(', ')}.`,
    at: {file: origin, name},
  });
}

function problemWarnings(problems: readonly DataProblem[], rejected: number): readonly Warning[] {
  const kept = problems.filter(problem => !problem.rejected && problem.message !== '');
  const lost =
    rejected === 0
      ? []
      : [{code: 'data.rejected_rows', message: `${count(rejected, 'row')} could not be read and were left out.`}];
  return [
    ...lost,
    ...kept.slice(0, 20).map(({line, message}) => ({
      code: 'data.problem',
      message,
      ...(line > 0 ? {at: `line ${line}`} : {}),
    })),
  ];
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
