import {fillFigures} from '../../../tutor/figures/inline.ts';
import type {Results} from '../../../tutor/figures/result.ts';
import type {Line} from '../../components/rich-text.ts';
import type {Tone} from '../../theme/tokens.ts';

const marks = /(\*\*[^*]+\*\*|\*[^*\s][^*]*\*|`[^`]+`)/u;

/** A short text of a question or a card with its stressed words and its code; its figures are filled in from `results`. */
export function markedSpans(text: string, isPlain: boolean, tone?: Tone, results?: Results): Line {
  const filled = results === undefined ? text : fillFigures(text, results);
  return filled.split(marks).flatMap((part, index): Line => {
    if (part === '') return [];
    const base = tone === undefined ? {} : {tone};
    // Every other part is one that the marks cut out.
    if (index % 2 === 0 || isPlain) return [{...base, text: part}];
    if (part.startsWith('`')) return [{text: part.slice(1, -1), tone: 'code'}];
    const stars = part.startsWith('**') ? 2 : 1;
    return [{...base, text: part.slice(stars, -stars), bold: true, ...(stars === 1 && {italic: true})}];
  });
}
