import {type Cell, cellAt, rowAt, type Table} from '../data/table.ts';
import {rowOf} from '../ml/matrix.ts';
import type {Artifact} from './deployment/artifact.ts';
import type {FittedPipeline, FittedStep} from './deployment/fitted-pipeline.ts';
import {labelsAt, positiveIndex} from './evaluation/positive.ts';
import {type Evidence, evidenceOf} from './journey-evidence.ts';
import type {Rows} from './rows.ts';
import {toMatrix} from './training/matrix.ts';

/** One value that a step made or changed. */
export type CellChange = {
  readonly column: string;
  /** What it is made of: the value before where the step changes a column, several where it makes one. */
  readonly before: {readonly [column: string]: Cell};
  readonly after: Cell;
  /** How it comes about, in figures; null where there is nothing to compute. */
  readonly arithmetic: string | null;
};

/** What one step does to one row. */
export type StepJourney = {
  readonly step: string;
  /** What it learned from the training rows. */
  readonly learned: readonly string[];
  readonly changes: readonly CellChange[];
  /** Columns that end here. */
  readonly gone: readonly string[];
  /** How many columns come through as they are. */
  readonly unchanged: number;
};

/** What the model answers in the end. */
export type Outcome =
  | {
      readonly label: string;
      readonly probabilities: {readonly [label: string]: number};
      readonly positive: string | null;
      readonly threshold: number;
    }
  | {readonly value: number};

/** One row from the door to the prediction. */
export type Journey = {
  readonly input: {readonly [column: string]: Cell};
  readonly steps: readonly StepJourney[];
  readonly model: string;
  readonly evidence: Evidence;
  /** null where a step left the row out, which is then the last one. */
  readonly outcome: Outcome | null;
};

/**
 * Follow one row through every step to the prediction, with the arithmetic.
 *
 * @param rows - one checked row.
 * @param trainRows - for each training row, its place in the table that was loaded, to name neighbours by.
 */
export function followRow({artifact, steps, ask}: FittedPipeline, rows: Rows, trainRows?: Int32Array): Journey {
  const input = rowAt(rows.table, 0);
  const journey: StepJourney[] = [];
  let current = rows;
  for (const step of steps) {
    const after = step.kind.transform(current, step.state);
    journey.push(throughStep(step, current.table, after.table));
    current = after;
    if (after.index.length === 0) break;
  }
  const {model} = artifact.model;
  if (current.index.length === 0) {
    const why = 'A step left the row out, so the model was never asked.';
    return {input, steps: journey, model, evidence: {kind: 'none', why}, outcome: null};
  }
  const answer = ask(current);
  const chances = answer.task === 'classification' ? [...answer.probabilities.data] : [];
  const evidence = evidenceOf(artifact, rowOf(toMatrix(current.table), 0), chances, trainRows);
  const outcome = answer.task === 'regression' ? {value: answer.values[0]!} : labelOf(artifact, answer.probabilities);
  return {input, steps: journey, model, evidence, outcome};
}

function throughStep({kind, state}: FittedStep, before: Table, after: Table): StepJourney {
  const [old, now] = [rowAt(before, 0), rowAt(after, 0)];
  const base = {step: kind.id, learned: kind.learned(state)};
  const isThere = (table: Table, name: string) => table.columns.some(column => column.name === name);
  const gone = before.columns.map(({name}) => name).filter(name => !isThere(after, name));
  if (after.rows === 0) return {...base, changes: [], gone: Object.keys(old), unchanged: 0};
  const origins = kind.origins(state);
  const changes = after.columns.flatMap((column): CellChange[] => {
    const {name} = column;
    const value = cellAt(column, 0);
    if (isThere(before, name) && old[name] === value) return [];
    const sources = Object.hasOwn(origins, name) ? origins[name]! : [name];
    const made = Object.fromEntries(sources.map(source => [source, old[source] ?? null]));
    return [{column: name, before: made, after: value, arithmetic: kind.arithmetic(state, name, old, now) ?? null}];
  });
  return {...base, changes, gone, unchanged: after.columns.length - changes.length};
}

function labelOf({classes, positive, threshold}: Artifact, probabilities: Parameters<typeof labelsAt>[0]): Outcome {
  const [code] = labelsAt(probabilities, positiveIndex(classes, positive), threshold);
  return {
    label: classes[code!]!,
    probabilities: Object.fromEntries(classes.map((label, place) => [label, probabilities.data[place]!])),
    positive,
    threshold,
  };
}
