import {memoryStore} from '../../../engine/store.ts';
import {KnownError} from '../../../errors.ts';
import {explainMerge} from '../../../stages/merge/explain-merge.ts';
import {mergePipelines} from '../../../stages/merge/merge-pipelines.ts';
import type {Decisions, MergeResult, VersionName} from '../../../stages/merge/outcome.ts';
import {readPipelineFile} from '../../../stages/pipeline-file.ts';
import type {PipelineSpec} from '../../../stages/spec.ts';
import type {Json, RunResult as ResultJson} from '../../../tutor/figures/result.ts';
import {type BlockSettings, withSettings} from '../../../tutor/lab/settings.ts';
import {specOfSettings} from '../../lesson-runs.ts';
import {runSpec} from '../../run-spec.ts';
import {verifyRun} from '../../verify.ts';
import {flatten, readOwn} from '../action-settings.ts';
import {writeFlow} from '../words.ts';
import {type Performer, runAnd} from './performer.ts';

/** What came of two people's changes to one pipeline. */
export type MergedPipeline = {
  /** How many settings nobody has decided about. */
  readonly open: number;
  readonly conflicts: MergeResult['conflicts'];
  readonly taken: MergeResult['taken'];
  readonly problems: readonly string[];
  /** Nothing is open and nothing is wrong: it was run. */
  readonly clean: boolean;
  /** The merged pipeline file; null while something is open. */
  readonly text: string | null;
  readonly words: readonly string[];
  /** What each version reaches alone on the test rows; null where it cannot be run. */
  readonly mine: {readonly test: Json} | null;
  readonly theirs: {readonly test: Json} | null;
};

/** Merge two people's changes to the pipeline; where nothing is left open, run what came out and verify it. */
export const merge: Performer = async (request, ports, watch) => {
  const {mine, theirs, choose} = readOwn('merge', request.own);
  const texts = {
    base: asFile('base.yaml', request.settings),
    mine: asFile('mine.yaml', withSettings(request.settings, mine)),
    theirs: asFile('theirs.yaml', withSettings(request.settings, theirs)),
  };
  const result = await mergePipelines(texts, decisionsOf(choose), {force: true});
  const alone = async (changes: BlockSettings) => {
    const spec = () => specOfSettings(withSettings(request.settings, changes));
    return unlessRefused(async () => {
      // Apart from the bench: there the merged pipeline's steps are to run for the first time.
      const apart = {...ports, store: memoryStore()};
      const {metrics} = await runSpec({spec: spec(), folder: request.folder, record: false}, apart);
      return {test: metrics.test as unknown as Json};
    });
  };
  const [ofMine, ofTheirs] = [await alone(mine), await alone(theirs)];
  const merged = viewOf(result, {mine: ofMine, theirs: ofTheirs});
  if (!merged.clean) return {pipeline: request.settings, steps: [], merge: merged} as unknown as ResultJson;
  const {spec} = await readPipelineFile(result.merged!, 'merged.yaml');
  const run = runAnd(async ({run}) => ({merge: merged, verification: await verifyRun({run}, ports, watch)}));
  return run({...request, spec: named(spec, request.spec)}, ports, watch);
};

function viewOf(result: MergeResult, alone: Pick<MergedPipeline, 'mine' | 'theirs'>): MergedPipeline {
  const {conflicts, taken, problems, merged} = result;
  return {
    open: conflicts.length,
    conflicts,
    taken,
    problems: problems.map(({message, hint}) => `${message} ${hint}`),
    clean: merged !== null && problems.length === 0,
    text: merged,
    words: explainMerge(result, {mine: 'You', theirs: 'Your classmate'}),
    ...alone,
  };
}

/** The history of a bench goes by the pipeline's name. */
function named(spec: PipelineSpec, {name}: PipelineSpec): PipelineSpec {
  return {...spec, name};
}

function decisionsOf(choose: BlockSettings): Decisions {
  const entries = Object.entries(flatten(choose)).filter(([, whose]) => whose !== 'undecided');
  return Object.fromEntries(entries.map(([path, whose]) => [path, {take: versionNamed(path, whose)}]));
}

function versionNamed(path: string, whose: Json): VersionName {
  if (whose === 'mine' || whose === 'theirs' || whose === 'base') return whose;
  throw new KnownError('bad_setting', `\`merge.choose.${path}\` cannot be ${writeFlow(whose)}.`, {
    hint: 'Allowed: undecided, mine, theirs, base.',
    at: {name: `merge.choose.${path}`},
  });
}

/** Settings as a pipeline file has them, a line for each. */
function asFile(name: string, settings: BlockSettings) {
  const lines = Object.entries(settings).flatMap(([block, value]) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return [`${block}: ${writeFlow(value)}`];
    return [
      `${block}:`,
      ...Object.entries(value).map(([setting, inner]) => `  ${setting}: ${writeFlow(inner as Json)}`),
    ];
  });
  return {name, text: `${lines.join('\n')}\n`};
}

async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KnownError) return null;
    throw error;
  }
}
