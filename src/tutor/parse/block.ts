import type {BlockFigure} from '../figures/block.ts';
import type {InlineFigure} from '../figures/inline.ts';

/** A stretch of a paragraph. A `bold` one names a glossary term, unless it ends in a colon. */
export type Inline =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'bold'; readonly text: string}
  | {readonly kind: 'emphasis'; readonly inlines: readonly Inline[]}
  | {readonly kind: 'code'; readonly text: string}
  | {readonly kind: 'link'; readonly href: string; readonly inlines: readonly Inline[]}
  | {readonly kind: 'figure'; readonly figure: InlineFigure}
  | {readonly kind: 'break'};

/** A question in the middle of the text, answered before reading on. */
export type Ask = {
  /** Made from the words of the question. */
  readonly id: string;
  readonly line: number;
  readonly question: readonly Inline[];
  readonly options: readonly AskOption[];
  /** What is said after the answer. */
  readonly afterwards: readonly Inline[];
};

/** An answer to an ask, with its reason. */
export type AskOption = {
  readonly id: string;
  readonly line: number;
  readonly text: readonly Inline[];
  readonly right: boolean;
  readonly why: readonly Inline[];
};

/** A piece of a page and the line of the file it begins on. */
export type Block = {readonly line: number} & (
  | {readonly kind: 'paragraph'; readonly inlines: readonly Inline[]}
  | {readonly kind: 'heading'; readonly inlines: readonly Inline[]}
  | {readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[]}
  | {readonly kind: 'code'; readonly language: string; readonly text: string}
  | {
      readonly kind: 'table';
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | {readonly kind: 'quote'; readonly blocks: readonly Block[]}
  | {readonly kind: 'figure'; readonly figure: BlockFigure}
  | {readonly kind: 'turn'; readonly speaker: string; readonly role: string | null; readonly inlines: readonly Inline[]}
  | {readonly kind: 'ask'; readonly ask: Ask}
);

/** The words of a paragraph without its marks; a figure counts as the word 0. */
export function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map(plainInline).join('');
}

function plainInline(inline: Inline): string {
  if (inline.kind === 'figure') return '0';
  if (inline.kind === 'break') return ' ';
  return 'inlines' in inline ? plainInlines(inline.inlines) : inline.text;
}

/** The prose of blocks, a line for each paragraph; code, tables, figures and asks are not prose. */
export function proseOf(blocks: readonly Block[]): string {
  return blocks
    .map(block => {
      if (block.kind === 'list') return block.items.map(proseOf).join('\n');
      if (block.kind === 'quote') return proseOf(block.blocks);
      return 'inlines' in block ? plainInlines(block.inlines) : '';
    })
    .filter(line => line !== '')
    .join('\n');
}

/** Every run of inlines in some blocks, with the line its block begins on, asks included. */
export function inlineRunsOf(blocks: readonly Block[]): readonly {line: number; inlines: readonly Inline[]}[] {
  return blocks.flatMap(block => {
    const here = (inlines: readonly Inline[]) => [{line: block.line, inlines}];
    if ('inlines' in block) return here(block.inlines);
    if (block.kind === 'list') return block.items.flatMap(inlineRunsOf);
    if (block.kind === 'quote') return inlineRunsOf(block.blocks);
    if (block.kind === 'table') return [...block.header, ...block.rows.flat()].flatMap(here);
    if (block.kind !== 'ask') return [];
    const {question, options, afterwards, line} = block.ask;
    const told = options.flatMap(option => [option.text, option.why].map(inlines => ({line: option.line, inlines})));
    return [{line, inlines: question}, ...told, {line, inlines: afterwards}];
  });
}

/** Every inline of some blocks, the inner ones too, with the line its block begins on. */
export function inlinesOf(blocks: readonly Block[]): readonly {line: number; inline: Inline}[] {
  return inlineRunsOf(blocks).flatMap(({line, inlines}) => flatten(inlines).map(inline => ({line, inline})));
}

function flatten(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap(inline => ('inlines' in inline ? [inline, ...flatten(inline.inlines)] : [inline]));
}
