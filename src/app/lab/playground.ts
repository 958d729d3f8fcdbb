import {KnownError} from '../../errors.ts';
import type {Json} from '../../tutor/figures/result.ts';
import {type BlockSettings, withSettings} from '../../tutor/lab/settings.ts';
import type {Job} from '../actions.ts';
import {resultJson, specOfSettings} from '../lesson-runs.ts';
import type {RunResult} from '../run-result.ts';
import {makeSession, type Session} from '../sessions/session.ts';
import type {Tutor} from '../tutor.ts';
import {readRecipe} from './recipe.ts';
import {type BenchAction, newBench, reduceBench, type Workbench} from './workbench.ts';

/** The playground: a bench with the whole pipeline on it. Its runs are the learner's own and stay in their history. */
export type Playground = Workbench & {
  readonly jobs: number;
  /** The recipe it was last opened with: coming back with the same one changes nothing. */
  readonly recipe: string | null;
  /** Something to be told once, such as a recipe that could not be read. */
  readonly notice: string;
};

/** What can be done in the playground. */
export type PlayAction =
  | Exclude<BenchAction, {readonly type: 'started'}>
  | {readonly type: 'run'}
  /** Set several things at once and run. */
  | {readonly type: 'try'; readonly set: {readonly [path: string]: Json}}
  | {readonly type: 'recipe'; readonly recipe: string};

/** A playground that a front end shows and drives. */
export type PlaySession = Session<Playground, PlayAction>;

/** What the pipeline is called whose runs the playground makes. */
export const playgroundName = 'playground';

/** The pipeline that a playground begins with, where no recipe says otherwise. */
export const firstSettings: BlockSettings = {ingestion: {dataset: 'breast_cancer'}, seed: 42};

/** The playground after something was done in it. */
export function reducePlay(state: Playground, action: PlayAction): Playground {
  switch (action.type) {
    case 'run':
      return state.running ? state : startRun(state);
    case 'try': {
      if (state.running) return state;
      return startRun(reduceBench(state, {type: 'settings', settings: withSettings(state.settings, action.set)}));
    }
    case 'recipe':
      return takeRecipe(state, action.recipe);
    default:
      return reduceBench(action.type === 'event' ? state : {...state, notice: ''}, action);
  }
}

function startRun(state: Playground): Playground {
  const job = state.jobs + 1;
  const started = reduceBench(state, {type: 'started', job, action: 'run', settings: state.settings});
  return {...started, jobs: job, notice: ''};
}

function takeRecipe(state: Playground, recipe: string): Playground {
  if (recipe === state.recipe) return state;
  try {
    const settings = readRecipe(recipe);
    return {...reduceBench(state, {type: 'settings', settings}), start: settings, recipe, notice: ''};
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return {...state, recipe, notice: `${error.message} ${error.hint}`};
  }
}

const opened = new WeakMap<Tutor, PlaySession>();

/** Open the playground as it was left, or with the pipeline of a recipe. */
export function openPlayground(tutor: Tutor, recipe?: string): PlaySession {
  const session = opened.get(tutor) ?? beginPlay(tutor);
  opened.set(tutor, session);
  if (recipe !== undefined) session.send({type: 'recipe', recipe});
  return session;
}

function beginPlay(tutor: Tutor): PlaySession {
  let job: Job<RunResult> | undefined;
  return makeSession<Playground, PlayAction>(
    {...newBench(firstSettings), jobs: 0, recipe: null, notice: ''},
    reducePlay,
    ({before, action, after}, send) => {
      if (action.type === 'cancel') job?.cancel();
      if (after.jobs > before.jobs) job = runIt(tutor, after, send);
    },
  );
}

function runIt(
  tutor: Tutor,
  {running}: Playground,
  send: (action: PlayAction) => Playground,
): Job<RunResult> | undefined {
  const {job, settings} = running!;
  try {
    const request = playRequest(settings);
    const work = tutor.engine.call('run', request, event => {
      send({type: 'event', job, event, atMs: tutor.now().getTime()});
    });
    work.result.then(
      result => send({type: 'came', job, json: resultJson(result)}),
      error => send({type: 'failed', job, error}),
    );
    return work;
  } catch (error) {
    send({type: 'failed', job, error});
    return undefined;
  }
}

/** The request that runs a pipeline of the playground. @throws {KnownError} `bad_pipeline` when a setting is wrong. */
export function playRequest(settings: BlockSettings) {
  return {spec: specOfSettings({name: playgroundName, ...settings}), folder: '.'};
}

/** The result of the newest run; null before the first. */
export function latestRun({runs}: Workbench): RunResult | null {
  const json = runs.at(-1)?.json;
  return json ? (json as unknown as RunResult) : null;
}
