import {foldText} from '../text/fold.ts';

/** Tell whether a typed answer is one of the accepted ones; case, hyphens, spaces and an article do not count. */
export function matchesText(typed: string, accepted: readonly string[]): boolean {
  const given = withoutArticle(foldText(typed));
  return given !== '' && accepted.some(answer => withoutArticle(foldText(answer)) === given);
}

function withoutArticle(text: string): string {
  return text.replace(/^(?:a|an|the) /u, '');
}

/**
 * Read a number as people type it: `0.97`, `0,97`, `1,024`, `97 %`, `= 3`.
 * A per cent sign means hundredths, unless the question itself asks for per cent.
 */
export function parseTypedNumber(typed: string, unit = ''): number | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^[=≈~]\s*/u, '')
    .replace(/−/gu, '-');
  const match = /^(?<digits>[+-]?[\d.,\s]*\d[\d.,]*(?:e[+-]?\d+)?)\s*(?<rest>.*)$/u.exec(text)?.groups;
  if (match === undefined) return undefined;
  const number = Number(pointDecimal(match.digits!.replace(/\s/gu, '')));
  const rest = match.rest!.trim();
  if (Number.isNaN(number)) return undefined;
  const asksPercent = /^(?:%|per ?cent)/u.test(unit.toLowerCase());
  if (/^(?:%|per ?cent)$/u.test(rest)) return asksPercent ? number : number / 100;
  return rest === '' || rest === unit.toLowerCase() ? number : undefined;
}

/** Write a number with a decimal point: a comma before exactly three digits groups thousands, unless a 0 leads. */
function pointDecimal(digits: string): string {
  if (/^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)) return digits.replaceAll(',', '');
  return digits.replace(',', '.');
}
