import type {Place, Problem} from '../../errors.ts';
import type {InlineFigure} from '../figures/inline.ts';
import {inlineFigurePattern, parseInlineFigure} from '../figures/inline.ts';
import {lineAndColumn} from './source.ts';

/** An inline figure and where it stands. */
export type PlacedFigure = {readonly at: Place; readonly figure: InlineFigure};

/** Find every `{{…}}` of a text with its line and column; code, fenced or between backticks, holds none. */
export function figuresInText(
  text: string,
  file: string,
  firstLine = 1,
): {readonly value: readonly PlacedFigure[]; readonly problems: readonly Problem[]} {
  const value: PlacedFigure[] = [];
  const problems: Problem[] = [];
  const prose = blankCode(text);
  const placeAt = (offset: number): Place => {
    const {line, column} = lineAndColumn(text, offset);
    return {file, line: line + firstLine - 1, column};
  };
  for (const match of prose.matchAll(inlineFigurePattern)) {
    const parsed = parseInlineFigure(match[1]!);
    if ('fault' in parsed) {
      const {message, hint, offset} = parsed.fault;
      problems.push({message, hint, at: placeAt(match.index + 2 + offset)});
    } else value.push({figure: parsed.value, at: placeAt(match.index)});
  }
  return {value, problems};
}

/** Overwrite code with spaces so that every other character keeps its place. */
function blankCode(text: string): string {
  const blank = (code: string) => code.replace(/[^\n]/gu, ' ');
  return text.replace(/^(?<fence>`{3,}|~{3,}).*?^\k<fence>/gmsu, blank).replace(/`[^`\n]*`/gu, blank);
}

/** Find every `{{…}}` in the texts of a value read from YAML; each is placed at the record it stands in. */
export function figuresInValue(value: unknown, at: Place = {}): readonly PlacedFigure[] {
  if (typeof value === 'string') {
    return [...value.matchAll(inlineFigurePattern)].flatMap(match => {
      const parsed = parseInlineFigure(match[1]!);
      return 'fault' in parsed ? [] : [{at, figure: parsed.value}];
    });
  }
  if (typeof value !== 'object' || value === null) return [];
  const place = Object.hasOwn(value, 'at') ? (value as {at: Place}).at : at;
  return Object.entries(value).flatMap(([name, child]) => (name === 'at' ? [] : figuresInValue(child, place)));
}
