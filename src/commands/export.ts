import path from 'node:path';
import type {Exported, ExportRequest, ExportTarget} from '../app/export-pipeline.ts';
import type {RunRequest} from '../app/run-spec.ts';
import {KnownError} from '../errors.ts';
import type {Command, CommandContext} from './command.ts';
import {pipelineOptions, readPipelineRequest} from './pipeline-options.ts';

/** Write a pipeline in another form: a script, a model file, an artifact. */
export const exportCommand: Command = {
  name: 'export',
  words: '[file]',
  summary: 'write a pipeline for scikit-learn, Spark, Airflow, ONNX, or as JSON',
  options: [
    ['--to <form>', 'sklearn, spark, airflow, onnx or json'],
    ['--out <file>', 'write to a file instead of stdout'],
    ...pipelineOptions,
  ],
  interruptible: true,
  async run(input, context) {
    const to = await readTarget(input.options.to);
    const request = await readPipelineRequest(input, context);
    const exported = await exportRequest({...request, to, path: pathFrom(request, context.folder)}, context);
    const out = input.options.out as string | undefined;
    if (out === undefined) printExport(exported, to, context);
    else await saveExport(exported, to, out, context);
    return 0;
  },
};

async function readTarget(to: unknown): Promise<ExportTarget> {
  const {exportTargets} = await import('../app/export-pipeline.ts');
  const found = exportTargets.find(target => target === to);
  if (found) return found;
  const message = to === undefined ? 'Export to what?' : `There is no form \`${to}\` to export to.`;
  throw new KnownError('bad_usage', message, {hint: `Give --to one of ${exportTargets.join(', ')}.`});
}

/** The CSV file of a pipeline as it is seen from the folder where a script will be started. */
function pathFrom({spec, folder}: RunRequest, from: string): string | null {
  const file = spec.ingestion.path;
  return file === null || path.isAbsolute(file) ? file : path.relative(from, path.resolve(folder, file));
}

/** A short run is done here, because a thread of its own takes longer to start than the run. */
async function exportRequest(request: ExportRequest, context: CommandContext): Promise<Exported> {
  const {mayTakeLong} = await import('../app/runs-effort.ts');
  if (mayTakeLong(request.spec)) return (await context.engine()).call('export', request).result;
  const {exportPipeline} = await import('../app/export-pipeline.ts');
  return exportPipeline(request, await context.ports(), context.watch());
}

function printExport({content, beside}: Exported, to: ExportTarget, context: CommandContext): void {
  const names = beside.map(({name}) => name);
  if (typeof content !== 'string') printBytes(content, to, context);
  else if (context.json && to !== 'json') context.print(JSON.stringify({to, content, beside: names}));
  else context.print(content.trimEnd());
  if (names.length > 0) context.note(`It reads ${names.join(', ')} beside it. With --out FILE you get both.`);
}

function printBytes(content: Uint8Array, to: ExportTarget, context: CommandContext): void {
  if (context.json) context.print(JSON.stringify({to, base64: Buffer.from(content).toString('base64')}));
  else if (process.stdout.isTTY) {
    throw new KnownError('bad_usage', 'A model file is no text for a screen.', {hint: 'Add --out model.onnx.'});
  } else process.stdout.write(content);
}

async function saveExport({content, beside}: Exported, to: ExportTarget, out: string, context: CommandContext) {
  const ports = await context.ports();
  ports.saveFile(out, context.folder, content);
  const files = beside.map(file => ({...file, name: path.join(path.dirname(out), file.name)}));
  for (const file of files) {
    if (isOther(file, () => ports.readText(file.name, context.folder).text)) {
      context.note(`${file.name} was there already and is not what the pipeline read: it was left as it is.`);
    } else ports.saveFile(file.name, context.folder, file.content);
  }
  const names = files.map(({name}) => name);
  if (context.json) context.print(JSON.stringify({to, file: out, beside: names}));
  else context.print(`Wrote ${[out, ...names].join(' and ')}.${startWith(to, out)}`);
}

/** Whether a file of that name is there and holds something else. */
function isOther({content}: Exported['beside'][number], read: () => string): boolean {
  try {
    return read() !== (typeof content === 'string' ? content : new TextDecoder().decode(content));
  } catch (error) {
    if (error instanceof KnownError && error.code === 'missing_file') return false;
    throw error;
  }
}

function startWith(to: ExportTarget, out: string): string {
  if (to === 'sklearn') return ` Run it: python3 ${out}`;
  return to === 'spark' ? ` Run it: spark-submit ${out} DATA.csv` : '';
}
