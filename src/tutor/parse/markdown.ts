import type {Token, Tokens} from 'marked';
import {lexer} from 'marked';
import type {Problem} from '../../errors.ts';
import {parseBlockFigure} from '../figures/block.ts';
import {isAsk, parseAsk} from './ask.ts';
import type {Block} from './block.ts';
import {hideFigureBars, readInlines} from './inline.ts';

/** A block of Markdown, or one of the two marks that cut a file into sections and pages. */
export type Piece =
  | Block
  | {readonly kind: 'section'; readonly line: number; readonly title: string}
  | {readonly kind: 'page-break'; readonly line: number};

type Reader = {readonly file: string; readonly problems: Problem[]};

/** Read Markdown into blocks with their lines; `firstLine` is the line of the file the text begins on. */
export function parseMarkdown(
  markdown: string,
  file: string,
  firstLine = 1,
): {readonly pieces: readonly Piece[]; readonly problems: readonly Problem[]} {
  const reader = {file, problems: []};
  const pieces = readTokens(lexer(hideFigureBars(markdown)), firstLine, reader);
  return {pieces, problems: reader.problems};
}

function readTokens(tokens: readonly Token[], firstLine: number, reader: Reader): readonly Piece[] {
  let line = firstLine;
  return tokens.flatMap(token => {
    const piece = readToken(token, line, reader);
    line += token.raw.split('\n').length - 1;
    return piece === undefined ? [] : [piece];
  });
}

function readToken(token: Token, line: number, reader: Reader): Piece | undefined {
  switch (token.type) {
    case 'space':
    case 'def':
      return undefined;
    case 'hr':
      return {kind: 'page-break', line};
    case 'heading':
      return readHeading(token as Tokens.Heading, line, reader);
    case 'list':
      return readList(token as Tokens.List, line, reader);
    case 'code':
      return readCode(token as Tokens.Code, line, reader);
    case 'table': {
      const {header, rows} = token as Tokens.Table;
      const cells = (row: readonly Tokens.TableCell[]) => row.map(cell => readInlines(cell.tokens));
      return {kind: 'table', line, header: cells(header), rows: rows.map(cells)};
    }
    case 'blockquote':
      return readQuote(token as Tokens.Blockquote, line, reader);
    default:
      return readParagraph(token, line);
  }
}

function readHeading(token: Tokens.Heading, line: number, reader: Reader): Piece {
  if (!token.raw.startsWith('#')) {
    reader.problems.push({
      message: 'A line of dashes right under a line of text makes it a heading.',
      hint: 'Put an empty line before the `---` that ends a page.',
      at: {file: reader.file, line},
    });
  }
  const inlines = readInlines(token.tokens);
  return token.depth <= 2 ? {kind: 'section', line, title: token.text} : {kind: 'heading', line, inlines};
}

function readList(token: Tokens.List, firstLine: number, reader: Reader): Block {
  let line = firstLine;
  const items = token.items.map(item => {
    const blocks = readTokens(item.tokens, line, reader).filter(isBlock);
    line += item.raw.split('\n').length - 1;
    return blocks;
  });
  return {kind: 'list', line: firstLine, start: token.ordered ? Number(token.start) : null, items};
}

function readCode(token: Tokens.Code, line: number, reader: Reader): Block | undefined {
  if (token.lang !== 'figure') return {kind: 'code', line, language: token.lang ?? '', text: token.text};
  const parsed = parseBlockFigure(token.text);
  if (!('fault' in parsed)) return {kind: 'figure', line, figure: parsed.value};
  const {message, hint, offset} = parsed.fault;
  reader.problems.push({message, hint, at: {file: reader.file, line: line + 1, column: offset + 1}});
  return undefined;
}

function readQuote(token: Tokens.Blockquote, line: number, reader: Reader): Block {
  if (!isAsk(token.text)) {
    return {kind: 'quote', line, blocks: readTokens(token.tokens, line, reader).filter(isBlock)};
  }
  const {ask, problems} = parseAsk(token.text.replaceAll('\uE000', '|'), line, reader.file);
  reader.problems.push(...problems);
  return {kind: 'ask', line, ask};
}

function readParagraph(token: Token, line: number): Block {
  const inner = 'tokens' in token ? token.tokens : undefined;
  return {kind: 'paragraph', line, inlines: readInlines(inner ?? [token])};
}

/** Tell a block from a mark that cuts sections or pages. */
export function isBlock(piece: Piece): piece is Block {
  return piece.kind !== 'section' && piece.kind !== 'page-break';
}
