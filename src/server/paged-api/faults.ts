/** What may go wrong with one page of an API, as it does in real ones. */
export type FaultKind = 'too_many_requests' | 'server_error' | 'slow' | 'half';

/** A fault that is planted on a page; it happens the first `times` times the page is asked for, once unless said. */
export type Fault = {readonly page: number; readonly kind: FaultKind; readonly times?: number};

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
