/** Tell whether a value can be put on a scale: missing and infinite values cannot, nor those past 1e100. */
export function isDrawable(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Math.abs(value) <= 1e100;
}

/** The values that can be put on a scale. */
export function drawable(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).filter(isDrawable);
}

/**
 * Write a number as print does: three significant digits, whole numbers in full, thousands as `12,000`.
 * A share just under 1 keeps the digits that tell it from 1 (`0.9996`).
 */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'n/a';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e7 || size < 1e-4)
    return value
      .toExponential(2)
      .replace(/\.?0+e\+?/, 'e')
      .replace('e+', 'e');
  if (size >= 100) return withCommas(value.toFixed(0));
  return String(Number(value.toPrecision(digitsFor(size))));
}

/** Write numbers that stand under one another: all with the same number of decimals. */
export function formatColumn(values: readonly number[]): readonly string[] {
  const finite = values.filter(value => Number.isFinite(value) && value !== 0);
  const largest = Math.max(0, ...finite.map(Math.abs));
  const texts = finite.map(formatNumber);
  if (texts.some(text => text.includes('e'))) return values.map(formatNumber);
  const room = Math.max(0, 3 - Math.floor(Math.log10(largest || 1)));
  const decimals = Math.min(room, Math.max(0, ...texts.map(text => text.split('.')[1]?.length ?? 0)));
  return values.map(value => (Number.isFinite(value) ? withCommas(value.toFixed(decimals)) : formatNumber(value)));
}

/** Write a share of one as a percentage; what is not quite none or all says so (`<1%`, `>99%`). */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return 'n/a';
  if (share > 0 && share < 0.005) return '<1%';
  if (share < 1 && share >= 0.995) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** A count with its noun: `1 row`, `12,000 rows`. */
export function formatCount(count: number, noun: string): string {
  const ending = /(?:ch|sh|s|x)$/.test(noun) ? 'es' : 's';
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : ending}`;
}

/** Join words as a sentence does: `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function digitsFor(size: number): number {
  let digits = 3;
  while (size < 1 && digits < 7 && Number(size.toPrecision(digits)) === 1) digits++;
  return digits;
}

function withCommas(text: string): string {
  const [whole = '', decimals] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
