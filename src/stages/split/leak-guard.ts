import {firstEqualRows} from '../../data/duplicate-rows.ts';
import {type Column, dropColumns, isNumeric, type LevelColumn, type Table} from '../../data/table.ts';
import type {Step} from '../../engine/step.ts';
import type {Parts} from '../../engine/transform.ts';
import type {Value} from '../../engine/value.ts';
import {rocAuc} from '../../ml/metrics/curves.ts';
import {isDefined} from '../../ml/score.ts';
import {correlation} from '../../ml/summary.ts';
import {type Rows, takeFlowRows} from '../rows.ts';
import type {Warning} from '../stage.ts';
import {count} from '../words.ts';
import type {SplitOutput} from './split-rows.ts';

/** From this AUC or correlation on, a single column is too good to be true: it may be known only after the outcome. */
const tooGood = {auc: 0.98, correlation: 0.99} as const;
/** So many rows, spread evenly over the training rows, are enough to tell such a column. */
const mostRowsJudged = 10_000;
/** A category with more levels than this can tell rows apart by chance alone. */
const mostLevels = 20;

/** Look for ways in which the answer could leak into the training: named warnings, nothing is changed. */
export function leakGuardStep(tableFrom: string, splitColumn: string | null): Step {
  return {
    id: 'split.leak_guard',
    stage: 'split',
    version: 2,
    params: {split_column: splitColumn},
    random: false,
    needs: [tableFrom, 'split.rows'],
    run: ([loaded, split]) => {
      const {parts} = split as unknown as SplitOutput;
      const table = dropColumns(loaded as unknown as Table, splitColumn === null ? [] : [splitColumn]);
      const judged = spreadEvenly(parts.train);
      const warnings = [
        ...duplicateWarnings(table, parts),
        ...judged.table.columns.flatMap(column => targetLike(column, judged)),
      ];
      const {rows, columns} = parts.train.table;
      const report = {rows: [rows, rows], columns: [columns.length, columns.length], learned: [], warnings};
      return {output: warnings as unknown as Value, report};
    },
  };
}

function spreadEvenly(rows: Rows): Rows {
  const count = rows.index.length;
  if (count <= mostRowsJudged) return rows;
  return takeFlowRows(
    rows,
    Int32Array.from({length: mostRowsJudged}, (_, place) => Math.floor((place * count) / mostRowsJudged)),
  );
}

/** Rows that stand in both parts: the model has seen the answer to those. */
export function duplicateWarnings(table: Table, parts: Parts<Rows>): readonly Warning[] {
  const first = firstEqualRows(table);
  const learned = new Set(Array.from(parts.train.index, row => first[row]!));
  const leaked = parts.test.index.filter(row => learned.has(first[row]!));
  if (leaked.length === 0) return [];
  return [
    {
      code: 'leak.duplicates',
      message: `${count(leaked.length, 'test row')} ${leaked.length === 1 ? 'is' : 'are'} also in the training rows, so the model has seen the answer. Drop them with \`preprocessing.duplicates: drop\`.`,
      at: `row ${leaked[0]! + 1}`,
    },
  ];
}

/** A column that alone predicts the target almost perfectly is probably the target in disguise. */
export function targetLike(column: Column, {target}: Rows): readonly Warning[] {
  if (!target) return [];
  const strength = isNumeric(target) ? againstNumbers(column, target.values) : againstClasses(column, target);
  const limit = isNumeric(target) ? tooGood.correlation : tooGood.auc;
  if (strength < limit) return [];
  const measure = isNumeric(target)
    ? `its correlation with the target is ${strength.toFixed(3)}`
    : `alone it ranks the rows with an AUC of ${strength.toFixed(3)}`;
  return [
    {
      code: 'leak.target_like',
      message: `Column \`${column.name}\` gives the target away: ${measure}. Is it known before the outcome? If not, leave it out with \`ingestion.drop\`.`,
      at: `column \`${column.name}\``,
    },
  ];
}

function againstNumbers(column: Column, target: Float64Array): number {
  if (!isNumeric(column)) return 0;
  const known = [...column.values.keys()].filter(row => !Number.isNaN(column.values[row]!));
  const r = correlation(
    Float64Array.from(known, row => column.values[row]!),
    Float64Array.from(known, row => target[row]!),
  );
  return Number.isNaN(r) ? 0 : Math.abs(r);
}

/** The mean over the classes of the AUC that the column alone reaches for that class against the rest. */
function againstClasses(column: Column, target: LevelColumn): number {
  const classes = target.levels.length === 2 ? [1] : [...target.levels.keys()];
  const areas = classes.map(code => {
    const scores = isNumeric(column) ? fillWithMedian(column.values) : levelRates(column, target, code);
    const area = scores ? rocAuc(target.codes, code, scores) : 0.5;
    return isDefined(area) ? Math.max(area, 1 - area) : 0.5;
  });
  return areas.reduce((sum, area) => sum + area, 0) / areas.length;
}

function fillWithMedian(values: Float64Array): Float64Array {
  if (!values.includes(Number.NaN)) return values;
  const sorted = values.filter(value => !Number.isNaN(value)).sort();
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return values.map(value => (Number.isNaN(value) ? middle : value));
}

/** For each row, how often its level goes with the class; a gap counts as a level of its own. */
function levelRates(column: LevelColumn, target: LevelColumn, code: number): Float64Array | undefined {
  if (column.levels.length > mostLevels) return undefined;
  const rows = new Float64Array(column.levels.length + 1);
  const hits = new Float64Array(column.levels.length + 1);
  column.codes.forEach((level, row) => {
    rows[level + 1]!++;
    if (target.codes[row] === code) hits[level + 1]!++;
  });
  return Float64Array.from(column.codes, level => hits[level + 1]! / rows[level + 1]!);
}
