import {isNumeric, type Table} from '../data/table.ts';
import type {TransformOutput} from '../engine/transform.ts';
import type {Value} from '../engine/value.ts';
import {scoreAnova, scoreLine} from '../ml/select/f-test.ts';
import type {Artifact} from '../stages/deployment/artifact.ts';
import type {ExportedRun} from '../stages/export/exported-run.ts';
import {loadTable} from '../stages/ingestion/load.ts';
import type {Rows} from '../stages/rows.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import type {SplitOutput} from '../stages/split/split-rows.ts';
import {type FileBeside, sourceForScript} from './export-source.ts';
import {artifactOfRun, outputOfRun} from './models-artifact.ts';
import type {Ports} from './ports.ts';
import type {RunResult} from './run-result.ts';
import {type RunRequest, type RunWatch, runSpec} from './run-spec.ts';

/** A pipeline that was run only to be exported. */
export type RunToExport = {readonly result: RunResult; readonly artifact: Artifact};

/**
 * Run a pipeline for its fitted state alone: nothing is registered or recorded, and how sure its scores are is not asked.
 *
 * @throws {KnownError} as `runSpec` does.
 */
export async function runToExport(request: RunRequest, ports: Ports, watch: RunWatch): Promise<RunToExport> {
  const {deployment, evaluation} = request.spec;
  const spec: PipelineSpec = {
    ...request.spec,
    deployment: {...deployment, name: null},
    evaluation: {...evaluation, cross_validate: 0, repeat: 1, learning_curve: false},
  };
  const result = await runSpec({...request, spec}, {...ports, runs: {...ports.runs, write: () => {}}}, watch);
  const artifact = artifactOfRun(result, ports);
  return {result, artifact: {...artifact, name: deployment.name ?? artifact.name}};
}

/** A run as the makers of scripts see it, and the files that a script needs beside it. */
export type RunForScript = {readonly run: ExportedRun; readonly beside: readonly FileBeside[]};

/**
 * Collect what a script has to say of a run.
 *
 * @param path - the person's CSV file, as seen from where the script is started; null where the source is none.
 */
export async function runForScript(
  {result, artifact}: RunToExport,
  request: RunRequest,
  ports: Ports,
  path: string | null,
): Promise<RunForScript> {
  const spec = {...result.pipeline, seed: result.seed};
  const snapshot = await ports.readSource(spec.ingestion, request.folder);
  const {table, report} = loadTable(snapshot, spec.ingestion);
  const output = <T>(id: string) => outputOfRun(result, id, ports.store) as Value as T;
  const split = output<SplitOutput>('split.rows');
  const {source, ingestion, beside} = sourceForScript({spec, snapshot, table, report}, path);
  const run: ExportedRun = {
    product: ports.product,
    spec: {...spec, ingestion},
    artifact,
    source,
    columns: table.columns.map(({name, type}) => ({name, type})),
    rows: ((outputOfRun(result, 'preprocessing.duplicates', ports.store) as Table | undefined) ?? table).rows,
    split: {method: split.method, test: split.parts.test.index},
    trainedClasses: classesAmong(split.parts.train),
    classWeight: spec.training.class_weight,
    converged: (artifact.model.state as {readonly converged?: boolean}).converged !== false,
    metrics: result.metrics.test,
    undefinedMetrics: undefinedMetrics(result),
    selectionIsTied: isSelectionTied(artifact, id => output<TransformOutput<Rows & Value>>(id)),
  };
  return {run, beside};
}

function classesAmong({target}: Rows): readonly string[] {
  if (!target || isNumeric(target)) return [];
  const present = new Set(target.codes);
  return target.levels.filter((_, code) => present.has(code));
}

function undefinedMetrics({undefined_metrics}: RunResult): {readonly [name: string]: string} {
  const ofTest = Object.entries(undefined_metrics).filter(([path]) => path.startsWith('test.'));
  return Object.fromEntries(ofTest.map(([path, reason]) => [path.slice('test.'.length), reason]));
}

/** Scores nearer than this, as a share of the larger, may come out the other way round in another program. */
const sameScore = 1e-9;

/** Tell whether `k_best` had to choose between columns of equal score, as the two halves of a yes-or-no column are. */
function isSelectionTied({transforms}: Artifact, output: (id: string) => TransformOutput<Rows & Value>): boolean {
  const place = transforms.findIndex(({id}) => id === 'features.select');
  const {kept, method} = (transforms[place]?.state ?? {}) as {kept?: readonly string[]; method?: string};
  if (!kept || method !== 'k_best') return false;
  const {table, target} = output(transforms[place - 1]!.id).parts.train;
  const scores = table.columns.map(({name, ...column}) => {
    const values = (column as {values: Float64Array}).values;
    const score = isNumeric(target!)
      ? scoreLine(values, target.values)
      : scoreAnova(values, target!.codes, target!.levels.length);
    return {score, isKept: kept.includes(name)};
  });
  const worst = Math.min(...scores.filter(({isKept}) => isKept).map(({score}) => score));
  const best = Math.max(...scores.filter(({isKept}) => !isKept).map(({score}) => score));
  return worst - best <= sameScore * Math.abs(worst);
}
