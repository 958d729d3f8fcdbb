import type {Line, Span} from '../../components/rich-text.ts';
import {textWidth} from '../../components/rich-text.ts';
import {mergeSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import type {Tone} from '../../theme/tokens.ts';

type Cell = {readonly text: string; readonly tone?: Tone; readonly bold?: boolean};

/** A sheet of cells to draw a plan on; what is put outside of it is left out. */
export class Drawing {
  readonly #rows: (Cell | undefined)[][];

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.#rows = Array.from({length: height}, () => Array<Cell | undefined>(width).fill(undefined));
  }

  /** Write a text from a place to the right, one character to a cell. */
  put(x: number, y: number, text: string, tone?: Tone, bold = false): void {
    const row = this.#rows[y];
    if (row === undefined) return;
    let at = x;
    for (const character of text) {
      if (at >= 0 && at < this.width) row[at] = {text: character, ...(tone && {tone}), ...(bold && {bold})};
      at += textWidth(character);
    }
  }

  /** Draw a line downwards. */
  down(x: number, from: number, to: number, glyphs: Glyphs, tone: Tone): void {
    for (let y = from; y <= to; y++) this.put(x, y, glyphs.bar, tone);
  }

  /** Draw a frame of a size. */
  frame(x: number, y: number, width: number, height: number, {box}: Glyphs, tone: Tone): void {
    this.put(x, y, box.topLeft + box.top.repeat(width - 2) + box.topRight, tone);
    for (let row = y + 1; row < y + height - 1; row++) {
      this.put(x, row, box.left, tone);
      this.put(x + width - 1, row, box.right, tone);
    }
    this.put(x, y + height - 1, box.bottomLeft + box.bottom.repeat(width - 2) + box.bottomRight, tone);
  }

  /** The sheet as lines. */
  lines(): readonly Line[] {
    return this.#rows.map(row => {
      const end = row.findLastIndex(cell => cell !== undefined) + 1;
      return mergeSpans(row.slice(0, end).map((cell): Span => cell ?? {text: ' '}));
    });
  }
}
