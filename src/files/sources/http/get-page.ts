import type {KnownError} from '../../../errors.ts';
import {type Answer, type Failure, getAnswer} from './answer.ts';
import {isPassing} from './network-error.ts';
import {cancelled, failedRequest, refusedRequest, tookTooLong} from './problem.ts';
import {readRetryAfter} from './retry-after.ts';
import type {HttpTools} from './tools.ts';

/** Where the reading of all pages stands. */
export type Journey = {
  readonly tools: HttpTools;
  /** The moment by which all pages must have arrived. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
};

/** One page to ask for. */
export type PageRequest = {
  readonly address: string;
  /** Counted from 1. */
  readonly page: number;
  /** How many bytes are still allowed. */
  readonly mostBytes: number;
};

const firstPauseMs = 500;
const longestPauseMs = 60_000;

/**
 * Ask for one page, and again after a growing pause while the server is busy, broken or cannot be reached.
 *
 * Pauses are 0.5, 1, 2 … seconds, or what the server says in `Retry-After`. A request that the server calls wrong (4xx)
 * is not repeated: it would be wrong again.
 *
 * @throws {KnownError} `bad_http` or `too_large` with the page, its address and what went wrong; `interrupted`.
 * @see RFC 6585, 4 (429 Too Many Requests)
 */
export async function getPage(request: PageRequest, journey: Journey): Promise<Answer> {
  try {
    return await getPatiently(request, journey);
  } catch (error) {
    throw journey.signal?.aborted ? cancelled(request) : error;
  }
}

async function getPatiently(request: PageRequest, {tools, deadline, signal}: Journey): Promise<Answer> {
  const {fetch, limits} = tools;
  for (let tried = 1; ; tried++) {
    const left = deadline - tools.now();
    if (left <= 0) throw tookTooLong(request, limits.totalMs);
    const timeoutMs = Math.min(limits.requestMs, left);
    const result = await getAnswer(request.address, {fetch, timeoutMs, mostBytes: request.mostBytes, signal});
    if ('status' in result && isGood(result.status)) return result;
    if (!isPassingTrouble(result) || tried === limits.tries) throw problemOf(result, request, tried);
    const asked = 'status' in result ? readRetryAfter(result.headers) : undefined;
    if (asked !== undefined && asked > Math.min(longestPauseMs, deadline - tools.now())) {
      throw problemOf(result, request, tried, asked);
    }
    await tools.wait(asked ?? firstPauseMs * 2 ** (tried - 1), signal);
  }
}

function problemOf(result: Answer | Failure, request: PageRequest, tried: number, askedMs?: number): KnownError {
  return 'status' in result ? refusedRequest(result, request, tried, askedMs) : failedRequest(result, request, tried);
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}

function isPassingTrouble(result: Answer | Failure): boolean {
  if ('status' in result) return result.status === 429 || result.status >= 500;
  return result.kind === 'unreachable' ? isPassing(result.cause) : result.kind !== 'too_large';
}
