import {airflowDag} from '../stages/export/airflow/dag.ts';
import {artifactToOnnx} from '../stages/export/onnx/artifact-to-onnx.ts';
import {sklearnScript} from '../stages/export/sklearn/script.ts';
import {sparkScript} from '../stages/export/spark/script.ts';
import {runForScript, runToExport} from './export-run.ts';
import {type FileBeside, fileName} from './export-source.ts';
import type {Ports} from './ports.ts';
import type {RunRequest} from './run-spec.ts';

/** The forms in which a pipeline can leave this program. */
export const exportTargets = ['sklearn', 'spark', 'airflow', 'onnx', 'json'] as const;
export type ExportTarget = (typeof exportTargets)[number];

/** A pipeline in another form, and the files that belong beside it. */
export type Exported = {readonly content: string | Uint8Array; readonly beside: readonly FileBeside[]};

/**
 * Run a pipeline and write it in another form.
 *
 * @param path - the person's CSV file as a script should name it; null where the source is none.
 * @throws {KnownError} as the run does, and `bad_setting` for what the form cannot express.
 */
export async function exportPipeline(
  request: RunRequest,
  to: ExportTarget,
  ports: Ports,
  path: string | null = request.spec.ingestion.path,
): Promise<Exported> {
  const finished = await runToExport(request, ports);
  if (to === 'json') return {content: `${JSON.stringify(finished.artifact)}\n`, beside: []};
  if (to === 'onnx') return {content: artifactToOnnx(finished.artifact), beside: []};
  const {run, beside} = await runForScript(finished, request, ports, path);
  if (to === 'spark') return {content: sparkScript(run), beside: []};
  if (to === 'airflow') return {content: airflowDag(run, `${fileName(run.spec.name)}_pipeline`), beside: []};
  return {content: sklearnScript(run), beside};
}
