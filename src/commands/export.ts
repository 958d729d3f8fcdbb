import {KnownError} from '../errors.ts';
import type {Command, CommandContext, CommandInput} from './command.ts';
import {pipelineOptions, readPipelineRequest} from './pipeline-options.ts';

/** Write a pipeline in another form: a script, a model file, an artifact. */
export const exportCommand: Command = {
  name: 'export',
  words: '[file]',
  summary: 'write a pipeline as a scikit-learn or Spark script, an Airflow DAG, ONNX or JSON',
  options: [
    ['--to <form>', 'sklearn, spark, airflow, onnx or json'],
    ['--out <file>', 'write to a file instead of the screen'],
    ...pipelineOptions,
  ],
  async run(input, context) {
    const {exportPipeline} = await import('../app/export-pipeline.ts');
    const to = await readTarget(input.options.to);
    const request = await readPipelineRequest(input, context);
    const exported = await exportPipeline(request, to, await context.ports());
    context.print(String(exported.content));
    return 0;
  },
};

async function readTarget(to: unknown) {
  const {exportTargets} = await import('../app/export-pipeline.ts');
  const found = exportTargets.find(target => target === to);
  if (found) return found;
  throw new KnownError('bad_usage', to === undefined ? 'Export to what?' : `There is no form \`${to}\` to export to.`, {
    hint: `Give --to one of ${exportTargets.join(', ')}.`,
  });
}
