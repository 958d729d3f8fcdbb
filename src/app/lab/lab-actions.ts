import type {ChartSize} from '../../charts/index.ts';
import type {RunResult as ResultJson} from '../../tutor/figures/result.ts';
import type {Drawing} from '../lesson-figures.ts';
import {drawExport, drawFailure, drawPlan, drawPrediction} from './drawings/of-actions.ts';
import {drawMerge} from './drawings/of-merges.ts';
import {drawMonth, drawPolicies, drawWatched} from './drawings/of-months.ts';
import {drawDiff, drawShelf, drawVerification} from './drawings/of-records.ts';

/** Something a lab's task has done to a pipeline, as the learner meets it; how it is done stands in `performers.ts`. */
export type LabActionInfo = {
  /** One to three words for the key that does it. */
  readonly label: string;
  /** One sentence for the help. */
  readonly help: string;
  /** What its result shows beside the pictures that the lab names. */
  readonly draw: (json: ResultJson) => ReadonlyArray<(size: ChartSize) => Drawing>;
  /** It is done to the pipeline of a task's start as well, for `before`; otherwise that is run. */
  readonly isDoneAtStart?: boolean;
};

/** The actions of labs by name: a new one is one entry here and one line in `performers.ts`. */
export const labActions: {readonly [action: string]: LabActionInfo} = {
  run: {label: 'run', help: 'Run the pipeline with the settings shown.', draw: () => []},
  plan: {
    label: 'plan',
    help: 'Say what would run and what would not, without running it.',
    draw: ({plan}) => show(plan, drawPlan),
  },
  attempt: {
    label: 'try to run',
    help: 'Run the pipeline; where a step fails, see which one, and what still stands.',
    draw: ({failed}) => show(failed, drawFailure),
    isDoneAtStart: true,
  },
  verify: {
    label: 'run and verify',
    help: 'Run the pipeline, then run its record again in an empty store and compare hash by hash.',
    draw: ({verification}) => show(verification, drawVerification),
  },
  diff: {
    label: 'run and compare',
    help: 'Run the pipeline and put it beside the first run of the task.',
    draw: ({diff}) => show(diff, drawDiff),
  },
  predict: {
    label: 'run and ask',
    help: 'Run the pipeline, then let what it fitted predict one row.',
    draw: ({predict}) => show(predict, drawPrediction),
    isDoneAtStart: true,
  },
  promote: {
    label: 'run and promote',
    help: 'Run the pipeline and put its version into production.',
    draw: ({shelf}) => show(shelf, drawShelf),
  },
  rollback: {
    label: 'release, roll back',
    help: 'Run the pipeline, put its version into production, and take production back to the version before.',
    draw: ({shelf}) => show(shelf, drawShelf),
  },
  merge: {
    label: 'merge',
    help: 'Merge both changes to the pipeline, and run and verify what comes out.',
    draw: ({merge, verification}) => [...show(merge, drawMerge), ...show(verification, drawVerification)],
    isDoneAtStart: true,
  },
  month: {
    label: 'let a month pass',
    help: 'Let a month go by in which rows arrive and the pipeline runs every morning.',
    draw: ({month}) => drawMonth(month),
  },
  monitor: {
    label: 'let months pass',
    help: 'Train on the first months, let the later ones come in, and do what the policy says.',
    draw: drawWatched,
    isDoneAtStart: true,
  },
  policies: {
    label: 'compare policies',
    help: 'Let the later months come in once under each policy.',
    draw: drawPolicies,
  },
  export: {
    label: 'export',
    help: 'Run the pipeline and write it in another form.',
    draw: json => show(json.export, drawExport),
    isDoneAtStart: true,
  },
};

/** What a learner reads about an action; one that is not known is a run, as for the engine. */
export function labActionNamed(action: string): LabActionInfo {
  return labActions[action] ?? labActions.run!;
}

/** The action that makes what a task's runs are compared with. */
export function startAction(action: string): string {
  return labActionNamed(action).isDoneAtStart ? action : 'run';
}

// What an action adds to a result has the shape that its performer gave it.
function show<T>(value: unknown, draw: (value: T, size: ChartSize) => Drawing): ReturnType<LabActionInfo['draw']> {
  return value === undefined || value === null ? [] : [size => draw(value as T, size)];
}
