import {rowsIn} from '../../app/predict.ts';
import {askMany} from '../../app/serve/ask-many.ts';
import type {AskRow} from '../../app/serve/ask-together.ts';
import type {LiveModel, ServedModel} from '../../app/serve/live-model.ts';
import {misfitsOf} from '../../app/serve/misfits.ts';
import {parseBody} from '../../app/serve/read-body.ts';
import type {Answered} from '../../app/serve/recorded-rows.ts';
import {formatPlace, KnownError} from '../../errors.ts';
import {readBody} from './body.ts';
import type {KnownAnswer, KnownAnswers} from './known-answers.ts';
import {Problem} from './problem.ts';
import type {Seen} from './seen.ts';
import type {Tally} from './tally.ts';

/** What one request may be at most. */
export type Limits = {readonly bytes: number; readonly rows: number; readonly ms: number};

export type PredictDeps = {
  readonly live: LiveModel;
  readonly limits: Limits;
  readonly tally: Tally;
  readonly askRow: AskRow;
  readonly known: KnownAnswers;
  /** Let other requests have their turn. */
  readonly pause: () => Promise<void>;
  /** Keep answered rows for monitoring. */
  readonly record?: ((answered: Answered) => void) | undefined;
  readonly now: () => Date;
  readonly elapsed: () => number;
};

type Rows = ReturnType<typeof rowsIn>;
type Predictions = Answered['predictions'];

/**
 * Answer `POST /predict`: read the body, check it, ask the model.
 *
 * @throws {Problem} for everything that is wrong with the request.
 */
export async function predict(request: Request, seen: Seen, deps: PredictDeps): Promise<string> {
  const {live, limits, tally, record} = deps;
  // Asked once, so that the request is answered by the version that was there when it came.
  const model = live.current();
  seen.model = model.title;
  const giveUpAt = deps.elapsed() + limits.ms;
  const body = await readBody(request, limits);
  const known = deps.known.find(model, body);
  const {rows, predictions, json} = known ?? (await answer(model, readRows(body, limits), giveUpAt, seen, deps));
  seen.rows = rows.length;
  if (!known) deps.known.keep(model, body, {rows, predictions, json});
  tally.answered(predictions);
  record?.({rows, predictions, model, request: seen.id, at: deps.now()});
  return json;
}

async function answer(
  model: ServedModel,
  rows: Rows,
  giveUpAt: number,
  seen: Seen,
  deps: PredictDeps,
): Promise<KnownAnswer> {
  seen.rows = rows.length;
  const predictions = await ask(model, rows, giveUpAt, deps).catch((error: unknown) => {
    deps.tally.refused(rows.length);
    throw error instanceof KnownError ? badRows(error, rows, model) : error;
  });
  const json = JSON.stringify({model: {name: model.name, version: model.version}, predictions});
  return {rows, predictions, json};
}

function readRows(text: string, {rows: most}: Limits): Rows {
  const rows = understand('bad_rows', () => rowsIn(understand('bad_json', () => parseBody(text))));
  if (rows.length <= most) return rows;
  throw new Problem('too_large', `The request has ${rows.length} rows; send at most ${most} at a time.`);
}

function understand<T>(kind: 'bad_json' | 'bad_rows', read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    const at = error.at ? ` It is at ${formatPlace(error.at)}.` : '';
    const hint = kind === 'bad_json' ? ` ${error.hint}` : ' Send one row as an object, or a list of such rows.';
    throw new Problem(kind, `${error.message}${at}${hint}`);
  }
}

async function ask(model: ServedModel, rows: Rows, giveUpAt: number, deps: PredictDeps): Promise<Predictions> {
  const {pipeline} = model;
  if (rows.length === 1) return [await deps.askRow(pipeline, rows[0]!)];
  return askMany(pipeline, rows, async () => {
    await deps.pause();
    if (deps.elapsed() < giveUpAt) return;
    const detail = `The ${rows.length} rows were not predicted within ${deps.limits.ms / 1000} seconds. Send fewer at a time.`;
    throw new Problem('overloaded', detail, {headers: {'retry-after': '1'}});
  });
}

function badRows(error: KnownError, rows: Rows, {pipeline}: ServedModel): Problem {
  const errors = misfitsOf(error, rows, pipeline.artifact.signature);
  return new Problem('bad_rows', `${error.message} ${error.hint}`, {errors});
}
