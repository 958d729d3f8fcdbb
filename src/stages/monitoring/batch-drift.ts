import type {Table} from '../../data/table.ts';
import {type MissingTest, missingTest} from '../../ml/drift/missing.ts';
import {isDefined} from '../../ml/score.ts';
import {type ColumnFinding, compareAnswers, compareColumn, type Difference, type DriftTests} from './column-drift.ts';
import {type AnswerReference, fewestRows, type Reference} from './reference.ts';
import type {MonitoringSettings} from './settings.ts';

/** What is known of a batch. */
export type Batch = {
  /** Its rows as they came in, those that fit the signature of the model. */
  readonly table: Table;
  /** What the model answered; null where there was no row to answer. */
  readonly answers: AnswerReference | null;
  /** How many rows could not be read or did not fit. */
  readonly refused: number;
  /** Its labels are known or going to be, and are tested as well. */
  readonly withLabels: boolean;
};

/** What a batch is like beside the rows that the model learned from. */
export type DriftReport = {
  /** How many tests were made of this batch, the one of its labels among them. */
  readonly tests: number;
  /** Each test must be this sure, so that all of them together raise a false alarm no more often than `alpha`. */
  readonly limit: number;
  readonly columns: readonly (ColumnFinding & {readonly drifted: boolean})[];
  /** The model's answers. */
  readonly answers: (Difference & {readonly drifted: boolean}) | null;
  /** Rows that did not fit, beside the training rows, which all did; null where there are none. */
  readonly refused: (MissingTest & {readonly drifted: boolean}) | null;
  /** Any of the tests is sure. */
  readonly alert: boolean;
};

/** Nothing can be said of a batch: it has too few rows, or rows that do not fit. */
export const noReport: DriftReport = {tests: 0, limit: 0, columns: [], answers: null, refused: null, alert: false};

/**
 * Compare a batch with what a model keeps of its training rows.
 *
 *     limit = alpha / (columns compared + columns with gaps + 1 for the answers + 1 for refused rows + 1 for the labels)
 *
 * Bonferroni's rule: 30 columns each tested at 0.05 would raise a false alarm in 79 of 100 batches. A test that could not
 * fail, as of gaps where neither side has one, is not made and does not count.
 */
export function compareBatch(
  reference: Reference,
  {table, answers, refused, withLabels}: Batch,
  {tests: kind, alpha}: Pick<MonitoringSettings, 'tests' | 'alpha'>,
): DriftReport {
  const isEnough = table.rows >= fewestRows;
  const findings = isEnough ? compareColumns(reference, table, kind) : [];
  const answered = isEnough && answers ? compareAnswers(reference.answers, answers, kind) : null;
  const unfit = compareRefused(reference.rows, refused, table.rows);
  const others = [answered, unfit, withLabels || null].filter(test => test !== null).length;
  const tests = findings.length === 0 && !unfit ? 0 : countTests(findings) + others;
  if (tests === 0) return {...noReport, columns: findings.map(finding => ({...finding, drifted: false}))};
  const limit = alpha / tests;
  const columns = findings.map(finding => ({...finding, drifted: isSure(finding, limit)}));
  const found = {
    answers: answered && {...answered, drifted: answered.p <= limit},
    refused: unfit && {...unfit, drifted: unfit.p <= limit},
  };
  const alert = [...columns, found.answers, found.refused].some(test => test?.drifted === true);
  return {tests, limit, columns, ...found, alert};
}

function compareColumns(reference: Reference, table: Table, kind: DriftTests): readonly ColumnFinding[] {
  const byName = new Map(table.columns.map(column => [column.name, column]));
  return reference.columns.flatMap(column => {
    const current = byName.get(column.name);
    return current ? [compareColumn(column, reference.rows, current, kind)] : [];
  });
}

/** All training rows could be read, or they would not have been learned from. */
function compareRefused(trained: number, refused: number, fitting: number): MissingTest | null {
  if (refused === 0 || refused + fitting < fewestRows) return null;
  const test = missingTest({gaps: 0, rows: trained}, {gaps: refused, rows: refused + fitting});
  return isDefined(test) ? test : null;
}

function countTests(findings: readonly ColumnFinding[]): number {
  return findings.reduce((sum, {difference, gaps}) => sum + (difference ? 1 : 0) + (gaps ? 1 : 0), 0);
}

function isSure({difference, gaps}: ColumnFinding, limit: number): boolean {
  return (difference !== null && difference.p <= limit) || (gaps !== null && gaps.p <= limit);
}
