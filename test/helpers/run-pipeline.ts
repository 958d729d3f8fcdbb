import {readRequest} from '../../src/app/read-request.ts';
import type {RunResult} from '../../src/app/run-result.ts';
import {runSpec} from '../../src/app/run-spec.ts';
import type {RunEvent} from '../../src/engine/run.ts';
import {memoryPorts} from './memory-ports.ts';

type Options = {
  readonly ports?: ReturnType<typeof memoryPorts>;
  readonly onEvent?: (event: RunEvent) => void;
  readonly cancelled?: () => boolean;
};

/** Run a pipeline on a bundled dataset, with settings as on a command line: `training.model=knn`. */
export async function runOn(dataset: string, set: readonly string[], options: Options = {}): Promise<RunResult> {
  const {ports = memoryPorts(), ...watch} = options;
  return runSpec({spec: await readRequest({dataset, set}), folder: '.'}, ports, watch);
}

/** Run a pipeline on a table given as CSV text. */
export async function runOnCsv(csv: string, target: string, set: readonly string[]): Promise<RunResult> {
  const bytes = new TextEncoder().encode(csv);
  const ports = memoryPorts({readSource: async () => ({format: 'csv', bytes, origin: 'table.csv'})});
  return runSpec({spec: await readRequest({csv: 'table.csv', target, set}), folder: '.'}, ports);
}
