import {type Drawing, drawBlockFigure, sentenceOf, tableOf} from '../app/lesson-figures.ts';
import type {PageMaterial} from '../app/lesson-material.ts';
import {type ChartTable, tableTexts} from '../charts/index.ts';
import {showInlineFigure} from '../tutor/figures/inline.ts';
import type {Results} from '../tutor/figures/result.ts';
import type {Block, Inline} from '../tutor/parse/block.ts';

/** Inline text without marks; its figures are filled in. */
export function inlineText(inlines: readonly Inline[], results: Results): string {
  return inlines
    .map(inline => {
      switch (inline.kind) {
        case 'figure':
          return showInlineFigure(inline.figure, results);
        case 'break':
          return '\n';
        case 'link':
          return linkText(inlineText(inline.inlines, results), inline.href);
        case 'emphasis':
          return inlineText(inline.inlines, results);
        default:
          return inline.text;
      }
    })
    .join('');
}

/** A text of a lab, a question or a card without the stars around stressed words. */
export function unmarked(text: string): string {
  return text.replaceAll(/(?<![\w*])\*{1,2}(?=\S)([^*\n]+?)(?<=\S)\*{1,2}(?![\w*])/g, '$1');
}

function linkText(text: string, href: string): string {
  return /^(?:lesson|term):/.test(href) || href === text ? text : `${text} (${href})`;
}

/** The paragraphs of some blocks; every picture is a sentence and a table. A question of the text is asked elsewhere. */
export function blockTexts(blocks: readonly Block[], material: PageMaterial): readonly string[] {
  return blocks.flatMap(block => blockText(block, material));
}

function blockText(block: Block, material: PageMaterial): readonly string[] {
  const {results, pictures} = material;
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [inlineText(block.inlines, results)];
    case 'code':
      return [block.text.trimEnd().replaceAll(/^/gm, '    ')];
    case 'list':
      return [
        block.items
          .map((item, index) => {
            const mark = block.start === null ? '- ' : `${block.start + index}. `;
            return `${mark}${blockTexts(item, material).join('\n')}`;
          })
          .join('\n'),
      ];
    case 'quote':
      return blockTexts(block.blocks, material);
    case 'table':
      return [
        tableText({
          header: block.header.map(cell => inlineText(cell, results)),
          rows: block.rows.map(row => row.map(cell => inlineText(cell, results))),
        }),
      ];
    case 'turn': {
      const name = block.role === null ? block.speaker : `${block.speaker}, ${block.role}`;
      return [`${name}: ${inlineText(block.inlines, results)}`];
    }
    case 'figure': {
      const found = pictures.get(block.figure);
      return found ? drawingTexts(drawBlockFigure(block.figure, found, sizeForWords)) : [];
    }
    case 'ask':
      return [];
  }
}

/** Pictures are drawn for their words and numbers alone, so their size matters to nobody. */
export const sizeForWords = {width: 60, height: 12, glyphs: 'ascii'} as const;

/** A picture as paragraphs: what it is, the sentence that reads it, its numbers. */
export function drawingTexts(drawing: Drawing): readonly string[] {
  const title = drawing.kind === 'chart' ? [] : [drawing.title];
  const table = tableOf(drawing);
  return [...title, sentenceOf(drawing), ...(table ? [tableText(table)] : [])];
}

/** A table with a line for each row, in which every number stands after its name. A long one shows rows at even distances. */
export function tableText(table: ChartTable): string {
  const {lines, leftOut} = tableTexts(table);
  return [...lines.map(line => `- ${line}`), ...(leftOut === '' ? [] : [leftOut])].join('\n');
}
