import type {Step} from './step.ts';
import type {Json, Value} from './value.ts';

/** The rows to learn from and the rows kept to test on. */
export type Parts<Rows> = {readonly train: Rows; readonly test: Rows};

/**
 * A step that learns something and then changes rows by it, its settings in place. The engine, not the step, decides
 * which rows `fit` sees: the training part alone, inside every fold too. State is plain JSON and is replayed at
 * prediction, so that training and serving cannot differ.
 */
export type Transform<Rows> = Pick<Step, 'id' | 'stage' | 'version' | 'params'> & {
  fit(rows: Rows): Json;
  transform(rows: Rows, state: Json): Rows;
  /** A small report for people, from the state and the training rows before and after. */
  report(state: Json, before: Parts<Rows>, after: Parts<Rows>): Json;
};

/** A transform and what it learned. */
export type Fitted<Rows> = {readonly transform: Transform<Rows>; readonly state: Json};

/** What a transform leaves behind on the pipeline. */
export type TransformOutput<Rows extends Value> = {readonly state: Json; readonly parts: Parts<Rows>};

/**
 * Put a transform on the pipeline, behind the step named `from`.
 *
 * @param fitRows - which rows it learns from; anything but the training part is a leak, and exists to be shown as one.
 */
export function transformStep<Rows extends Value>(
  transform: Transform<Rows>,
  from: string,
  fitRows: (parts: Parts<Rows>) => Rows = parts => parts.train,
): Step {
  const {id, stage, version, params} = transform;
  return {
    id,
    stage,
    version,
    params,
    random: false,
    needs: [from],
    run: ([input]) => {
      const {parts} = input as TransformOutput<Rows>;
      const state = transform.fit(fitRows(parts));
      const after = mapParts(parts, rows => transform.transform(rows, state));
      return {output: {state, parts: after} as Value, report: transform.report(state, parts, after)};
    },
  };
}

/** Do the same to both parts. */
export function mapParts<A, B>(parts: Parts<A>, change: (rows: A) => B): Parts<B> {
  return {train: change(parts.train), test: change(parts.test)};
}

/** Fit transforms one after another, each on the rows the one before it made: what happens inside a fold. */
export function fitChain<Rows>(
  transforms: ReadonlyArray<Transform<Rows>>,
  rows: Rows,
): {readonly fitted: ReadonlyArray<Fitted<Rows>>; readonly rows: Rows} {
  let current = rows;
  const fitted = transforms.map(transform => {
    const state = transform.fit(current);
    current = transform.transform(current, state);
    return {transform, state};
  });
  return {fitted, rows: current};
}

/** Replay fitted transforms on rows they have not seen. */
export function replay<Rows>(fitted: ReadonlyArray<Fitted<Rows>>, rows: Rows): Rows {
  return fitted.reduce((current, {transform, state}) => transform.transform(current, state), rows);
}
