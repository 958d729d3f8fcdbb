import {readFileSync} from 'node:fs';
import path from 'node:path';
import {artifactOfRun} from '../../src/app/models-artifact.ts';
import type {Ports} from '../../src/app/ports.ts';
import {type RequestWords, readRequest} from '../../src/app/read-request.ts';
import type {RunResult} from '../../src/app/run-result.ts';
import {runSpec} from '../../src/app/run-spec.ts';
import type {Artifact} from '../../src/stages/deployment/artifact.ts';
import {memoryPorts} from './memory-ports.ts';

const root = path.join(import.meta.dirname, '../..');

/** A run that is over, and the fitted pipeline that it left behind. */
export type Finished = {readonly result: RunResult; readonly artifact: Artifact; readonly ports: Ports};

/** Run a pipeline on a bundled dataset, as `run --dataset NAME --set …` does. */
export async function runDataset(
  dataset: string,
  set: readonly string[] = [],
  ports = memoryPorts(),
): Promise<Finished> {
  return finish({dataset, set}, ports);
}

/** Run a pipeline on a CSV text. */
export async function runCsv(csv: string, target: string, set: readonly string[] = [], change: Partial<Ports> = {}) {
  const bytes = new TextEncoder().encode(csv);
  const ports = memoryPorts({readSource: async () => ({format: 'csv', bytes, origin: 'rows.csv'}), ...change});
  return finish({csv: 'rows.csv', target, set}, ports);
}

async function finish(words: RequestWords, ports: Ports): Promise<Finished> {
  const result = await runSpec({spec: await readRequest(words), folder: root}, ports);
  return {result, artifact: artifactOfRun(result, ports), ports};
}

/** The text of a bundled dataset. */
export function datasetText(name: string): string {
  return readFileSync(path.join(root, 'datasets', `${name}.csv`), 'utf8');
}
