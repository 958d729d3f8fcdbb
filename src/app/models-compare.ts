import {cellAt, type Table} from '../data/table.ts';
import {KnownError} from '../errors.ts';
import {isMetricName, metrics} from '../ml/metrics/catalogue.ts';
import {isDefined} from '../ml/score.ts';
import type {FittedPipeline} from '../stages/deployment/fitted-pipeline.ts';
import {rowsOfTable} from '../stages/deployment/input-rows.ts';
import {scorePrediction} from '../stages/evaluation/scores.ts';
import type {EvaluationSettings} from '../stages/evaluation/settings.ts';
import {type Rows, takeFlowRows} from '../stages/rows.ts';
import {say} from '../stages/words.ts';

/** One metric of two models on the same rows, or why they cannot be compared. */
export type Comparison =
  | {
      readonly comparable: true;
      readonly metric: string;
      readonly challenger: number;
      readonly champion: number;
      /** By how much the challenger is better; below 0 it is worse. */
      readonly gain: number;
      /** How many rows both were judged on. */
      readonly rows: number;
    }
  | {readonly comparable: false; readonly why: string};

/** A model that can be judged, and the rows that it learned from and was tested on where they are still known. */
export type Contender = {
  readonly pipeline: FittedPipeline;
  readonly split: {readonly train: Rows; readonly test: Rows; readonly hash: string} | undefined;
};

type Judging = {readonly metric: string; readonly average: EvaluationSettings['average']};

/** Below this many rows a metric says more about luck than about models. */
const fewestRows = 20;

/**
 * Judge two models on the same rows: the test rows of both where they are the same, else the challenger's test rows
 * without those that the champion learned from.
 *
 * Two figures from different rows say nothing about which model is better, so where there are no such rows the answer
 * is that they cannot be compared.
 */
export function compareModels(challenger: Contender, champion: Contender, judging: Judging): Comparison {
  const [ours, theirs] = [challenger.pipeline.artifact, champion.pipeline.artifact];
  if (ours.target !== theirs.target || ours.task !== theirs.task) {
    return cannot(`one predicts \`${ours.target}\` and the other \`${theirs.target}\``);
  }
  if (ours.classes.join('\n') !== theirs.classes.join('\n')) {
    return cannot(`one tells ${ours.classes.join(', ')} apart and the other ${theirs.classes.join(', ')}`);
  }
  if (!challenger.split || !champion.split) return cannot('the rows they learned from are no longer stored');
  const isSameSplit = challenger.split.hash === champion.split.hash;
  const rows = isSameSplit ? challenger.split.test : rowsNewTo(champion.split.train, challenger.split.test);
  if (!isSameSplit && rows.index.length < fewestRows) {
    return cannot(`only ${rows.index.length} rows are new to both, and fewer than ${fewestRows} say too little`);
  }
  return compareOn(rows, challenger.pipeline, champion.pipeline, judging);
}

/** Judge two models on rows whose target is known and that neither learned from: a hold-out that stays the same. */
export function compareOn(
  rows: Rows,
  challenger: FittedPipeline,
  champion: FittedPipeline,
  judging: Judging,
): Comparison {
  try {
    const [ours, theirs] = [challenger, champion].map(pipeline => replayOn(pipeline, rows));
    // A pipeline may leave rows with gaps out: only rows that both answer count.
    const answered = new Set(theirs!.index);
    const both = new Set(ours!.index.filter(row => answered.has(row)));
    const [a, b] = [scoreOn(challenger, keep(ours!, both), judging), scoreOn(champion, keep(theirs!, both), judging)];
    if (a === null || b === null) return cannot(`${judging.metric} is not defined on these rows`);
    const isHigherBetter = !isMetricName(judging.metric) || metrics[judging.metric].higherIsBetter;
    const gain = isHigherBetter ? a - b : b - a;
    return {comparable: true, metric: judging.metric, challenger: a, champion: b, gain, rows: both.size};
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return cannot(`one of them cannot read the rows of the other. ${error.message}`);
  }
}

function replayOn({check, replay}: FittedPipeline, rows: Rows): Rows {
  return replay({...rows, table: check(rowsOfTable(rows.table)).table});
}

function scoreOn({artifact, ask}: FittedPipeline, rows: Rows, {metric, average}: Judging): number | null {
  const {classes, positive, threshold} = artifact;
  const score = scorePrediction(ask(rows), rows, classes, {positive, threshold, average})[metric];
  return score !== undefined && isDefined(score) ? score : null;
}

function keep(rows: Rows, wanted: ReadonlySet<number>): Rows {
  if (wanted.size === rows.index.length) return rows;
  const places = Array.from(rows.index.keys()).filter(place => wanted.has(rows.index[place]!));
  return takeFlowRows(rows, Int32Array.from(places));
}

/** The rows whose values, target included, are not those of any row that was learned from. */
function rowsNewTo(learned: Rows, test: Rows): Rows {
  const names = test.table.columns.map(({name}) => name);
  const shared = names.filter(name => learned.table.columns.some(column => column.name === name));
  const known = new Set(keysOf(learned, shared));
  return keep(renumbered(test), new Set(keysOf(test, shared).flatMap((key, row) => (known.has(key) ? [] : [row]))));
}

function renumbered(rows: Rows): Rows {
  return {...rows, index: rows.index.map((_, place) => place)};
}

function keysOf({table, target}: Rows, names: readonly string[]): readonly string[] {
  const columns = names.map(name => table.columns.find(column => column.name === name)!);
  const all: Table['columns'] = target ? [...columns, target] : columns;
  return Array.from({length: table.rows}, (_, row) => JSON.stringify(all.map(column => cellAt(column, row))));
}

function cannot(why: string): Comparison {
  return {comparable: false, why};
}

/** A comparison in one sentence, such as `roc_auc 0.83 against 0.81 on the same 750 rows`. */
export function sayComparison(comparison: Comparison): string {
  if (!comparison.comparable) return `the two cannot be compared: ${comparison.why}`;
  const {metric, challenger, champion, rows} = comparison;
  const [ours, theirs] = tellApart(challenger, champion);
  return `${metric} ${ours} against ${theirs} on the same ${rows} rows`;
}

/** Two numbers with as many digits as it takes to see which is larger. */
function tellApart(a: number, b: number): readonly [string, string] {
  if (a === b || say(a) !== say(b)) return [say(a), say(b)];
  let digits = 5;
  while (digits < 17 && a.toPrecision(digits) === b.toPrecision(digits)) digits++;
  return [a.toPrecision(digits), b.toPrecision(digits)];
}
