import type {Json} from '../engine/value.ts';
import type {DeploymentSettings} from './deployment/settings.ts';
import type {EvaluationSettings} from './evaluation/settings.ts';
import type {IngestionSettings} from './ingestion/settings.ts';
import type {MonitoringSettings} from './monitoring/settings.ts';
import type {SplitSettings} from './split/settings.ts';
import type {TrainingWish} from './training/settings.ts';
import type {TuningSettings} from './tuning/settings.ts';

/** Mistakes on purpose, for the lessons: a run with one is marked `honest: false` everywhere it is shown. */
export const traps = ['fit_before_split', 'select_before_split', 'score_on_train', 'tune_on_test'] as const;
export type Trap = (typeof traps)[number];

/** The settings of a block whose steps each read their own. */
export type StepSettings = {readonly [setting: string]: Json};

/** A pipeline with every setting in place: what a pipeline file says, plus the defaults it leaves unsaid. */
export type PipelineSpec = {
  readonly format: 1;
  readonly name: string;
  /** null: draw a fresh seed for every run. */
  readonly seed: number | null;
  readonly traps: readonly Trap[];
  readonly ingestion: IngestionSettings;
  readonly split: SplitSettings;
  readonly preprocessing: StepSettings & {readonly duplicates: 'keep' | 'drop'};
  readonly features: StepSettings;
  readonly training: TrainingWish;
  readonly evaluation: EvaluationSettings;
  readonly tuning: TuningSettings;
  readonly deployment: DeploymentSettings;
  readonly monitoring: MonitoringSettings;
};

export const defaultSeed = 42;
