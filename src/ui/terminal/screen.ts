import {terminalSize} from './capabilities.ts';
import {FrameTaker} from './frame-taker.ts';
import {lineChange} from './line-change.ts';

/** The part of a terminal's output stream that tells its size. */
export type ScreenOutput = {
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  on(event: 'resize' | 'error', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
};

/** A terminal as Ink sees it, whatever it makes of the frames it is given. */
export type AppScreen = {
  readonly columns: number;
  readonly rows: number;
  /** Whether frames are said to a screen reader: Ink then writes them as linear text. */
  readonly isSpoken: boolean;
  /** The last whole frame Ink drew. */
  readonly frame: string;
  readonly sent: {readonly frames: number; readonly bytes: number};
  readonly isPending: boolean;
  enter(): void;
  leave(): void;
  repaint(): void;
};

const enterCodes = '\u001B[?1049h\u001B[?2004h\u001B[?25l\u001B[?7l\u001B[2J\u001B[H';
// Erased first: tmux 3.3, when its window has grown meanwhile, mixes long lines of the app into the shell's screen.
const leaveCodes = '\u001B[2J\u001B[?7h\u001B[?25h\u001B[?2004l\u001B[?1049l';
const beginUpdate = '\u001B[?2026h';
const endUpdate = '\u001B[?2026l';

/**
 * The terminal as Ink sees it: takes whole frames (Ink's `debug` mode writes nothing else) and sends on only the lines that changed.
 *
 * It owns the alternate buffer, turns line wrapping and the cursor off, and switches bracketed paste on while it is entered.
 */
export class Screen extends FrameTaker implements AppScreen {
  readonly isSpoken = false;
  #lines: readonly string[] | undefined;
  #isPending = false;
  #isEntered = false;

  get columns(): number {
    return terminalSize(this.output).columns;
  }

  get rows(): number {
    return terminalSize(this.output).rows;
  }

  /** Whether a frame waits to be painted. */
  get isPending(): boolean {
    return this.#isPending;
  }

  /** Switch to the alternate buffer; calling it again changes nothing. */
  enter(): void {
    if (this.#isEntered) return;
    this.#isEntered = true;
    this.#lines = undefined;
    this.output.on('resize', this.#onResize);
    this.send(enterCodes);
    if (this.frame !== '') this.#schedule();
  }

  /** Give the terminal back as it was; calling it again changes nothing. */
  leave(): void {
    if (!this.#isEntered) return;
    this.#isEntered = false;
    this.output.off('resize', this.#onResize);
    this.send(leaveCodes);
  }

  /** Paint everything anew, because something else may have written on the screen. */
  repaint(): void {
    if (!this.#isEntered) return;
    this.#lines = undefined;
    this.send(enterCodes);
    this.#schedule();
  }

  /** Frames that arrive in the same turn of the event loop are painted once. */
  protected take(): void {
    // The very first frame is shown at once; the names of its keys, which come with the next, need not be waited for.
    if (this.#isEntered && this.sent.frames === 0) this.#paint();
    else this.#schedule();
  }

  readonly #onResize = () => {
    this.#lines = undefined;
    this.emit('resize');
    this.#schedule();
  };

  #schedule(): void {
    if (this.#isPending) return;
    this.#isPending = true;
    setImmediate(() => this.#paint());
  }

  #paint(): void {
    this.#isPending = false;
    if (!this.#isEntered) return;
    const before = this.#lines ?? [];
    const next = this.frame.split('\n').slice(0, this.rows);
    let text = this.#lines === undefined ? '\u001B[2J' : '';
    for (let row = 0; row < Math.max(next.length, before.length); row++) {
      const [old, line] = [before[row] ?? '', next[row] ?? ''];
      if (line !== old) text += lineChange(old, line, row, this.columns);
    }
    this.#lines = next;
    this.sent.frames++;
    if (text !== '') this.send(beginUpdate + text + endUpdate);
  }
}
