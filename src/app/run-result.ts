import type {RunOutcome} from '../engine/run.ts';
import {runFingerprint, type StepRecord, type StepStatus} from '../engine/run-record.ts';
import {isDefined, type Score} from '../ml/score.ts';
import type {SpreadOutput} from '../stages/evaluation/cross-validate.ts';
import type {ScoreOutput} from '../stages/evaluation/score-step.ts';
import type {Scores} from '../stages/evaluation/scores.ts';
import type {LoadReport} from '../stages/ingestion/load.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import type {SplitReport} from '../stages/split/split-rows.ts';
import type {Warning} from '../stages/stage.ts';
import {withModel} from '../stages/training/settings.ts';

export type Metrics = {readonly [name: string]: number | null};

/** One step as a person sees it. */
export type StepView = {
  readonly id: string;
  readonly stage: string;
  readonly status: StepStatus;
  readonly reason: string;
  readonly ms: number;
  /** Training rows before and after. */
  readonly rows: readonly [number, number] | null;
  readonly columns: readonly [number, number] | null;
  readonly key: string;
  readonly output: string | null;
};

/** The result of a run: what `run --json` prints, what screens draw, what lab tasks are checked against. */
export type RunResult = {
  readonly format: 1;
  readonly run: string;
  readonly name: string;
  readonly seed: number;
  readonly task: 'classification' | 'regression';
  /** False when a trap was set: the figures flatter. */
  readonly honest: boolean;
  readonly pipeline: PipelineSpec;
  readonly data: {
    readonly rows: number;
    readonly columns: number;
    readonly target: string;
    readonly classes: readonly string[];
    readonly positive: string | null;
    readonly fingerprint: string;
    readonly rejected_rows: number;
  };
  readonly split: {readonly train: number; readonly test: number; readonly method: string};
  readonly steps: readonly StepView[];
  readonly metrics: {
    readonly train: Metrics;
    readonly test: Metrics;
    readonly baseline: Metrics;
    readonly cross_validation: CrossValidation | null;
  };
  /** Why a metric is null, by its path. */
  readonly undefined_metrics: {readonly [path: string]: string};
  readonly confusion: ScoreOutput['confusion'];
  readonly roc: ScoreOutput['roc'];
  readonly pr: ScoreOutput['pr'];
  readonly calibration: ScoreOutput['calibration'];
  readonly residuals: ScoreOutput['residuals'];
  readonly warnings: readonly Warning[];
  readonly fingerprint: string;
};

export type CrossValidation = {
  readonly metric: string;
  readonly mean: number;
  readonly sd: number;
  readonly scores: readonly number[];
  /** The same for every metric. */
  readonly all: SpreadOutput['all'];
};

type Known = {readonly run: string; readonly seed: number; readonly spec: PipelineSpec};

/** Put the outputs of a finished run together into its result. */
export function resultOf(outcome: RunOutcome, {run, seed, spec}: Known): RunResult {
  const score = outcome.output('evaluation.score') as unknown as ScoreOutput;
  const loading = recordOf(outcome, 'ingestion.load');
  const load = loading.report as unknown as LoadReport;
  const {split} = recordOf(outcome, 'split.rows').report as unknown as {readonly split: SplitReport};
  const {confusion, roc, pr, calibration, residuals} = score;
  return {
    format: 1,
    run,
    name: spec.name,
    seed,
    task: split.task,
    honest: spec.traps.length === 0,
    pipeline: {...spec, seed, training: withModel(spec.training, split.task)},
    data: {
      rows: load.rows[1],
      columns: load.columns[1],
      target: spec.ingestion.target!,
      classes: split.classes,
      positive: score.positive,
      fingerprint: `sha256:${loading.output}`,
      rejected_rows: load.rejected,
    },
    split: {train: split.train, test: split.test, method: split.method},
    steps: outcome.steps.map(viewOf),
    metrics: {
      train: plain(score.train),
      test: plain(score.test),
      baseline: plain(score.baseline),
      cross_validation: crossValidationOf(outcome),
    },
    undefined_metrics: {
      ...reasons('train', score.train),
      ...reasons('test', score.test),
      ...reasons('baseline', score.baseline),
    },
    confusion,
    roc,
    pr,
    calibration,
    residuals,
    warnings: warningsOf(outcome),
    fingerprint: runFingerprint(outcome.steps),
  };
}

function viewOf({id, stage, status, reason, ms, report, key, output}: RunOutcome['steps'][number]): StepView {
  const shape = (report ?? {}) as {rows?: [number, number]; columns?: [number, number]};
  const hash = output === null ? null : `sha256:${output}`;
  return {
    id,
    stage,
    status,
    reason,
    ms: Math.round(ms * 10) / 10,
    rows: shape.rows ?? null,
    columns: shape.columns ?? null,
    key,
    output: hash,
  };
}

/** Every warning of every step, each once. */
export function warningsOf({steps}: RunOutcome): readonly Warning[] {
  const all = steps.flatMap(step => ((step.report ?? {}) as {warnings?: readonly Warning[]}).warnings ?? []);
  return [...new Map(all.map(warning => [`${warning.code} ${warning.message}`, warning])).values()];
}

function crossValidationOf(outcome: RunOutcome): CrossValidation | null {
  const found = outcome.output('evaluation.cross_validate') as SpreadOutput | undefined;
  const spread = found?.all[found.metric];
  return found && spread ? {metric: found.metric, ...spread, all: found.all} : null;
}

function plain(scores: Scores): Metrics {
  return Object.fromEntries(
    Object.entries(scores).map(([name, score]) => [name, isDefined(score) ? (score as number) : null]),
  );
}

function reasons(part: string, scores: Scores): Record<string, string> {
  return Object.fromEntries(
    Object.entries(scores).flatMap(([name, score]: [string, Score]) =>
      isDefined(score) ? [] : [[`${part}.${name}`, score.undefined]],
    ),
  );
}

function recordOf({steps}: RunOutcome, id: string): StepRecord {
  return steps.find(step => step.id === id)!;
}
