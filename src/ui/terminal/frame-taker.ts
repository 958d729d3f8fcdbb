import {EventEmitter} from 'node:events';
import type {ScreenOutput} from './screen.ts';

const hideOrShowCursor = '\u001B[?25';

/** The stream that Ink writes to: takes whole frames (Ink's `debug` mode writes nothing else), whatever is made of them. */
export abstract class FrameTaker extends EventEmitter {
  readonly isTTY = true;
  readonly writable = true;
  readonly writableLength = 0;
  /** The last whole frame Ink drew, uncut: tests compare it with the size of the terminal. */
  frame = '';
  /** Frames shown and bytes sent since the start. */
  readonly sent = {frames: 0, bytes: 0};
  protected readonly output: ScreenOutput;
  readonly #writeOut: (text: string) => void;

  /** @param writeOut - the way to the terminal that only the screen has. */
  constructor(output: ScreenOutput, writeOut: (text: string) => void) {
    super();
    this.output = output;
    this.#writeOut = writeOut;
    this.setMaxListeners(0);
  }

  /** Take one frame. */
  write(frame: string, ...rest: readonly unknown[]): boolean {
    const done = rest.at(-1);
    if (frame !== '' && !frame.startsWith(hideOrShowCursor)) {
      this.frame = frame;
      this.take();
    }
    if (typeof done === 'function') done();
    return true;
  }

  /** Show `frame`, now or soon. */
  protected abstract take(): void;

  protected send(text: string): void {
    this.sent.bytes += Buffer.byteLength(text);
    this.#writeOut(text);
  }
}
