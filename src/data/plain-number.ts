const zero = 48;
const nine = 57;
const point = 46;
const minus = 45;
/** So many digits make a whole number that a double holds exactly. */
const mostDigits = 15;
const powersOfTen = Array.from({length: mostDigits + 1}, (_, power) => 10 ** power);

/**
 * Read a short number such as `-12.5` straight from a text, without cutting it out: most cells of a large file are one.
 *
 *     value = ± digits / 10^places
 *
 * Both are exact in a double, so the one division rounds once and gives what `Number` gives.
 *
 * @returns NaN for anything else, also for numbers written in another way: `readNumber` then decides.
 * @see W. D. Clinger, How to read floating point numbers accurately, 1990: the fast path.
 */
export function readPlainNumber(source: string, start: number, end: number): number {
  const isNegative = source.charCodeAt(start) === minus;
  const first = isNegative ? start + 1 : start;
  if (end - first < 1 || end - first > mostDigits + 1) return Number.NaN;
  let digits = 0;
  let pointAt = -1;
  for (let at = first; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code >= zero && code <= nine) digits = digits * 10 + code - zero;
    else if (code === point && pointAt < 0) pointAt = at;
    else return Number.NaN;
  }
  const wholeDigits = (pointAt < 0 ? end : pointAt) - first;
  const count = end - first - (pointAt < 0 ? 0 : 1);
  // Codes such as 007 are no numbers.
  if (wholeDigits === 0 || count > mostDigits || (wholeDigits > 1 && source.charCodeAt(first) === zero)) {
    return Number.NaN;
  }
  const value = pointAt < 0 ? digits : digits / powersOfTen[end - pointAt - 1]!;
  return isNegative && value !== 0 ? -value : value;
}
