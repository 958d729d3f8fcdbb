import type {RunEvent} from '../engine/run.ts';
import {learningCurve, lossCurve, thresholdSweep, validationCurve} from './curves.ts';
import {journeyOf} from './journey.ts';
import {workOnBench} from './lab/bench.ts';
import {listColumns, previewSource, sampleColumn} from './lab/dataset-views.ts';
import {compareRuns, promoteVersion, rollBack, viewShelf} from './lab/run-actions.ts';
import {lineageFor} from './lineage.ts';
import type {Ports} from './ports.ts';
import {predictWith} from './predict.ts';
import {planSpec, runSpec} from './run-spec.ts';
import {verifyRun} from './verify.ts';
import {viewStep} from './step-view.ts';

/** What an action may use while it works: to tell how far it is, and to learn that it is no longer wanted. */
export type ActionWatch = {
  readonly onEvent: (event: RunEvent) => void;
  readonly cancelled: () => boolean;
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
  diff: compareRuns,
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
  step: viewStep,
} satisfies {readonly [name: string]: (request: never, ports: Ports, watch: ActionWatch) => Promise<unknown>};

export type ActionName = keyof typeof actions;
export type RequestOf<N extends ActionName> = Parameters<(typeof actions)[N]>[0];
export type ResultOf<N extends ActionName> = Awaited<ReturnType<(typeof actions)[N]>>;

/** Work that has begun: what will come of it, and a way to give it up. */
export type Job<T> = {readonly result: Promise<T>; readonly cancel: () => void};

/** The engine as a screen sees it: it asks and waits, and stays alive meanwhile. */
export type EngineClient = {
  call<N extends ActionName>(name: N, request: RequestOf<N>, onEvent?: (event: RunEvent) => void): Job<ResultOf<N>>;
  close(): Promise<void>;
};
