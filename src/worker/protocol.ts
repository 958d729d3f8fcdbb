import type {ActionName, Urgency} from '../app/actions.ts';
import type {RunEvent} from '../engine/run.ts';
import {type ErrorCode, KnownError, type Place, type Problem} from '../errors.ts';

/** What the worker is started with; `givenUp` is the memory of `givenUpMemory`, which both threads see. */
export type WorkerStart = {readonly home: string; readonly product: string; readonly givenUp: SharedArrayBuffer};

export type ToWorker = {
  readonly job: number;
  readonly action: ActionName;
  readonly request: unknown;
  readonly urgency: Urgency;
};

export type FromWorker =
  | {readonly type: 'event'; readonly job: number; readonly event: RunEvent}
  | {readonly type: 'result'; readonly job: number; readonly result: unknown}
  | {readonly type: 'error'; readonly job: number; readonly error: PlainError}
  | {readonly type: 'notice'; readonly message: string};

/** An error as it crosses between threads, where classes are lost. */
export type PlainError = {
  readonly message: string;
  readonly stack: string | undefined;
  readonly known: {
    readonly code: ErrorCode;
    readonly hint: string;
    readonly at: Place | undefined;
    readonly problems: readonly Problem[];
    readonly resumable: boolean;
  } | null;
};

/** Take an error apart for the journey. */
export function toPlainError(error: unknown): PlainError {
  if (error instanceof KnownError) {
    const {code, hint, at, problems, resumable, message, stack} = error;
    return {message, stack, known: {code, hint, at, problems, resumable}};
  }
  return error instanceof Error
    ? {message: error.message, stack: error.stack, known: null}
    : {message: String(error), stack: undefined, known: null};
}

/** Put an error together again. */
export function fromPlainError({message, stack, known}: PlainError): Error {
  const error = known ? new KnownError(known.code, message, known) : new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
