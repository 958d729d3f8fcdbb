/** A number as a person would say it: four significant digits, no trailing zeros, a true minus sign. */
export function say(value: number | string | null | undefined): string {
  if (value === null || value === undefined) return 'a gap';
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return String(value);
  const short = Math.abs(value) >= 1e4 || Number.isInteger(value) ? Math.round(value) : Number(value.toPrecision(4));
  return String(short).replace('-', '−');
}

/** Count things in words: `1 row`, `3 rows`. */
export function count(n: number, noun: string, nouns = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : nouns}`;
}
