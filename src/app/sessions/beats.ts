import type {Ask, Block} from '../../tutor/parse/block.ts';
import type {Page} from '../../tutor/parse/sections.ts';
import type {Progress} from '../../tutor/schema/progress.ts';

/** What became of a question in the text. */
export type AskReply = {
  /** The option chosen in this visit; null where the answer was looked up, or given on another day. */
  readonly chosen: string | null;
  readonly correct: boolean | null;
  /** Every option shows its reason. */
  readonly isOpen: boolean;
};

/** The replies to the questions of a lesson, by the id of the question. */
export type AskReplies = {readonly [ask: string]: AskReply};

/**
 * Cut a page into the pieces that are shown one after the other: a question ends a piece, so that what follows is not
 * seen before it is answered; at the pace of turns, each turn of a dialogue begins one.
 */
export function beatsOf(page: Page, pace: Progress['settings']['pace']): readonly (readonly Block[])[] {
  const beats: Block[][] = [];
  for (const block of page.blocks) {
    const last = beats.at(-1);
    const begins =
      last === undefined || last.at(-1)!.kind === 'ask' || (pace === 'turn' && block.kind === 'turn' && hasTurn(last));
    if (begins) beats.push([block]);
    else last.push(block);
  }
  return beats;
}

// The heading or the sentence before the first turn belongs to it.
function hasTurn(beat: readonly Block[]): boolean {
  return beat.some(block => block.kind === 'turn');
}

/** The question that ends a piece. */
export function askOf(beat: readonly Block[] | undefined): Ask | undefined {
  const last = beat?.at(-1);
  return last?.kind === 'ask' ? last.ask : undefined;
}

/** How many pieces of a page are shown at first: all up to the last question that was answered before, and at least one. */
export function beatsAtFirst(beats: readonly (readonly Block[])[], replies: AskReplies): number {
  const answered = beats.findLastIndex(beat => {
    const ask = askOf(beat);
    return ask !== undefined && replies[ask.id] !== undefined;
  });
  return Math.min(beats.length, Math.max(1, answered + 1));
}
