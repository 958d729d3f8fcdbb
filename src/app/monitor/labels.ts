import {readNumber} from '../../data/number-text.ts';
import {type RawTable, rawText} from '../../data/raw.ts';
import type {Column} from '../../data/table.ts';
import type {Artifact} from '../../stages/deployment/artifact.ts';

type Target = Pick<Artifact, 'target' | 'task' | 'classes' | 'missing' | 'decimal'>;

/** The target of a batch as far as it is known; a row whose label is not known, or is no class of the model, is a gap. */
export type Labels = {
  readonly column: Column;
  /** How many rows have a label. */
  readonly known: number;
  /** Labels that are no class of the model. */
  readonly strange: readonly string[];
};

/** Read the labels of a batch; null where it does not have the column. */
export function readLabels(raw: RawTable, {target, task, classes, missing, decimal = '.'}: Target): Labels | null {
  const column = raw.columns.find(({name}) => name === target);
  if (!column) return null;
  const gaps = new Set(missing.map(word => word.trim()));
  const words = Array.from({length: raw.rows}, (_, row) => {
    const text = rawText(column, row);
    return text === null || gaps.has(text.trim()) ? null : text;
  });
  const numbers = Float64Array.from(words, word => (word === null ? Number.NaN : readNumber(word.trim(), decimal)));
  if (task === 'regression') {
    const known = numbers.filter(value => !Number.isNaN(value)).length;
    return {column: {name: target, type: 'number', values: numbers}, known, strange: []};
  }
  const codeOf = new Map(classes.map((name, code) => [name, code]));
  // A class that is a number may be written in another way: 1.0 for 1.
  const codes = Int32Array.from(words, (word, row) =>
    word === null ? -1 : (codeOf.get(word) ?? codeOf.get(String(numbers[row])) ?? -1),
  );
  const strange = new Set(words.filter((word, row) => word !== null && codes[row]! < 0) as string[]);
  const known = codes.filter(code => code >= 0).length;
  return {column: {name: target, type: 'category', codes, levels: classes}, known, strange: [...strange]};
}

/** Tell whether a row has a label. */
export function isLabelled(column: Column, row: number): boolean {
  return 'values' in column ? !Number.isNaN(column.values[row]!) : column.codes[row]! >= 0;
}
