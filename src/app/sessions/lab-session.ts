import {KnownError} from '../../errors.ts';
import type {RunResult as ResultJson, Results} from '../../tutor/figures/result.ts';
import {type BlockSettings, solutionSettings, startSettings} from '../../tutor/lab/settings.ts';
import type {Lesson} from '../../tutor/parse/course.ts';
import type {Lab, Task} from '../../tutor/schema/lab.ts';
import {judgeRun, type TaskOutcome} from '../lab/outcome.ts';
import {type BenchAction, newBench, reduceBench, type Workbench} from '../lab/workbench.ts';

/** How a lab stands: the bench with its pipeline, and around it the task: predict, run, explain. */
export type LabState = Workbench & {
  readonly lesson: Lesson;
  readonly lab: Lab;
  /** null: the panel is free to play with. */
  readonly task: Task | null;
  /** The bench that runs are made on; another visit to a task is another bench. */
  readonly bench: string;
  /** The run of the pipeline as the task gives it, made without being asked. */
  readonly first: ResultJson | null;
  /** Why there is no such run, if it failed. */
  readonly unprepared: unknown;
  /** The prediction chosen. */
  readonly chosen: string | null;
  /** A run was made, so the prediction stands. */
  readonly isLocked: boolean;
  readonly outcome: TaskOutcome | null;
  /** The goal was reached in this visit. */
  readonly isPassed: boolean;
  /** How many hints are shown. */
  readonly hints: number;
  readonly isSolutionShown: boolean;
  /** The runs of the lesson that the lab's texts speak of. */
  readonly named: Results;
  /** Those runs are on their way. */
  readonly isNaming: boolean;
  /** How many jobs were started. */
  readonly jobs: number;
};

/** What can be done in a lab. */
export type LabAction =
  | Exclude<BenchAction, {readonly type: 'started'}>
  /** Go to a task, or to free play; the bench is cleared. */
  | {readonly type: 'open'; readonly task: string | null; readonly bench: string}
  | {readonly type: 'predict'; readonly option: string}
  | {readonly type: 'run'}
  | {readonly type: 'hint'}
  | {readonly type: 'solution'}
  /** Put the worked solution on the bench. */
  | {readonly type: 'use-solution'}
  | {readonly type: 'prepared'; readonly bench: string; readonly json: ResultJson}
  | {readonly type: 'unprepared'; readonly bench: string; readonly error: unknown}
  | {readonly type: 'named'; readonly results: Results};

/** A lab as it is opened, at a task or in free play. @throws {KnownError} `unknown_lesson` where the lesson has no lab. */
export function startLab(lesson: Lesson, task: string | null, bench: string): LabState {
  const {lab} = lesson;
  if (!lab) {
    throw new KnownError('unknown_lesson', `The lesson ${lesson.title} has no lab.`, {hint: 'Choose another lesson.'});
  }
  return {lesson, lab, named: {}, isNaming: true, jobs: 0, ...atPlace(lab, task, bench)};
}

function atPlace(
  lab: Lab,
  id: string | null,
  bench: string,
): Omit<LabState, 'lesson' | 'lab' | 'named' | 'isNaming' | 'jobs'> {
  const task = lab.tasks.find(candidate => candidate.id === id) ?? null;
  const start = task ? startSettings(lab, task) : freeSettings(lab);
  return {
    ...newBench(start),
    task,
    bench,
    first: null,
    unprepared: null,
    chosen: null,
    isLocked: false,
    outcome: null,
    isPassed: false,
    hints: 0,
    isSolutionShown: false,
  };
}

/** The pipeline as a lab gives it outside of any task. */
function freeSettings({dataset, base}: Lab): BlockSettings {
  return {...base, ingestion: {dataset, ...base.ingestion}} as BlockSettings;
}

/** The lab after something was done in it. */
export function reduceLab(state: LabState, action: LabAction): LabState {
  switch (action.type) {
    case 'open':
      return {...state, ...atPlace(state.lab, action.task, action.bench)};
    case 'predict':
      return state.isLocked || !hasOption(state, action.option) ? state : {...state, chosen: action.option};
    case 'run':
      return whyNotRun(state) === null ? startRun(state) : state;
    case 'hint':
      return {...state, hints: Math.min(state.hints + 1, state.task?.hints.length ?? 0)};
    case 'solution':
      return state.task === null ? state : {...state, isSolutionShown: !state.isSolutionShown};
    case 'use-solution':
      return state.task === null
        ? state
        : reduceBench(state, {type: 'settings', settings: solutionSettings(state.lab, state.task)});
    case 'prepared':
      return action.bench === state.bench ? {...state, first: action.json} : state;
    case 'unprepared':
      return action.bench === state.bench ? {...state, unprepared: action.error} : state;
    case 'named':
      return {...state, named: action.results, isNaming: false};
    case 'came':
      return judge(reduceBench(state, action), state);
    default:
      return reduceBench(state, action);
  }
}

function hasOption({task}: LabState, option: string): boolean {
  return task?.predict.options.some(({id}) => id === option) ?? false;
}

/** Why the pipeline cannot be run now, in words; null when it can. */
export function whyNotRun({task, chosen, running}: LabState): string | null {
  if (running !== null) return 'It is running.';
  return task !== null && chosen === null ? 'First say what you expect: choose a prediction.' : null;
}

function startRun(state: LabState): LabState {
  const job = state.jobs + 1;
  const action = state.task?.action ?? 'run';
  const started = reduceBench(state, {type: 'started', job, action, settings: state.settings});
  return {...started, jobs: job, isLocked: true};
}

function judge(after: LabState, before: LabState): LabState {
  const result = after.runs.at(-1)?.json;
  if (after.runs === before.runs || result === undefined || after.task === null) return after;
  const runs = {result, first: after.first ?? undefined, previous: before.runs.at(-1)?.json, named: after.named};
  const outcome = judgeRun(after.task, after.chosen ?? '', runs);
  return {...after, outcome, isPassed: after.isPassed || outcome.goal.passed};
}

/** The results that the texts of a lab speak of: the last run as `result`, the task's first as `before`, and named ones. */
export function labResults({runs, first, named}: LabState): Results {
  const latest = runs.at(-1)?.json ?? first ?? undefined;
  return {...named, result: latest, before: first ?? undefined};
}
