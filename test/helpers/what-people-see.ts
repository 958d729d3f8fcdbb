import {expect} from 'vitest';
import {readRequest} from '../../src/app/read-request.ts';
import type {RunResult} from '../../src/app/run-result.ts';
import {runSpec} from '../../src/app/run-spec.ts';
import {formatFailure} from '../../src/commands/failure.ts';
import type {HttpTools} from '../../src/files/sources/http/tools.ts';
import {sourceReader} from '../../src/files/sources/read-source.ts';
import {memoryPorts} from './memory-ports.ts';

/** A run on a person's own data: where it is and what they set. */
export type OwnRun = {
  readonly folder?: string;
  readonly csv?: string;
  readonly target?: string;
  /** `block.setting=value`, as on the command line. */
  readonly set?: readonly string[];
  readonly http?: HttpTools;
};

/** Run it as the command line would. */
export async function runOwn({folder = '.', http, set = [], ...words}: OwnRun): Promise<RunResult> {
  const ports = memoryPorts();
  const readSource = sourceReader(ports.datasets, http);
  return runSpec({spec: await readRequest({...words, set}), folder}, {...ports, readSource});
}

/** The whole message that a run ends with, its folder written as DIR. */
export async function failureSeen(run: OwnRun): Promise<string> {
  const error: unknown = await runOwn(run).then(
    () => expect.fail('The run did not fail.'),
    reason => reason,
  );
  return formatFailure(error).replaceAll(run.folder ?? 'DIR', 'DIR');
}

/** The warnings that a run gives, a line each: `code: message (place)`. */
export async function warningsSeen(run: OwnRun): Promise<readonly string[]> {
  const {warnings} = await runOwn(run);
  return warnings.map(({code, message, at}) => `${code}: ${message}${at ? ` (${at})` : ''}`);
}
