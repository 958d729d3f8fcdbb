import type {RunResult} from '../app/run-result.ts';
import type {RunRequest} from '../app/run-spec.ts';
import type {Command, CommandContext} from './command.ts';
import {pipelineOptions, readPipelineRequest} from './pipeline-options.ts';

/** Run a pipeline and show what came out. */
export const runCommand: Command = {
  name: 'run',
  words: '[file]',
  summary: 'run a pipeline and show what came out',
  options: pipelineOptions,
  interruptible: true,
  async run(input, context) {
    const request = await readPipelineRequest(input, context);
    const result = await runRequest(request, context);
    if (context.json) context.print(JSON.stringify(result));
    else context.print((await import('./run-text.ts')).formatRun(result, context));
    return 0;
  },
};

/** A short run is done here, because a thread of its own takes longer to start than the run. */
async function runRequest(request: RunRequest, context: CommandContext): Promise<RunResult> {
  const {mayTakeLong} = await import('../app/runs-effort.ts');
  if (mayTakeLong(request.spec)) return (await context.engine()).call('run', request).result;
  const {runSpec} = await import('../app/run-spec.ts');
  return runSpec(request, await context.ports(), context.watch());
}
