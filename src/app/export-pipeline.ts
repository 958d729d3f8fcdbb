import {formatArtifact} from '../stages/deployment/read-artifact.ts';
import type {ExportedRun} from '../stages/export/exported-run.ts';
import {runForScript, runToExport} from './export-run.ts';
import {type FileBeside, fileName} from './export-source.ts';
import type {Ports} from './ports.ts';
import type {RunRequest, RunWatch} from './run-spec.ts';

/** The forms in which a pipeline can leave this program. */
export const exportTargets = ['sklearn', 'spark', 'airflow', 'onnx', 'json'] as const;
export type ExportTarget = (typeof exportTargets)[number];

/** What to export, and as what. */
export type ExportRequest = RunRequest & {
  readonly to: ExportTarget;
  /** The person's CSV file as a script should name it, seen from where the script is started; null where there is none. */
  readonly path: string | null;
};

/** A pipeline in another form, and the files that belong beside it. */
export type Exported = {readonly content: string | Uint8Array; readonly beside: readonly FileBeside[]};

/** Makers of scripts are large, so each is loaded when it is asked for. */
const scripts: {readonly [T in 'sklearn' | 'spark' | 'airflow']: (run: ExportedRun) => Promise<string>} = {
  sklearn: async run => (await import('../stages/export/sklearn/script.ts')).sklearnScript(run),
  spark: async run => (await import('../stages/export/spark/script.ts')).sparkScript(run),
  airflow: async run => (await import('../stages/export/airflow/dag.ts')).airflowDag(run, moduleName(run.spec.name)),
};

/**
 * Run a pipeline and write it in another form.
 *
 * @throws {KnownError} as the run does, and `bad_setting` for what the form cannot express.
 */
export async function exportPipeline(request: ExportRequest, ports: Ports, watch: RunWatch = {}): Promise<Exported> {
  const {to, path} = request;
  const finished = await runToExport(request, ports, watch);
  if (to === 'json') return {content: formatArtifact(finished.artifact), beside: []};
  if (to === 'onnx') {
    const {artifactToOnnx} = await import('../stages/export/onnx/artifact-to-onnx.ts');
    return {content: artifactToOnnx(finished.artifact), beside: []};
  }
  const {run, beside} = await runForScript(finished, request, ports, path);
  return {content: await scripts[to](run), beside: to === 'sklearn' ? beside : []};
}

/** The name of the script as a module that a DAG imports: it begins with a letter. */
function moduleName(name: string): string {
  return `${fileName(name).replace(/^(?=\d)/, 'n')}_pipeline`;
}
