import type {RunResult as ResultJson} from '../../tutor/figures/result.ts';
import type {BlockSettings} from '../../tutor/lab/settings.ts';
import type {ActionWatch} from '../actions.ts';
import {specOfSettings} from '../lesson-runs.ts';
import type {Ports} from '../ports.ts';
import {splitSettings} from './action-settings.ts';
import {benchPorts} from './bench-ports.ts';
import {performers} from './performers.ts';

/** Something to be done to a pipeline in a lab. */
export type BenchRequest = {
  /** Which of the lab's actions: `run`, `plan`… */
  readonly action: string;
  /** The bench to work on; another name is another, empty bench. */
  readonly bench: string;
  /** The pipeline by block, and beside it what the action needs. */
  readonly settings: BlockSettings;
  readonly folder: string;
};

/**
 * Do something to a pipeline on a lab's bench: what is made there is kept in memory and apart from the learner's own runs
 * and models, so that a task starts from the same state whenever it is opened.
 *
 * @throws {KnownError} `bad_pipeline` and `bad_setting` when a setting is wrong, and as the action does.
 */
export async function workOnBench(request: BenchRequest, ports: Ports, watch: ActionWatch): Promise<ResultJson> {
  const {action, bench, folder} = request;
  const perform = performers[action] ?? performers.run!;
  const {pipeline: settings, own} = splitSettings(request.settings);
  return perform({spec: specOfSettings(settings), folder, settings, own}, benchPorts(ports, bench), watch);
}
