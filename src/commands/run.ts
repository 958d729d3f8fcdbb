import type {Command} from './command.ts';
import {pipelineOptions, readPipelineRequest} from './pipeline-options.ts';

/** Run a pipeline and show what came out. */
export const runCommand: Command = {
  name: 'run',
  words: '[file]',
  summary: 'run a pipeline and show what came out',
  options: pipelineOptions,
  async run(input, context) {
    const {runSpec} = await import('../app/run-spec.ts');
    const request = await readPipelineRequest(input, context);
    const result = await runSpec(request, await context.ports());
    if (context.json) context.print(JSON.stringify(result));
    else context.print((await import('./run-text.ts')).formatRun(result, context));
    return 0;
  },
};
