import type {RunOutcome} from '../engine/run.ts';
import {runFingerprint, type StepRecord} from '../engine/run-record.ts';
import {metrics as catalogue} from '../ml/metrics/catalogue.ts';
import {isDefined, type Score} from '../ml/score.ts';
import type {LearningCurve} from '../stages/evaluation/learning-curve.ts';
import type {ScoreOutput} from '../stages/evaluation/score-step.ts';
import type {Scores} from '../stages/evaluation/scores.ts';
import type {LoadReport} from '../stages/ingestion/load.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import type {SplitReport} from '../stages/split/split-rows.ts';
import type {Warning} from '../stages/stage.ts';
import type {NamedExplanation} from '../stages/training/explain.ts';
import {withModel} from '../stages/training/settings.ts';
import {applyCandidate} from '../stages/tuning/candidates.ts';
import type {Deployment} from './models-register.ts';
import {type SpreadResult, spreadReasons, spreadResult, type TuningResult, tuningResult} from './run-result-spread.ts';
import {idleTraps, type StepView, viewOf, warningsOf} from './run-result-steps.ts';

export type Metrics = {readonly [name: string]: number | null};

/** The result of a run: what `run --json` prints, what screens draw, what lab tasks are checked against. */
export type RunResult = {
  readonly format: 1;
  readonly run: string;
  readonly name: string;
  readonly seed: number;
  readonly task: 'classification' | 'regression';
  /** False when a trap was set: the figures flatter. */
  readonly honest: boolean;
  /** The pipeline as it was fitted: every setting in place, those that a search chose as well. */
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
  readonly metrics: RunMetrics;
  /** The metrics of the same pipeline without its traps, to stand beside the flattering ones; null in an honest run. */
  readonly honest_metrics: RunMetrics | null;
  readonly tuning: TuningResult | null;
  /** How many evaluated runs have looked at these very test rows, this one among them. */
  readonly test_uses: number;
  /** Why a metric is null, by its path. */
  readonly undefined_metrics: {readonly [path: string]: string};
  readonly confusion: ScoreOutput['confusion'];
  readonly roc: ScoreOutput['roc'];
  readonly pr: ScoreOutput['pr'];
  readonly calibration: ScoreOutput['calibration'];
  readonly residuals: ScoreOutput['residuals'];
  readonly learning_curve: LearningCurve | null;
  /** What the model shows of itself: coefficients, importances, a tree, curves. */
  readonly explanation: NamedExplanation;
  readonly warnings: readonly Warning[];
  /** The version that the model was registered as; null where `deployment.name` is not set. */
  readonly deployment: Deployment | null;
  readonly fingerprint: string;
};

/** The metrics of a run: on the rows learned from, on the test rows, of the baseline, and how much they vary. */
export type RunMetrics = {
  readonly train: Metrics;
  readonly test: Metrics;
  readonly baseline: Metrics;
  readonly cross_validation: SpreadResult | null;
  readonly repeated: SpreadResult | null;
};

type Known = {
  readonly run: string;
  readonly seed: number;
  readonly spec: PipelineSpec;
  /** Earlier runs that looked at the same test rows. */
  readonly earlierUses: number;
  /** The same pipeline without its traps. */
  readonly honest?: RunOutcome | undefined;
};

/** Put the outputs of a finished run together into its result. */
export function resultOf(outcome: RunOutcome, {run, seed, spec, earlierUses, honest}: Known): RunResult {
  const score = scoreOf(outcome);
  const loading = recordOf(outcome, 'ingestion.load');
  const load = loading.report as unknown as LoadReport;
  const {split} = recordOf(outcome, 'split.rows').report as unknown as {readonly split: SplitReport};
  const {confusion, roc, pr, calibration, residuals, explanation} = score;
  const metrics = metricsOf(outcome);
  const tuning = tuningResult(outcome, metrics.test, metrics.cross_validation);
  const fitted = tuning ? applyCandidate(spec, tuning.best) : spec;
  return {
    format: 1,
    run,
    name: spec.name,
    seed,
    task: split.task,
    honest: spec.traps.length === 0,
    pipeline: {...fitted, seed, training: withModel(fitted.training, split.task)},
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
    metrics,
    honest_metrics: honest ? metricsOf(honest) : null,
    tuning,
    test_uses: earlierUses + 1,
    undefined_metrics: {
      ...reasons('train', score.train),
      ...reasons('test', score.test),
      ...reasons('baseline', score.baseline),
      ...spreadReasons(outcome, 'evaluation.cross_validate', 'cross_validation'),
      ...spreadReasons(outcome, 'evaluation.repeat', 'repeated'),
    },
    confusion,
    roc,
    pr,
    calibration,
    residuals,
    learning_curve: (outcome.output('evaluation.learning_curve') as LearningCurve | undefined) ?? null,
    explanation,
    warnings: [...warningsOf(outcome), ...idleTraps(outcome, spec)],
    deployment: null,
    fingerprint: runFingerprint(outcome.steps),
  };
}

function metricsOf(outcome: RunOutcome): RunMetrics {
  const {train, test, baseline} = scoreOf(outcome);
  return {
    train: plain(train),
    test: plain(test),
    baseline: plain(baseline),
    cross_validation: spreadResult(outcome, 'evaluation.cross_validate'),
    repeated: spreadResult(outcome, 'evaluation.repeat'),
  };
}

function scoreOf(outcome: RunOutcome): ScoreOutput {
  return outcome.output('evaluation.score') as unknown as ScoreOutput;
}

/** In the order of the catalogue, because an output that comes out of the store has its names in alphabetical order. */
function plain(scores: Scores): Metrics {
  const names = Object.keys(catalogue).filter(name => name in scores);
  return Object.fromEntries(names.map(name => [name, isDefined(scores[name]!) ? (scores[name] as number) : null]));
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
