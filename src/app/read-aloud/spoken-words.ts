import {showInlineFigure} from '../../tutor/figures/inline.ts';
import type {Results} from '../../tutor/figures/result.ts';
import type {Ask, AskOption, Block, Inline} from '../../tutor/parse/block.ts';
import {drawBlockFigure, sentenceOf} from '../lesson-figures.ts';
import type {PageMaterial} from '../lesson-material.ts';
import {type AskReplies, type AskReply, askOf} from '../sessions/beats.ts';
import {countOf} from '../where-next.ts';

/**
 * A page as far as it is shown, in pieces to be said aloud: each piece of text, each question, each reply to one. Words without
 * marks; a picture is the sentence that reads it, and what only eyes can use is named.
 */
export function spokenPieces(
  beats: readonly (readonly Block[])[],
  replies: AskReplies,
  material: PageMaterial,
): readonly string[] {
  return beats.flatMap(beat => {
    const ask = askOf(beat);
    const text = spokenBlocks(ask ? beat.slice(0, -1) : beat, material);
    const reply = ask && replies[ask.id];
    const {results} = material;
    return [
      text,
      ...(ask ? [spokenAsk(ask, results)] : []),
      ...(ask && reply ? [spokenReply(ask, reply, results)] : []),
    ].filter(piece => piece !== '');
  });
}

function spokenBlocks(blocks: readonly Block[], material: PageMaterial): string {
  return blocks
    .map(block => spokenBlock(block, material))
    .filter(text => text !== '')
    .join('\n');
}

function spokenBlock(block: Block, material: PageMaterial): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return asSentence(wordsOf(block.inlines, material.results));
    case 'turn':
      return `${block.speaker}: ${asSentence(wordsOf(block.inlines, material.results))}`;
    case 'list':
      return block.items.map(item => spokenBlocks(item, material)).join('\n');
    case 'quote':
      return spokenBlocks(block.blocks, material);
    case 'code':
      return `Here stands ${countOf(block.text.trimEnd().split('\n').length, 'line')} of code.`;
    case 'table':
      return `Here stands a table of ${countOf(block.rows.length, 'row')}.`;
    case 'figure': {
      const found = material.pictures.get(block.figure);
      return found ? asSentence(sentenceOf(drawBlockFigure(block.figure, found, sizeForWords))) : '';
    }
    case 'ask':
      return '';
  }
}

// Only the sentence of a picture is used, so its size matters to nobody.
const sizeForWords = {width: 60, height: 12, glyphs: 'ascii'} as const;

function spokenAsk({question, options}: Ask, results: Results): string {
  const choices = options.map(({text}, index) => `${index + 1}: ${asSentence(wordsOf(text, results))}`);
  return [asSentence(wordsOf(question, results)), ...choices].join('\n');
}

function spokenReply({options, afterwards}: Ask, {chosen, isOpen}: AskReply, results: Results): string {
  const reason = ({id, text, right, why}: AskOption) => {
    const verdict = id === chosen ? (right ? 'You said, rightly' : 'You said') : right ? 'Right is' : 'Not right is';
    return `${verdict}: ${asSentence(wordsOf(text, results))} ${asSentence(wordsOf(why, results))}`;
  };
  const told = options.filter(({id, right}) => isOpen || id === chosen || right);
  const inOrder = [...told].sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  return [...inOrder.map(reason), asSentence(wordsOf(afterwards, results))].join('\n').trim();
}

/** The words of inline text, as they are said. */
function wordsOf(inlines: readonly Inline[], results: Results): string {
  return inlines
    .map(inline => {
      if (inline.kind === 'figure') return showInlineFigure(inline.figure, results);
      if (inline.kind === 'break') return ' ';
      return 'inlines' in inline ? wordsOf(inline.inlines, results) : inline.text;
    })
    .join('')
    .trim();
}

/** A voice pauses at a full stop, and runs on without one. */
function asSentence(text: string): string {
  return text === '' || /[.!?:]["”’)]*$/.test(text) ? text : `${text}.`;
}
