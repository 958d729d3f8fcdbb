import {indicatorName} from '../columns.ts';
import type {ExportedRun} from '../exported-run.ts';
import type {FittedSteps} from '../fitted-steps.ts';

/** The name that a column has in the script. */
export type SparkNames = (column: string) => string;

// Names that the script gives to columns of its own.
const reserved = [
  'label',
  'weight',
  'numbers',
  'scaled',
  'products',
  'features',
  'selected',
  'components',
  'time',
  'count',
];
const ofSpark = ['prediction', 'probability', 'rawprediction'];

/**
 * Name the columns. Spark reads a dot in a name as a field of a structure, takes names that differ in case for the same,
 * and adds columns of its own: a column whose name is none of plain letters is called `column_3` after its place, one
 * that the pipeline makes `created_1`.
 */
export function sparkNames({columns}: ExportedRun, {impute, created}: FittedSteps): SparkNames {
  const taken = new Set([...reserved, ...ofSpark]);
  const names = new Map<string, string>();
  const give = (column: string, wanted: string, otherwise: string) => {
    const isFree = /^[A-Za-z][A-Za-z0-9_]*$/.test(wanted) && !taken.has(wanted.toLowerCase());
    const name = isFree && !/_(index|codes|bin|missing)$/.test(column) ? wanted : otherwise;
    taken.add(name.toLowerCase());
    names.set(column, name);
  };
  columns.forEach(({name}, place) => {
    give(name, name, `column_${place + 1}`);
  });
  impute.indicated.forEach(name => {
    names.set(indicatorName(name), `${names.get(name)}_missing`);
  });
  created.forEach(({name}, place) => {
    give(name, name, `created_${place + 1}`);
  });
  return column => names.get(column)!;
}
