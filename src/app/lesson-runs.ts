import {KnownError} from '../errors.ts';
import {readSpec} from '../stages/read-spec.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import type {RunResult as ResultJson, Results} from '../tutor/figures/result.ts';
import {type BlockSettings, withSettings} from '../tutor/lab/settings.ts';
import type {NamedRun, NamedRuns} from '../tutor/schema/run.ts';
import type {EngineClient, Urgency} from './actions.ts';
import type {RunResult} from './run-result.ts';

const runName = 'lesson';

/** The pipeline that a lesson's named run stands for. @throws {KnownError} `bad_pipeline` when a setting is wrong. */
export function specOfRun({dataset, set, seed}: NamedRun): PipelineSpec {
  const settings = withSettings({ingestion: {dataset}}, set);
  return specOfSettings(seed === undefined ? settings : {...settings, seed});
}

/** The pipeline that settings by block stand for, as labs hold them; `seed` and `traps` may stand beside the blocks. */
export function specOfSettings(settings: BlockSettings): PipelineSpec {
  const {spec, problems} = readSpec({name: runName, ...settings});
  const [first] = problems;
  if (first) throw new KnownError('bad_pipeline', first.message, {hint: first.hint, at: first.at, problems});
  return spec;
}

/** A result as lessons see it: plain JSON that paths lead into. */
export function resultJson(result: RunResult): ResultJson {
  return result as unknown as ResultJson;
}

/** The runs that lessons name: asked for once, then remembered while the program runs. */
export type LessonRuns = {
  /** The result of one run. */
  readonly result: (run: NamedRun, urgency?: Urgency) => Promise<RunResult>;
  /** The results of several, as texts and questions take them. */
  readonly results: (runs: NamedRuns, urgency?: Urgency) => Promise<Results>;
};

/** Let the engine compute lesson runs, each at most once. */
export function lessonRuns(engine: EngineClient, folder: string): LessonRuns {
  const known = new Map<string, Promise<RunResult>>();
  const result = (run: NamedRun, urgency: Urgency = 'now') => {
    const key = JSON.stringify([run.dataset, run.set, run.seed ?? null]);
    const held = known.get(key);
    if (held) return held;
    const asked = engine.call('run', {spec: specOfRun(run), folder, record: false}, undefined, urgency).result;
    known.set(key, asked);
    // A run that failed or was given up is not remembered, so that it can be asked for again.
    asked.catch(() => known.delete(key));
    return asked;
  };
  const results = async (runs: NamedRuns, urgency?: Urgency): Promise<Results> => {
    const entries = Object.entries(runs).map(
      async ([name, run]) => [name, resultJson(await result(run, urgency))] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  };
  return {result, results};
}
