/** What is noted of a request while it is answered, for the log. */
export type Seen = {
  readonly id: string;
  /** The path as the service knows it; paths that do not exist are `other`. */
  route: string;
  rows: number | null;
  /** The version that answered. */
  model: string | null;
  /** What went wrong where it should not. */
  error: string | null;
};

/** Give requests names: the one they bring, if it is short and plain, or else a new one. */
export function requestNamer(prefix: string): (headers: Headers) => string {
  let count = 0;
  return headers => {
    const given = headers.get('x-request-id');
    if (given !== null && /^[\w.:-]{1,64}$/.test(given)) return given;
    count += 1;
    return `${prefix}-${count.toString(36)}`;
  };
}

/** The path of an address, without what is asked after the question mark: that may hold the values of a row. */
export function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  if (start < 0) return '/';
  const end = url.indexOf('?', start);
  return end < 0 ? url.slice(start) : url.slice(start, end);
}
