import {randomStream} from '../../data/random.ts';
import {rawFromColumns, rawText} from '../../data/raw.ts';
import type {Artifact} from '../../stages/deployment/artifact.ts';
import type {RawBatch} from './batches.ts';

/** Labels that somebody spoils on purpose, for lessons and tests. */
export type Poison = {
  /** The batches whose labels are spoilt. */
  readonly batches: readonly string[];
  /** The share of their labels that is wrong; all unless said. */
  readonly share?: number;
};

/** Give rows of a batch a wrong label: another class, or the number of another row. The same rows every time. */
export function poisonLabels(batch: RawBatch, {batches, share = 1}: Poison, {target, classes}: Artifact): RawBatch {
  const {raw, name} = batch;
  const column = raw?.columns.find(candidate => candidate.name === target);
  if (!raw || !column || !batches.includes(name)) return batch;
  const order = randomStream(`monitoring.poison/${name}`).permutation(raw.rows);
  const chosen = order.subarray(0, Math.round(raw.rows * share));
  const labels = Array.from({length: raw.rows}, (_, row) => rawText(column, row));
  const wrong = [...labels];
  chosen.forEach((row, place) => {
    const code = classes.indexOf(labels[row] ?? '');
    const other =
      classes.length > 0 ? classes[(code + 1) % classes.length]! : labels[chosen[(place + 1) % chosen.length]!]!;
    if (labels[row] !== null && (classes.length === 0 || code >= 0)) wrong[row] = other;
  });
  const [spoilt] = rawFromColumns([target], [wrong], {unit: raw.unit}).columns;
  return {...batch, raw: {...raw, columns: raw.columns.map(old => (old === column ? spoilt! : old))}};
}
