import {showInlineFigure} from '../../../tutor/figures/inline.ts';
import type {Results} from '../../../tutor/figures/result.ts';
import type {TermFinder} from '../../../tutor/glossary.ts';
import {type Block, type Inline, inlinesOf, plainInlines} from '../../../tutor/parse/block.ts';
import type {Term} from '../../../tutor/schema/course.ts';
import type {Line, Span} from '../../components/rich-text.ts';
import type {Glyphs} from '../../theme/glyphs.ts';

/** What a text is drawn with. */
export type TextStyle = {
  readonly glyphs: Glyphs;
  /** Without colours and attributes terms and code are marked by characters. */
  readonly isPlain: boolean;
  readonly findTerm: TermFinder;
  /** The numbers of the text; undefined while they are computed. */
  readonly results: Results | undefined;
  /** The term or link that is selected, by its key. */
  readonly focus: string | null;
};

/** Something in a text that can be opened. */
export type Target = {readonly key: string} & (
  | {readonly kind: 'term'; readonly term: Term}
  | {readonly kind: 'lesson'; readonly lesson: string}
);

/** Everything in some blocks that can be opened, each once, in the order of the text. */
export function targetsOf(
  blocks: readonly Block[],
  findTerm: TermFinder,
  glossary: readonly Term[],
): readonly Target[] {
  const found = inlinesOf(blocks).flatMap(({inline}) => targetOf(inline, findTerm, glossary) ?? []);
  return [...new Map(found.map(target => [target.key, target])).values()];
}

function targetOf(inline: Inline, findTerm: TermFinder, glossary: readonly Term[]): Target | undefined {
  if (inline.kind === 'bold') {
    const term = findTerm(inline.text);
    return term && {key: `term:${term.id}`, kind: 'term', term};
  }
  if (inline.kind !== 'link') return undefined;
  const [kind, name = ''] = inline.href.split(':');
  if (kind === 'lesson') return {key: inline.href, kind, lesson: name};
  const term = kind === 'term' ? glossary.find(({id}) => id === name) : undefined;
  return term && {key: inline.href, kind: 'term', term};
}

/** The styled text of a paragraph, with its figures filled in. */
export function inlineSpans(inlines: readonly Inline[], style: TextStyle): Line {
  return inlines.flatMap(inline => spansOf(inline, style));
}

function spansOf(inline: Inline, style: TextStyle): Line {
  switch (inline.kind) {
    case 'text':
      return [{text: inline.text}];
    case 'break':
      return [{text: '\n'}];
    case 'code':
      return [{text: style.isPlain ? `\`${inline.text}\`` : inline.text, tone: 'code'}];
    case 'emphasis':
      return inlineSpans(inline.inlines, style).map(span => ({...span, italic: true}));
    case 'figure':
      return [figureSpan(style.results && showInlineFigure(inline.figure, style.results), style)];
    case 'bold': {
      const term = style.findTerm(inline.text);
      return term ? targetSpans(inline.text, `term:${term.id}`, style) : [{text: inline.text, bold: true}];
    }
    case 'link': {
      const text = plainInlines(inline.inlines);
      if (/^(?:lesson|term):/u.test(inline.href)) return targetSpans(text, inline.href, style);
      return [
        {text, underline: true},
        ...(text === inline.href ? [] : [{text: ` (${inline.href})`, tone: 'dim' as const}]),
      ];
    }
  }
}

function figureSpan(text: string | undefined, {glyphs}: TextStyle): Span {
  return text === undefined ? {text: glyphs.ellipsis, tone: 'dim'} : {text, tone: 'data', bold: true};
}

function targetSpans(text: string, key: string, {focus, isPlain}: TextStyle): Line {
  if (focus === key) return [{text: isPlain ? `[${text}]` : text, tone: 'selection'}];
  return [{text: isPlain ? `_${text}_` : text, tone: 'term'}];
}
