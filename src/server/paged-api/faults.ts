import {KnownError} from '../../errors.ts';

const faultKinds = ['too_many_requests', 'server_error', 'slow', 'half'] as const;

/** What may go wrong with one page of an API, as it does in real ones. */
export type FaultKind = (typeof faultKinds)[number];

/** A fault that is planted on a page; it happens the first `times` times the page is asked for, once unless said. */
export type Fault = {readonly page: number; readonly kind: FaultKind; readonly times?: number};

/**
 * Read a fault as a person plants it: `3:half`, or `3:half:2` for twice.
 *
 * @throws {KnownError} `bad_usage`
 */
export function parseFault(text: string): Fault {
  const [, page, kind, times = '1'] = /^([1-9]\d{0,5}):([a-z_]+)(?::([1-9]\d{0,2}))?$/.exec(text) ?? [];
  const known = faultKinds.find(candidate => candidate === kind);
  if (known) return {page: Number(page), kind: known, times: Number(times)};
  throw new KnownError('bad_usage', `\`${text}\` plants no fault.`, {
    hint: `Write the page and what goes wrong there: 3:half, or 3:half:2 for twice. There are ${faultKinds.join(', ')}.`,
  });
}

/** Remembers how often each planted fault has happened. */
export type FaultPlan = {
  /** The fault that happens now on this page, if any; it is used up by asking. */
  next(page: number): FaultKind | undefined;
};

/** Plant faults; several on one page happen one after another. */
export function planFaults(faults: readonly Fault[]): FaultPlan {
  const left = faults.map(({page, kind, times = 1}) => ({page, kind, times}));
  return {
    next(page) {
      const fault = left.find(planted => planted.page === page && planted.times > 0);
      if (fault) fault.times -= 1;
      return fault?.kind;
    },
  };
}

/**
 * An answer whose connection is lost after the first half of its bytes.
 *
 * @param hangUp - ends the connection, where there is one; an error in the stream would do so, too, but be printed.
 */
export function cutInHalf(body: string, hangUp: (() => Promise<void>) | undefined): Response {
  const bytes = new TextEncoder().encode(body);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  let isSent = false;
  const stream = new ReadableStream({
    async pull(controller) {
      if (!isSent) controller.enqueue(half);
      else if (hangUp) await hangUp();
      else controller.error(new Error('The connection was cut on purpose.'));
      isSent = true;
    },
  });
  return new Response(stream, {headers: {'content-type': 'application/json'}});
}
