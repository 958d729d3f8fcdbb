import type {RowJourney} from '../app/journey.ts';
import {journeySections} from '../app/journey-text.ts';
import type {PredictionResult} from '../app/predict.ts';
import {formatNumber, wrapWords} from '../charts/index.ts';
import type {CommandContext} from './command.ts';
import {formatColumns} from './text-table.ts';

type Look = Pick<CommandContext, 'width'>;
type Prediction = PredictionResult['predictions'][number];
const rowsShown = 20;

/** A row's way through the pipeline, section by section. */
export function formatJourney(journey: RowJourney, {width}: Look): string {
  const indent = (line: string) =>
    wrapWords(line, width - 4).map((part, place) => (place === 0 ? `  ${part}` : `    ${part}`));
  return journeySections(journey)
    .map(({title, lines}) => [title, ...lines.flatMap(indent)].join('\n'))
    .join('\n\n');
}

/** What a model predicts, for one row with every class, for many as a table. */
export function formatPredictions({model, predictions, extra}: PredictionResult, ref: string, look: Look): string {
  const who = model.version === null ? ref : `${model.name}@${model.version}`;
  const unused = extra.length > 0 ? [`not used: ${extra.join(', ')}`] : [];
  if (predictions.length === 1) return [...formatOne(who, predictions[0]!, look), ...unused].join('\n');
  const rows = predictions.slice(0, rowsShown).map((prediction, row) => [String(row + 1), ...cellsOf(prediction)]);
  const table = formatColumns(['row', 'predicted', 'probability', 'notes'], rows, look.width, [
    'right',
    'left',
    'right',
  ]);
  const more = predictions.length - rowsShown;
  return [
    `${who} predicts ${predictions.length} rows: ${summarise(predictions)}`,
    '',
    table,
    ...(more > 0 ? [`and ${more} more; --out FILE writes them all`] : []),
    ...warningCounts(predictions),
    ...unused,
  ].join('\n');
}

function formatOne(who: string, prediction: Prediction, {width}: Look): readonly string[] {
  const notes = prediction.warnings.flatMap(({message}) => wrapWords(`! ${message}`, width));
  if ('error' in prediction) return [`${who}: ${prediction.error}`, ...notes];
  if ('value' in prediction) return [`${who} predicts ${formatNumber(prediction.value)}`, ...notes];
  const chances = Object.entries(prediction.probabilities).map(([label, chance]) => [label, formatNumber(chance)]);
  return [`${who} predicts ${prediction.label}`, formatColumns(['class', 'probability'], chances, width), ...notes];
}

function cellsOf(prediction: Prediction): readonly string[] {
  const notes = prediction.warnings.map(({message}) => message).join(' ');
  if ('error' in prediction) return ['', '', prediction.error];
  if ('value' in prediction) return [formatNumber(prediction.value), '', notes];
  return [prediction.label, formatNumber(prediction.probabilities[prediction.label]!), notes];
}

/** How many rows got each label, or where the numbers lie. */
function summarise(predictions: readonly Prediction[]): string {
  const numbers = predictions.flatMap(prediction => ('value' in prediction ? [prediction.value] : []));
  const without = predictions.filter(prediction => 'error' in prediction).length;
  const rest = without > 0 ? [`${without} without a prediction`] : [];
  if (numbers.length > 0) {
    const low = numbers.reduce((least, value) => Math.min(least, value));
    const high = numbers.reduce((most, value) => Math.max(most, value));
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    return [`from ${formatNumber(low)} to ${formatNumber(high)}, mean ${formatNumber(mean)}`, ...rest].join(', ');
  }
  const labels = countEach(predictions.flatMap(prediction => ('label' in prediction ? [prediction.label] : [])));
  return [...labels.map(([label, rows]) => `${label} ${rows}`), ...rest].join(', ');
}

function warningCounts(predictions: readonly Prediction[]): readonly string[] {
  const places = predictions.flatMap(({warnings}) => warnings.map(({code, at}) => `${code} at ${at}`));
  return countEach(places).map(([place, rows]) => `! ${place}: ${rows} ${rows === 1 ? 'row' : 'rows'}`);
}

function countEach(words: readonly string[]): ReadonlyArray<readonly [string, number]> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
