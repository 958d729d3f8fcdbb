import {type RowObject, rowsOfObjects} from '../../stages/deployment/input-rows.ts';
import type {OpenModel} from '../predict.ts';

type Pipeline = OpenModel['pipeline'];

/** Rows that are predicted in one go; between two lots other requests get their turn. */
const lot = 250;

/**
 * Predict many rows lot by lot. All of them are checked first: where one does not fit, nothing is predicted.
 *
 * @param pause - let others have their turn; it throws where nobody waits for the answers any more.
 * @throws {KnownError} `unknown_column` or `bad_row` with the places of the values that do not fit.
 */
export async function askMany(
  pipeline: Pipeline,
  rows: readonly RowObject[],
  pause: () => Promise<void>,
): Promise<ReturnType<Pipeline['predict']>['predictions']> {
  if (rows.length <= lot) return pipeline.predict(rowsOfObjects(rows)).predictions;
  pipeline.check(rowsOfObjects(rows));
  const answers = [];
  for (let start = 0; start < rows.length; start += lot) {
    await pause();
    answers.push(...pipeline.predict(rowsOfObjects(rows.slice(start, start + lot))).predictions);
  }
  return answers;
}
