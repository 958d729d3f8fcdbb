/**
 * How long the server asks to wait, in milliseconds, or undefined where it does not say.
 *
 * It may be a number of seconds or a date; a date is read against the server's own clock.
 *
 * @see RFC 9110, 10.2.3
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const wait = Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
