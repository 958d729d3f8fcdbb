import type {PredictRequest} from '../app/predict.ts';
import {KnownError} from '../errors.ts';
import type {Command, CommandContext, CommandInput} from './command.ts';

/** Let a registered model, or one from a file, predict one row or a file of rows. */
export const predictCommand: Command = {
  name: 'predict',
  summary: 'let a model predict a row, or a CSV file of rows',
  options: [
    ['--model <ref>', 'name@version, name@alias, a name (the one in production), or a file of an exported model'],
    ['--row <json>', 'a row as JSON, or the number of a row of the table that the model learned from'],
    ['--csv <file>', 'a CSV file of rows'],
    ['--out <file>', 'write the rows with their predictions to a CSV file'],
    ['--explain', 'follow the row through every step to the prediction'],
  ],
  async run(input, context) {
    const request = await readRequest(input, context);
    if (input.options.explain === true) return explain(request, rowNumber(input), context);
    const result = await predictAndSave(request, input.options.out as string | undefined, context);
    if (context.json) context.print(JSON.stringify(result.predictions));
    else context.print((await import('./predict-text.ts')).formatPredictions(result, request.ref, context));
    return 0;
  },
};

async function predictAndSave(request: PredictRequest, out: string | undefined, context: CommandContext) {
  const {predictToCsv, predictWith} = await import('../app/predict.ts');
  const ports = await context.ports();
  if (out === undefined) return predictWith(request, ports);
  const {result, csv} = await predictToCsv(request, ports);
  ports.saveFile(out, context.folder, csv);
  context.note(`${result.predictions.length} predictions are in ${out}.`);
  return result;
}

async function readRequest({options}: CommandInput, context: CommandContext): Promise<PredictRequest> {
  const {model, row, csv} = options as {readonly [name: string]: string | undefined};
  if (model === undefined) {
    throw new KnownError('bad_usage', 'Which model is to predict?', {
      hint: 'Add --model NAME; `ml-pipeline-tutor models list` shows those there are.',
    });
  }
  if ((row === undefined) === (csv === undefined)) {
    const message = row === undefined ? 'There is nothing to predict.' : '--row and --csv name two sources of rows.';
    throw new KnownError('bad_usage', message, {
      hint: 'Give either --row \'{"age": 41, "plan": "basic"}\' or --csv FILE.',
    });
  }
  const {folder} = context;
  if (csv !== undefined) return {ref: model, folder, from: {csv}};
  const number = rowNumber({options});
  if (number === undefined) {
    const {parseRows} = await import('../app/predict.ts');
    return {ref: model, folder, from: {rows: parseRows(row!)}};
  }
  const {tableRow} = await import('../app/journey.ts');
  return {ref: model, folder, from: {rows: [tableRow({ref: model, folder}, number, await context.ports())]}};
}

/** `--row 12` is row 12 of the table that the model learned from. */
function rowNumber({options}: Pick<CommandInput, 'options'>): number | undefined {
  return /^\s*\d+\s*$/.test(String(options.row)) ? Number(options.row) : undefined;
}

async function explain(
  {ref, folder, from}: PredictRequest,
  number: number | undefined,
  context: CommandContext,
): Promise<number> {
  if (!('rows' in from) || from.rows.length !== 1) {
    throw new KnownError('bad_usage', '--explain follows one row.', {hint: 'Give it with --row.'});
  }
  const [{journeyOf}, {predictWith}, ports] = await Promise.all([
    import('../app/journey.ts'),
    import('../app/predict.ts'),
    context.ports(),
  ]);
  const journey = await journeyOf({ref, folder, row: number ?? from.rows[0]!}, ports);
  if (context.json) {
    const {predictions} = await predictWith({ref, folder, from}, ports);
    context.print(JSON.stringify([{...predictions[0]!, journey}]));
  } else context.print((await import('./predict-text.ts')).formatJourney(journey, context));
  return 0;
}
