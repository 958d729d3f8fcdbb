/** The sign that parts whole from fraction in a file. */
export type DecimalMark = '.' | ',';

const literals: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i,
  ',': /^[+-]?(?:(?:0|[1-9]\d*)(?:,\d*)?|,\d+)(?:e[+-]?\d+)?$/i,
};
const wholeNumber = /^[+-]?\d+$/;
const largestWhole = 2n ** 53n;

/**
 * Read a strict decimal number: `12`, `-0.5`, `.5`, `1e-3`; nothing else is a number.
 *
 * Unlike `Number(text)` it refuses `''`, `0x10`, `Infinity`, `007` (more likely a code than a count),
 * and whole numbers beyond 2^53, which a double cannot tell apart (more likely an identifier).
 *
 * @param text - the number alone; blanks around it are the caller's to drop.
 * @returns the number; ±Infinity where it is well written but too large for a double; NaN where it is no number.
 */
export function readNumber(text: string, mark: DecimalMark = '.'): number {
  if (!literals[mark].test(text)) return Number.NaN;
  // `+ 0` turns −0 into 0, so that equal values are equal bytes.
  const value = Number(mark === ',' ? text.replace(',', '.') : text) + 0;
  return Number.isSafeInteger(value) || Math.abs(value) < largestWhole || !isTooLong(text) ? value : Number.NaN;
}

function isTooLong(text: string): boolean {
  if (!wholeNumber.test(text)) return false;
  const whole = BigInt(text.replace('+', ''));
  return whole > largestWhole || whole < -largestWhole;
}
