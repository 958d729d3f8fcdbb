import type {ChartSize} from '../../charts/index.ts';
import type {RunResult as ResultJson} from '../../tutor/figures/result.ts';
import type {Drawing} from '../lesson-figures.ts';

/** Something a lab's task has done to a pipeline, as the learner meets it; how it is done stands in `performers.ts`. */
export type LabActionInfo = {
  /** One or two words for the key that does it. */
  readonly label: string;
  /** One sentence for the help. */
  readonly help: string;
  /** What its result shows beside the pictures that the lab names. */
  readonly draw: (json: ResultJson) => ReadonlyArray<(size: ChartSize) => Drawing>;
};

const nothing = () => [];

/** The actions of labs by name: a new one is one line here and one in `performers.ts`. */
export const labActions: {readonly [action: string]: LabActionInfo} = {
  run: {label: 'run', help: 'Run the pipeline with the settings shown.', draw: nothing},
  plan: {label: 'plan', help: 'Say what would run and what would not, without running it.', draw: nothing},
};

/** What a learner reads about an action; one that is not known is a run, as for the engine. */
export function labActionNamed(action: string): LabActionInfo {
  return labActions[action] ?? labActions.run!;
}
