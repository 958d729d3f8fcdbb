import {suggestName} from '../text/nearest.ts';
import type {Expression, Parsed} from './expression.ts';
import {evaluateExpression, fault, parseExpression} from './expression.ts';
import type {Format, FormatName} from './format.ts';
import {formatNames, formatValue} from './format.ts';
import type {Results} from './result.ts';

/** A number in the text that is computed when it is shown: `{{unscaled.test.accuracy | percent}}`. */
export type InlineFigure = {readonly expression: Expression; readonly format: Format; readonly source: string};

/** Finds each `{{…}}` in a text; group 1 is what stands between the braces. */
export const inlineFigurePattern = /\{\{(.*?)\}\}/gu;

/** Read what stands between the braces of an inline figure. */
export function parseInlineFigure(source: string): Parsed<InlineFigure> {
  const [value = '', formatText, ...extra] = source.split('|');
  if (extra.length > 0) return fault('A figure takes one format.', 'Keep one `|`.', source.lastIndexOf('|'));
  const expression = parseExpression(value);
  if ('fault' in expression) return expression;
  if (formatText === undefined) return {value: {expression: expression.value, format: {name: 'number'}, source}};
  const [name = '', digits, ...more] = formatText.trim().split(/\s+/u);
  const offset = source.length - formatText.trimStart().length;
  if (!formatNames.some(known => known === name)) {
    return fault(`\`${name}\` is not a format.`, suggestName(name, formatNames), offset);
  }
  if (more.length > 0 || (digits !== undefined && !/^[0-6]$/u.test(digits))) {
    return fault('After the format comes at most a number of decimals from 0 to 6.', 'Write `percent 0`.', offset);
  }
  const format = {name: name as FormatName, ...(digits === undefined ? {} : {digits: Number(digits)})};
  return {value: {expression: expression.value, format, source}};
}

/** Write an inline figure over finished runs; where a value is missing it says so in square brackets. */
export function showInlineFigure(figure: InlineFigure, results: Results): string {
  const evaluated = evaluateExpression(figure.expression, results);
  return 'missing' in evaluated ? `[${evaluated.missing}]` : formatValue(evaluated.value, figure.format);
}

/** Put the figures into a text that holds `{{…}}`; one that cannot be read stays as it stands. */
export function fillFigures(text: string, results: Results): string {
  return text.replace(inlineFigurePattern, (whole, source: string) => {
    const parsed = parseInlineFigure(source);
    return 'fault' in parsed ? whole : showInlineFigure(parsed.value, results);
  });
}

/** An inline figure and how many characters into its text it begins. */
export type FoundFigure = {readonly figure: InlineFigure; readonly offset: number};

/** Find the inline figures of a text; stops at the first that cannot be read. */
export function findFigures(text: string): Parsed<readonly FoundFigure[]> {
  const found: FoundFigure[] = [];
  for (const match of text.matchAll(inlineFigurePattern)) {
    const parsed = parseInlineFigure(match[1]!);
    if ('fault' in parsed) return fault(parsed.fault.message, parsed.fault.hint, match.index + 2 + parsed.fault.offset);
    found.push({figure: parsed.value, offset: match.index});
  }
  return {value: found};
}
