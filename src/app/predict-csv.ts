import {nameColumns} from '../data/column-names.ts';
import {formatCsv} from '../data/format-csv.ts';
import {makeLevels, makeTable, type NumberColumn} from '../data/table.ts';
import type {Artifact} from '../stages/deployment/artifact.ts';
import type {RowPrediction} from '../stages/deployment/fitted-pipeline.ts';
import type {InputRows} from '../stages/deployment/input-rows.ts';

/** Rows with what was predicted for them, as CSV: the columns that came in, as they came, then the answers. */
export function predictionsCsv(
  input: InputRows,
  predictions: readonly RowPrediction[],
  {target, classes}: Pick<Artifact, 'target' | 'classes'>,
): string {
  const given = input.names();
  const names = nameColumns([...given, `predicted_${target}`, ...classes.map(name => `probability_${name}`)], () => {});
  const inputs = given.map((name, place) => makeLevels(names[place]!, wordsIn(input, name), 'text'));
  const [predicted, ...chances] = names.slice(given.length);
  const answers =
    classes.length > 0
      ? [
          makeLevels(predicted!, predictions.map(labelIn)),
          ...chances.map((name, code) => chanceColumn(name, predictions, classes[code]!)),
        ]
      : [numberColumn(predicted!, predictions.map(numberOf))];
  return formatCsv(makeTable([...inputs, ...answers], input.rows));
}

function wordsIn(input: InputRows, name: string): ReadonlyArray<string | null> {
  const values = input.column(name);
  return Array.from({length: input.rows}, (_, row) => {
    const value = values(row);
    if (value === null) return null;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}

function labelIn(prediction: RowPrediction): string | null {
  return 'label' in prediction ? prediction.label : null;
}

function numberOf(prediction: RowPrediction): number {
  return 'value' in prediction ? prediction.value : Number.NaN;
}

function chanceColumn(name: string, predictions: readonly RowPrediction[], label: string): NumberColumn {
  const chances = predictions.map(answer => ('probabilities' in answer ? answer.probabilities[label]! : Number.NaN));
  return numberColumn(name, chances);
}

function numberColumn(name: string, values: readonly number[]): NumberColumn {
  return {name, type: 'number', values: Float64Array.from(values)};
}
