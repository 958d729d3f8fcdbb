import {type Column, countGaps, isNumeric} from '../../data/table.ts';
import {levelTest} from '../../ml/drift/chi-square.ts';
import {ksTest} from '../../ml/drift/ks.ts';
import {countLevels, type LevelCounts, newLevels} from '../../ml/drift/levels.ts';
import {type MissingTest, missingTest} from '../../ml/drift/missing.ts';
import {type Psi, psiOfLevels, psiOfNumbers} from '../../ml/drift/psi.ts';
import {sortedValues} from '../../ml/quantile.ts';
import {isDefined, type Undefined} from '../../ml/score.ts';
import {chiSquareTail} from '../../ml/special.ts';
import {type AnswerReference, type ColumnReference, fewestRows} from './reference.ts';
import type {MonitoringSettings} from './settings.ts';
import {sayShift} from './shift.ts';

export type DriftTests = MonitoringSettings['tests'];

/** How different two samples are, by the test that judges and by the index beside its noise floor. */
export type Difference = {
  readonly test: 'ks' | 'chi2' | 'psi';
  readonly statistic: number;
  /** The chance of a difference at least as large where nothing has changed. */
  readonly p: number;
  readonly psi: number;
  /** What the index reaches by chance in about 1 of 100 samples of this size. */
  readonly floor: number;
};

/** What one column of a batch is like beside the training rows. */
export type ColumnFinding = {
  readonly column: string;
  /** null where the values were not tested, and `why` says the reason. */
  readonly difference: Difference | null;
  readonly why: string | null;
  /** The two shares of gaps; null where neither side has one, or there are too few rows. */
  readonly gaps: MissingTest | null;
  /** Words that the training rows never showed, with how often they came. */
  readonly new_levels: LevelCounts;
  /** What moved most, in words: `phone from 24% to 47%`; null where nothing can be said. */
  readonly shift: string | null;
};

/** Why a month or a running number is not compared. */
export const movesByItself = 'it moves on by itself, as the training rows were sorted by it';

const noLevels: LevelCounts = {levels: [], counts: []};

/** Compare one column of a batch with what the training rows were like. */
export function compareColumn(
  reference: ColumnReference,
  rows: number,
  column: Column,
  tests: DriftTests,
): ColumnFinding {
  const current = isNumeric(column) ? column.values.length : column.codes.length;
  const gaps = compareGaps({gaps: reference.gaps, rows}, {gaps: countGaps(column), rows: current});
  const finding = {
    column: reference.name,
    gaps,
    new_levels: levelsNewIn(reference, column),
    shift: sayShift(reference, column),
  };
  const why = whyNot(reference, column);
  if (why !== null) return {...finding, difference: null, why};
  const difference = isNumeric(column)
    ? compareNumbers((reference as {readonly values: readonly number[]}).values, column.values, tests)
    : compareLevels(reference as LevelCounts, countLevels(column), tests);
  return {...finding, difference, why: difference ? null : 'it has no values to compare'};
}

/** Compare a model's answers for a batch with those for the test rows. */
export function compareAnswers(
  reference: AnswerReference,
  current: AnswerReference,
  tests: DriftTests,
): Difference | null {
  if (reference.kind === 'levels') return current.kind === 'levels' ? compareLevels(reference, current, tests) : null;
  return current.kind === 'numbers' ? compareNumbers(reference.values, Float64Array.from(current.values), tests) : null;
}

/** Why the values of a column cannot tell whether the world has changed; null where they can. */
function whyNot(reference: ColumnReference, column: Column): string | null {
  if (reference.kind === 'untested') {
    return reference.type === 'date' ? 'dates move on by themselves' : 'free text is not compared';
  }
  if ((reference.kind === 'numbers') !== isNumeric(column)) return 'it is of another type than in training';
  const known = isNumeric(column) ? sortedValues(column.values) : column.codes.filter(code => code >= 0);
  if (known.length < fewestRows) return `${known.length} values are too few to tell`;
  return reference.kind === 'numbers' && reference.ordered && movesOn(reference.values, known) ? movesByItself : null;
}

/** A month or a running number: the batch stands at one place of it, or behind all of the training rows. */
function movesOn(reference: readonly number[], sorted: ArrayLike<number>): boolean {
  const [first, last] = [sorted[0]!, sorted[sorted.length - 1]!];
  return first === last || first >= reference.at(-1)!;
}

function compareNumbers(reference: readonly number[], values: Float64Array, tests: DriftTests): Difference | null {
  const kept = Float64Array.from(reference);
  const psi = psiOfNumbers(kept, values);
  const ks = ksTest(kept, values);
  if (!isDefined(psi) || !isDefined(ks)) return null;
  const sizes = {n: kept.length, m: sortedValues(values).length};
  return tests === 'psi' ? byIndex(psi, sizes) : {test: 'ks', statistic: ks.statistic, p: ks.p, ...indexOf(psi)};
}

function compareLevels(reference: LevelCounts, current: LevelCounts, tests: DriftTests): Difference | null {
  const psi: Psi | Undefined = psiOfLevels(reference, current);
  const chi2 = levelTest(reference, current);
  if (!isDefined(psi) || !isDefined(chi2)) return null;
  const sizes = {n: total(reference), m: total(current)};
  return tests === 'psi' ? byIndex(psi, sizes) : {test: 'chi2', statistic: chi2.statistic, p: chi2.p, ...indexOf(psi)};
}

/** Where nothing has changed, the index over 1/n + 1/m is distributed like χ² with one degree less than buckets. */
function byIndex(psi: Psi, {n, m}: {readonly n: number; readonly m: number}): Difference {
  const p = psi.buckets < 2 ? 1 : chiSquareTail(psi.psi / (1 / n + 1 / m), psi.buckets - 1);
  return {test: 'psi', statistic: psi.psi, p, ...indexOf(psi)};
}

function indexOf({psi, floor}: Psi) {
  return {psi, floor};
}

function total({counts}: LevelCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

type Gaps = {readonly gaps: number; readonly rows: number};

/** Where no row has a gap on either side there is nothing that could differ. */
function compareGaps(reference: Gaps, current: Gaps): MissingTest | null {
  if (reference.gaps + current.gaps === 0 || current.rows < fewestRows) return null;
  const test = missingTest(reference, current);
  return isDefined(test) ? test : null;
}

function levelsNewIn(reference: ColumnReference, column: Column): LevelCounts {
  if (reference.kind !== 'levels' || isNumeric(column)) return noLevels;
  return newLevels(reference, countLevels(column));
}
