import type {RunEvent} from '../../engine/run.ts';
import type {Json, RunResult as ResultJson} from '../../tutor/figures/result.ts';
import type {BlockSettings} from '../../tutor/lab/settings.ts';
import {changeSetting} from './change-settings.ts';
import {followRun, type LiveRun, quietRun} from './live-run.ts';

/** Something that was done to a pipeline, and what came of it. */
export type BenchRun = {readonly action: string; readonly settings: BlockSettings; readonly json: ResultJson};

/** Work that goes on: its number, which settings it is about, and how far it is. */
export type Running = {
  readonly job: number;
  readonly action: string;
  readonly settings: BlockSettings;
  readonly live: LiveRun;
  /** It was asked to stop and will at its next step. */
  readonly isStopping: boolean;
};

/** Work that did not end well: why, and the steps that still stand. */
export type Failure = {readonly error: unknown; readonly settings: BlockSettings; readonly live: LiveRun};

/** A pipeline on a bench: its settings, what was changed, and every run of it so far. */
export type Workbench = {
  /** Where `reset` leads. */
  readonly start: BlockSettings;
  readonly settings: BlockSettings;
  /** Earlier settings, oldest first, for taking changes back. */
  readonly past: readonly BlockSettings[];
  /** The learner's runs, oldest first. */
  readonly runs: readonly BenchRun[];
  readonly running: Running | null;
  readonly failure: Failure | null;
};

/** What can be done at a bench. Jobs are numbered by whoever starts them; news of a job given up is not listened to. */
export type BenchAction =
  | {readonly type: 'set'; readonly path: string; readonly value: Json}
  | {readonly type: 'settings'; readonly settings: BlockSettings}
  | {readonly type: 'undo'}
  | {readonly type: 'reset'}
  | {readonly type: 'started'; readonly job: number; readonly action: string; readonly settings: BlockSettings}
  | {readonly type: 'cancel'}
  | {readonly type: 'event'; readonly job: number; readonly event: RunEvent; readonly atMs: number}
  | {readonly type: 'came'; readonly job: number; readonly json: ResultJson}
  | {readonly type: 'failed'; readonly job: number; readonly error: unknown};

// Enough to compare with, and no more than a screen can list.
const runsKept = 30;
const changesKept = 200;

/** A bench with a pipeline on it that nobody has touched. */
export function newBench(start: BlockSettings): Workbench {
  return {start, settings: start, past: [], runs: [], running: null, failure: null};
}

/** The bench after something was done at it. */
export function reduceBench<B extends Workbench>(bench: B, action: BenchAction): B {
  switch (action.type) {
    case 'set':
      return change(bench, changeSetting(bench.settings, action.path, action.value));
    case 'settings':
      return change(bench, action.settings);
    case 'reset':
      return change(bench, bench.start);
    case 'undo': {
      const before = bench.past.at(-1);
      return before === undefined ? bench : {...bench, settings: before, past: bench.past.slice(0, -1)};
    }
    case 'started': {
      const {job, action: name, settings} = action;
      return {...bench, running: {job, action: name, settings, live: quietRun, isStopping: false}, failure: null};
    }
    case 'cancel':
      return bench.running ? {...bench, running: {...bench.running, isStopping: true}} : bench;
    default:
      return bench.running?.job === action.job ? follow(bench, bench.running, action) : bench;
  }
}

function change<B extends Workbench>(bench: B, settings: BlockSettings): B {
  if (JSON.stringify(settings) === JSON.stringify(bench.settings)) return bench;
  return {...bench, settings, past: [...bench.past, bench.settings].slice(-changesKept)};
}

type News = Extract<BenchAction, {readonly type: 'event' | 'came' | 'failed'}>;

function follow<B extends Workbench>(bench: B, running: Running, action: News): B {
  const {settings, live} = running;
  switch (action.type) {
    case 'event':
      return {...bench, running: {...running, live: followRun(live, action.event, action.atMs)}};
    case 'came': {
      const run = {action: running.action, settings, json: action.json};
      return {...bench, running: null, runs: [...bench.runs, run].slice(-runsKept)};
    }
    case 'failed':
      return {...bench, running: null, failure: {error: action.error, settings, live}};
  }
}
