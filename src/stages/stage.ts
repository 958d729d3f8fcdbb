import type {Transform} from '../engine/transform.ts';
import type {Json} from '../engine/value.ts';
import type {Settings, ValuesOf} from '../ml/setting.ts';
import type {Rows} from './rows.ts';

export const stageIds = [
  'ingestion',
  'preprocessing',
  'features',
  'training',
  'evaluation',
  'tuning',
  'deployment',
  'monitoring',
] as const;

export type StageId = (typeof stageIds)[number];
/** The blocks of a pipeline file: the eight stages, and the split as the gate between the first two. */
export type BlockId = StageId | 'split';

/** The plain parameters of one step. */
export type Params = {readonly [setting: string]: Json};

/** Something that may make the result wrong, or look better than it is. */
export type Warning = {readonly code: string; readonly message: string; readonly at?: string};

/** One value of one row, as a step sees it. */
export type RowValues = {readonly [column: string]: number | string | null};

/** A kind of step that is fitted on the training rows and replayed on all others, and its settings. */
export type TransformKind = {
  readonly id: string;
  readonly stage: BlockId;
  readonly version: number;
  readonly settings: Settings;
  /** The parameters of the step under the settings of its block, or null where they leave it off the pipeline. */
  params(values: {readonly [setting: string]: unknown}): Params | null;
  fit(rows: Rows, params: Params): Json;
  transform(rows: Rows, state: Json): Rows;
  /** For each column the step makes or changes: the columns it is made of. Any other column passes through. */
  origins(state: Json): {readonly [output: string]: readonly string[]};
  /** What it learned, a fact a line: `alcohol: mean 13, standard deviation 0.81`. */
  learned(state: Json): readonly string[];
  /** How one value of one row comes about, in figures: `(14.2 − 13) / 0.81 = 1.5`; undefined where it passes through. */
  arithmetic(state: Json, column: string, before: RowValues, after: RowValues): string | undefined;
  /** What to warn of, given the rows it is about to change. */
  warnings(state: Json, rows: Rows): readonly Warning[];
};

type Typed<S extends Settings, P extends Params, State extends Json> = Pick<
  TransformKind,
  'id' | 'stage' | 'version'
> & {
  readonly settings: S;
  params(values: ValuesOf<S>): P | null;
  fit(rows: Rows, params: P): State;
  transform(rows: Rows, state: State): Rows;
  origins?(state: State): {readonly [output: string]: readonly string[]};
  learned(state: State): readonly string[];
  arithmetic?(state: State, column: string, before: RowValues, after: RowValues): string | undefined;
  warnings?(state: State, rows: Rows): readonly Warning[];
};

/** Declare a kind of transform with the types of its own settings and state; the list of kinds sees only `TransformKind`. */
export function transformKind<S extends Settings, P extends Params, State extends Json>(
  kind: Typed<S, P, State>,
): TransformKind {
  return {origins: () => ({}), arithmetic: () => undefined, warnings: () => [], ...kind} as unknown as TransformKind;
}

/** Put the parameters of a kind in place, as the engine wants it. */
export function bindKind(kind: TransformKind, params: Params): Transform<Rows> {
  const {id, stage, version} = kind;
  return {
    id,
    stage,
    version,
    params,
    fit: rows => kind.fit(rows, params),
    transform: (rows, state) => kind.transform(rows, state),
    report: (state, before, after) => ({
      rows: [before.train.table.rows, after.train.table.rows],
      columns: [before.train.table.columns.length, after.train.table.columns.length],
      learned: kind.learned(state),
      warnings: [...kind.warnings(state, before.train), ...kind.warnings(state, before.test)],
    }),
  };
}
