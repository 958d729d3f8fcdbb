import type {Column, Table} from '../data/table.ts';
import type {SignatureColumn} from './deployment/artifact.ts';
import {type FittedPipeline, type FittedStep, unlabelled} from './deployment/fitted-pipeline.ts';
import type {RowValues} from './stage.ts';

/** Where one feature that the model reads comes from. */
export type FeatureLineage = {
  readonly name: string;
  /** The columns of the data that it is made of. */
  readonly sources: readonly string[];
  /** The steps on the way, in order, each with the columns that it made or may have changed. */
  readonly steps: ReadonlyArray<{readonly step: string; readonly columns: readonly string[]}>;
};

/** Where one column of the data goes. */
export type SourceLineage = {
  readonly name: string;
  readonly features: readonly string[];
  /** The step that left it out; null where some feature is made of it. */
  readonly lost_at: string | null;
};

/** The way from the columns of the data to the features of the model, to be read from either end. */
export type Lineage = {readonly features: readonly FeatureLineage[]; readonly sources: readonly SourceLineage[]};

/** What is known of a column on its way: its sources, and by step the columns that were made or changed for it. */
type Trail = {readonly sources: readonly string[]; readonly steps: ReadonlyMap<string, readonly string[]>};
type Trails = ReadonlyMap<string, Trail>;

/** Follow every column of the data through the fitted steps, by sending a table without rows through them. */
export function lineageOf({artifact, steps}: Pick<FittedPipeline, 'artifact' | 'steps'>): Lineage {
  const sources = artifact.signature.map(({name}) => name);
  let table: Table = {rows: 0, columns: artifact.signature.map(emptyColumn)};
  let trails: Trails = new Map(sources.map(name => [name, {sources: [name], steps: new Map()}]));
  const lostAt = new Map<string, string>();
  for (const step of steps) {
    const after = step.kind.transform(unlabelled(table), step.state).table;
    trails = new Map(after.columns.map(({name}) => [name, trailThrough(step, name, table, trails)]));
    table = after;
    const alive = new Set([...trails.values()].flatMap(trail => trail.sources));
    for (const name of sources) if (!alive.has(name) && !lostAt.has(name)) lostAt.set(name, step.kind.id);
  }
  const features = [...trails].map(([name, trail]) => ({
    name,
    sources: sources.filter(source => trail.sources.includes(source)),
    steps: [...trail.steps].map(([step, columns]) => ({step, columns})),
  }));
  return {
    features,
    sources: sources.map(name => ({
      name,
      features: features.filter(feature => feature.sources.includes(name)).map(feature => feature.name),
      lost_at: lostAt.get(name) ?? null,
    })),
  };
}

function trailThrough({kind, state}: FittedStep, name: string, before: Table, trails: Trails): Trail {
  const origins = kind.origins(state);
  const made = Object.hasOwn(origins, name) ? origins[name] : undefined;
  const joined = joinTrails((made ?? [name]).flatMap(source => trails.get(source) ?? []));
  if (!made && !mayChange({kind, state}, name, before)) return joined;
  return {sources: joined.sources, steps: new Map([...joined.steps, [kind.id, [name]]])};
}

/** A step that has something to say of a gap in a column is one that may change the column. */
function mayChange({kind, state}: FittedStep, name: string, {columns}: Table): boolean {
  const all = (value: number | null): RowValues => Object.fromEntries(columns.map(column => [column.name, value]));
  return kind.arithmetic(state, name, all(null), all(0)) !== undefined;
}

function joinTrails(trails: readonly Trail[]): Trail {
  const steps = new Map<string, readonly string[]>();
  for (const trail of trails) {
    for (const [step, columns] of trail.steps) steps.set(step, [...new Set([...(steps.get(step) ?? []), ...columns])]);
  }
  return {sources: [...new Set(trails.flatMap(trail => trail.sources))], steps};
}

function emptyColumn({name, type}: SignatureColumn): Column {
  if (type === 'number') return {name, type, values: new Float64Array()};
  return {name, type, levels: [], codes: new Int32Array()};
}
