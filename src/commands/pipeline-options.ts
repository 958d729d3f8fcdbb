import type {RunRequest} from '../app/run-spec.ts';
import type {CommandContext, CommandInput} from './command.ts';

/** The options by which a command line describes a pipeline; `run`, `plan` and others share them. */
export const pipelineOptions = [
  ['--dataset <name>', 'a bundled dataset'],
  ['--csv <file>', 'a CSV file of your own'],
  ['--target <column>', 'the column to predict'],
  ['--set <block.setting=value...>', 'change a setting, such as training.model=knn'],
  ['--seed <number>', 'the seed of everything random; none draws a new one'],
  ['--fresh', 'run every step, whatever is stored'],
] as const;

/** The pipeline that a command line asks for: a file, options, or a file changed by options. */
export async function readPipelineRequest(input: CommandInput, context: CommandContext): Promise<RunRequest> {
  const {readRequest} = await import('../app/read-request.ts');
  const {words, options} = input;
  const file = words[0] === undefined ? undefined : (await context.ports()).readText(words[0], context.folder);
  const option = (name: string) => options[name] as string | undefined;
  const spec = await readRequest(
    {
      dataset: option('dataset'),
      csv: option('csv'),
      target: option('target'),
      seed: option('seed'),
      set: (options.set as readonly string[] | undefined) ?? [],
    },
    file,
  );
  // A file on the command line is where the person is; one named in a pipeline file is beside that file.
  const folder = option('csv') === undefined && file ? file.folder : context.folder;
  return {spec, folder, written: file, fresh: options.fresh === true};
}
