import type {RunEvent} from '../engine/run.ts';
import {learningCurve, lossCurve, thresholdSweep, validationCurve} from './curves.ts';
import {exportPipeline} from './export-pipeline.ts';
import {journeyOf} from './journey.ts';
import {workOnBench} from './lab/bench.ts';
import {correlateColumns} from './lab/correlations.ts';
import {listColumns, previewSource, sampleColumn} from './lab/dataset-views.ts';
import {mapRegions} from './lab/regions.ts';
import {compareRuns, promoteVersion, rollBack, viewShelf} from './lab/run-actions.ts';
import {lineageFor} from './lineage.ts';
import {mergeTexts} from './merge/merge-texts.ts';
import {comparePolicies} from './monitor/compare-policies.ts';
import {falseAlarms} from './monitor/false-alarms.ts';
import {monitor} from './monitor/monitor.ts';
import type {Ports} from './ports.ts';
import {predictWith} from './predict.ts';
import {planSpec, runSpec} from './run-spec.ts';
import {bundleText, listRuns, viewModel, viewModels, viewRun} from './run-views.ts';
import {saveText} from './save-text.ts';
import {simulateMonth} from './schedule/month/simulate-month.ts';
import {viewStep} from './step-view.ts';
import {verifyRun} from './verify.ts';

/** What an action may use while it works: to tell how far it is, and to learn that it is no longer wanted. */
export type ActionWatch = {
  readonly onEvent: (event: RunEvent) => void;
  readonly cancelled: () => boolean;
  /** Gives up a download that is under way. */
  readonly signal?: AbortSignal;
};

/** Every action that can take long, by name: the front ends call them off the main thread. A new one is one line here. */
export const actions = {
  run: runSpec,
  plan: planSpec,
  verify: verifyRun,
  bench: workOnBench,
  preview: previewSource,
  column: sampleColumn,
  columns: listColumns,
  correlations: correlateColumns,
  runs: listRuns,
  record: viewRun,
  bundle: bundleText,
  diff: compareRuns,
  models: viewModels,
  model: viewModel,
  shelf: viewShelf,
  promote: promoteVersion,
  rollback: rollBack,
  learningCurve,
  validationCurve,
  lossCurve,
  thresholdSweep,
  predict: predictWith,
  journey: journeyOf,
  lineage: lineageFor,
  regions: mapRegions,
  save: saveText,
  step: viewStep,
  simulateMonth,
  monitor,
  comparePolicies,
  falseAlarms,
  merge: mergeTexts,
  export: exportPipeline,
} satisfies {readonly [name: string]: (request: never, ports: Ports, watch: ActionWatch) => Promise<unknown>};

export type ActionName = keyof typeof actions;
export type RequestOf<N extends ActionName> = Parameters<(typeof actions)[N]>[0];
export type ResultOf<N extends ActionName> = Awaited<ReturnType<(typeof actions)[N]>>;

/** Work that has begun: what will come of it, and a way to give it up. */
export type Job<T> = {readonly result: Promise<T>; readonly cancel: () => void};

/** How soon work is wanted: `now`, by somebody who waits for it, or `ahead` of need, when nobody waits for anything. */
export type Urgency = 'now' | 'ahead';

/** The engine as a screen sees it: it asks and waits, and stays alive meanwhile. */
export type EngineClient = {
  call<N extends ActionName>(
    name: N,
    request: RequestOf<N>,
    onEvent?: (event: RunEvent) => void,
    urgency?: Urgency,
  ): Job<ResultOf<N>>;
  close(): Promise<void>;
};
