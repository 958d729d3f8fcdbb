import type {Results} from '../../tutor/figures/result.ts';
import type {BlockSettings} from '../../tutor/lab/settings.ts';
import type {NamedRun} from '../../tutor/schema/run.ts';
import {workOnBench} from '../lab/bench.ts';
import {resultJson, specOfRun} from '../lesson-runs.ts';
import type {Ports} from '../ports.ts';
import {runSpec} from '../run-spec.ts';

/** A run as texts and conditions see it. */
export type Result = NonNullable<Results[string]>;

const unwatched = {onEvent: () => {}, cancelled: () => false};

/** Runs what a course asks for, each thing once. */
export type CourseRunner = {
  readonly named: (run: NamedRun) => Promise<Result>;
  /** Does to a pipeline what a lab does, on the bench named; a bench holds what was done on it before. */
  readonly bench: (bench: string, action: string, settings: BlockSettings) => Promise<Result>;
};

/** A runner on the given ports; a store in memory makes equal steps of many runs cheap. */
export function courseRunner(ports: Ports): CourseRunner {
  const known = new Map<string, Promise<Result>>();
  const once = (key: string, run: () => Promise<Result>) => {
    const held = known.get(key) ?? run();
    known.set(key, held);
    return held;
  };
  return {
    named: run =>
      once(JSON.stringify(run), async () => resultJson(await runSpec({spec: specOfRun(run), folder: '.'}, ports))),
    // Never remembered: without a seed two runs of the same settings differ, and labs teach just that.
    bench: (bench, action, settings) => workOnBench({bench, action, settings, folder: '.'}, ports, unwatched),
  };
}
