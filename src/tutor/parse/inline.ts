import type {Token, Tokens} from 'marked';
import {Lexer} from 'marked';
import {inlineFigurePattern, parseInlineFigure} from '../figures/inline.ts';
import type {Inline} from './block.ts';

// A `|` inside `{{…}}` would end a table cell, so it travels through the Markdown reader in disguise.
const hiddenBar = '\uE000';

/** Hide the format marks of inline figures from the Markdown reader; lengths and lines stay as they are. */
export function hideFigureBars(markdown: string): string {
  return markdown.replace(inlineFigurePattern, figure => figure.replaceAll('|', hiddenBar));
}

function showFigureBars(text: string): string {
  return text.replaceAll(hiddenBar, '|');
}

/** Read a stretch of Markdown that stands outside a block of its own, such as an option of an ask. */
export function parseInlines(markdown: string): readonly Inline[] {
  return readInlines(Lexer.lexInline(hideFigureBars(markdown.trim())));
}

/** Turn the Markdown reader's inline tokens into ours; HTML is kept as the text it is. */
export function readInlines(tokens: readonly Token[]): readonly Inline[] {
  return joinTexts(tokens.flatMap(readToken));
}

function readToken(token: Token): readonly Inline[] {
  if (token.type === 'strong') return [{kind: 'bold', text: showFigureBars((token as Tokens.Strong).text)}];
  if (token.type === 'codespan') return [{kind: 'code', text: showFigureBars((token as Tokens.Codespan).text)}];
  if (token.type === 'br') return [{kind: 'break'}];
  if (token.type === 'link') {
    const {href, tokens} = token as Tokens.Link;
    return [{kind: 'link', href, inlines: readInlines(tokens)}];
  }
  if (token.type === 'em') return [{kind: 'emphasis', inlines: readInlines((token as Tokens.Em).tokens)}];
  if ('tokens' in token && token.tokens !== undefined) return readInlines(token.tokens);
  return splitFigures(showFigureBars('text' in token ? String(token.text) : token.raw));
}

function splitFigures(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(inlineFigurePattern)) {
    const parsed = parseInlineFigure(match[1]!);
    // A figure that cannot be read has been reported already; it stays visible as text.
    if ('fault' in parsed) continue;
    inlines.push({kind: 'text', text: text.slice(end, match.index)}, {kind: 'figure', figure: parsed.value});
    end = match.index + match[0].length;
  }
  return [...inlines, {kind: 'text', text: text.slice(end)}];
}

/** Lines of one paragraph become one stretch of text with single spaces. */
function joinTexts(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.kind !== 'text') joined.push(inline);
    else if (last?.kind === 'text') joined[joined.length - 1] = {kind: 'text', text: last.text + inline.text};
    else joined.push(inline);
  }
  return joined
    .map(inline => (inline.kind === 'text' ? {...inline, text: inline.text.replace(/\s+/gu, ' ')} : inline))
    .filter(inline => inline.kind !== 'text' || inline.text !== '');
}
