import type {Command} from './command.ts';
import {pipelineOptions, readPipelineRequest} from './pipeline-options.ts';
import {formatColumns} from './text-table.ts';

/** Say what a run would do, without doing it. */
export const planCommand: Command = {
  name: 'plan',
  words: '[file]',
  summary: 'show what would run, what would not, and why',
  options: pipelineOptions,
  async run(input, context) {
    const {planSpec} = await import('../app/run-spec.ts');
    const steps = await planSpec(await readPipelineRequest(input, context), await context.ports());
    if (context.json) {
      context.print(JSON.stringify({steps}));
      return 0;
    }
    const running = steps.filter(step => step.status === 'run').length;
    const rows = steps.map(({id, status, reason}) => [id, status, reason]);
    context.print(`${running} of ${steps.length} steps would run.\n`);
    context.print(formatColumns(['step', 'would be', 'why'], rows, context.width));
    return 0;
  },
};
