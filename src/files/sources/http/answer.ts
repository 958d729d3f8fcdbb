/** One page as it arrived: whole, with what is needed to read it and to find the next. */
export type Answer = {
  /** Where it came from in the end, after redirects: relative links start there. */
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};

/** Why no whole answer arrived. */
export type Failure =
  | {readonly kind: 'timeout'; readonly ms: number}
  | {readonly kind: 'too_large'}
  | {readonly kind: 'cut'; readonly bytes: number; readonly cause: unknown}
  | {readonly kind: 'unreachable'; readonly cause: unknown};

type GetOptions = {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly timeoutMs: number;
  readonly mostBytes: number;
  readonly signal: AbortSignal | undefined;
};

const headers = {accept: 'application/json, text/csv;q=0.8, */*;q=0.1', 'user-agent': 'ml-pipeline-tutor'};

/** Ask once. A failure is a result here, because the caller may ask again; only being cancelled is thrown. */
export async function getAnswer(address: string, options: GetOptions): Promise<Answer | Failure> {
  const {timeoutMs, signal} = options;
  signal?.throwIfAborted();
  const stop = new AbortController();
  const cancel = () => stop.abort();
  signal?.addEventListener('abort', cancel);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    stop.abort();
  }, timeoutMs);
  try {
    const result = await getWithin(address, {...options, signal: stop.signal});
    signal?.throwIfAborted();
    return isLate && 'kind' in result ? {kind: 'timeout', ms: timeoutMs} : result;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}

async function getWithin(address: string, {fetch, signal, mostBytes}: GetOptions): Promise<Answer | Failure> {
  let response: Response;
  try {
    response = await fetch(address, {headers, redirect: 'follow', signal: signal ?? null});
  } catch (cause) {
    return {kind: 'unreachable', cause};
  }
  const bytes = await readBody(response, mostBytes);
  if (!(bytes instanceof Uint8Array)) return bytes;
  return {address: response.url || address, status: response.status, headers: response.headers, bytes};
}

async function readBody(response: Response, mostBytes: number): Promise<Uint8Array | Failure> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    // Leaving the loop early closes the connection, so that the rest is not sent.
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > mostBytes) return {kind: 'too_large'};
      parts.push(part);
    }
  } catch (cause) {
    return {kind: 'cut', bytes: size, cause};
  }
  return Buffer.concat(parts);
}
