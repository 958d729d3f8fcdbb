import {compareSettings, type SettingChange} from '../engine/reason.ts';
import type {RunRecord, StepRecord} from '../engine/run-record.ts';
import type {Json} from '../engine/value.ts';
import {compareMetrics, type MetricDifference} from './diff-metrics.ts';
import type {Ports} from './ports.ts';
import {findRun} from './runs-find.ts';
import {type RunSummary, summaryOf} from './runs-summary.ts';

/** One step of two runs: whether both left the same output. */
export type StepDifference = {
  readonly id: string;
  readonly verdict: 'same' | 'differs' | 'only_a' | 'only_b';
  readonly a: string | null;
  readonly b: string | null;
};

/** Two runs side by side. */
export type RunDiff = {
  readonly a: RunSummary;
  readonly b: RunSummary;
  /** Their fingerprints are equal: the same settings, data and seed gave the same result. */
  readonly identical: boolean;
  readonly data: {readonly same: boolean; readonly a: string | null; readonly b: string | null};
  /** They were tested on the very same rows. */
  readonly same_test_rows: boolean;
  readonly settings: readonly SettingChange[];
  readonly metrics: readonly MetricDifference[];
  readonly steps: readonly StepDifference[];
  /** What to keep in mind when the figures are compared. */
  readonly notes: readonly string[];
};

/** Put two runs side by side: setting by setting, metric by metric, step by step. @throws {KnownError} `unknown_run` */
export function diffRuns(refA: string, refB: string, {runs}: Pick<Ports, 'runs'>): RunDiff {
  return compareRecords(findRun(refA, runs), findRun(refB, runs));
}

/** Compare two records. */
export function compareRecords(a: RunRecord, b: RunRecord): RunDiff {
  const [dataA, dataB] = [outputOf(a, 'ingestion.load'), outputOf(b, 'ingestion.load')];
  const [splitA, splitB] = [outputOf(a, 'split.rows'), outputOf(b, 'split.rows')];
  const base = {
    a: summaryOf(a),
    b: summaryOf(b),
    identical: a.fingerprint === b.fingerprint,
    data: {same: dataA !== null && dataA === dataB, a: dataA, b: dataB},
    same_test_rows: splitA !== null && splitA === splitB,
    settings: compareSettings(settingsOf(a, b), settingsOf(b, a)),
    metrics: compareMetrics(a, b),
    steps: compareSteps(a, b),
  };
  return {...base, notes: notesOn(base, a, b)};
}

function compareSteps(a: RunRecord, b: RunRecord): readonly StepDifference[] {
  const ids = [...new Set([...a.steps, ...b.steps].map(step => step.id))];
  return ids.map(id => {
    const [left, right] = [outputOf(a, id), outputOf(b, id)];
    const has = (record: RunRecord) => record.steps.some(step => step.id === id);
    const verdict = !has(b) ? 'only_a' : !has(a) ? 'only_b' : left === right ? 'same' : 'differs';
    return {id, verdict, a: left, b: right};
  });
}

function notesOn(diff: Omit<RunDiff, 'notes'>, a: RunRecord, b: RunRecord): readonly string[] {
  const both = [
    ['A', diff.a, a],
    ['B', diff.b, b],
  ] as const;
  return [
    ...(diff.data.same ? [] : ['They read different data, so their figures do not compare.']),
    ...(diff.data.same && !diff.same_test_rows ? ['They were tested on different rows of the same data.'] : []),
    ...both.flatMap(([letter, {failed}]) => (failed === null ? [] : [`${letter} failed at \`${failed}\`.`])),
    ...both.flatMap(([letter, {honest}]) =>
      honest ? [] : [`${letter} is not honest: it was run with a mistake on purpose, and its figures flatter.`],
    ),
    ...(diff.metrics.some(({verdict, difference}) => verdict === 'unknown' && difference !== null) ? [howToKnow] : []),
    ...(a.product === b.product ? [] : [`A was made by version ${a.product}, B by ${b.product}.`]),
    ...(a.node === b.node ? [] : [`A was made with Node ${a.node}, B with ${b.node}.`]),
  ];
}

const howToKnow =
  'How far figures move by luck shows in folds: set evaluation.cross_validate to 5 in both runs and compare again.';

function outputOf({steps}: RunRecord, id: string): string | null {
  const hash = steps.find(step => step.id === id)?.output;
  return hash ? `sha256:${hash}` : null;
}

/**
 * The settings that decided a run. What a pipeline is called does not count; the parameters of the model are those that
 * it was fitted with, where both runs fitted the same kind: between two kinds there is nothing to compare.
 */
function settingsOf(record: RunRecord, other: RunRecord): Json {
  const {name: _, training, ...settings} = (record.pipeline ?? {}) as {readonly [setting: string]: Json};
  const [fitted, compared] = [fittedWith(record), fittedWith(other)];
  if (!fitted) return {...settings, training: training ?? null};
  const {model, implementation, class_weight, task: __, ...params} = fitted;
  const isSameKind = model === compared?.model && implementation === compared?.implementation;
  const given = (training as {readonly params?: Json} | undefined)?.params ?? {};
  return {...settings, training: {model, implementation, class_weight, params: isSameKind ? params : given} as Json};
}

function fittedWith({steps}: RunRecord): StepRecord['params'] | undefined {
  return steps.find(step => step.id === 'training.fit')?.params;
}
