import {EventEmitter} from 'node:events';
import {type Input, pasteStart, settleRest, splitKeys} from './split-keys.ts';

/** The part of a terminal's input stream that `KeyPump` needs. */
export type KeyInput = {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  on(event: 'data' | 'end' | 'error', listener: (chunk: string | Buffer) => void): unknown;
  off(event: 'data', listener: (chunk: string | Buffer) => void): unknown;
  resume(): unknown;
  pause(): unknown;
  ref?(): unknown;
  unref?(): unknown;
};

/** How long an Escape may be the start of a longer sequence, and how long a paste may pause. */
const escapeMs = 30;
const pasteMs = 1000;
// React commits, and Ink subscribes the new handlers, within this many turns of the event loop.
const turnsPerKey = 4;

/**
 * The keyboard as Ink sees it: hands over one key at a time, and lets the screen catch up between two of them, so that a burst of keys
 * (a paste, a slow line, a held key) loses none. A paste is emitted as `paste`, Ctrl-Z as `suspend`, a terminal that went away as `hangup`; none reaches Ink as keys.
 */
export class KeyPump extends EventEmitter {
  readonly isTTY: boolean;
  readonly #input: KeyInput;
  readonly #queue: Input[] = [];
  #current: string | null = null;
  #rest = '';
  #timer: NodeJS.Timeout | undefined;
  #isRaw = false;
  #isBusy = false;
  #held: Promise<unknown> | null = null;

  constructor(input: KeyInput) {
    super();
    this.#input = input;
    this.isTTY = input.isTTY === true;
    this.setMaxListeners(0);
    for (const event of ['end', 'error'] as const) input.on(event, () => this.emit('hangup'));
  }

  /** Whether every key that came in has been handed over and answered. */
  get isIdle(): boolean {
    return !this.#isBusy && this.#rest === '';
  }

  setEncoding(): this {
    return this;
  }

  /** Keep the keys that come in until something is there that can answer them; Ctrl-C is never kept. */
  hold(until: Promise<unknown>): void {
    const held = Promise.allSettled([this.#held, until]).then(() => {
      if (this.#held === held) this.#held = null;
    });
    this.#held = held;
  }

  /** Start or stop listening to the keyboard. */
  setRawMode(on: boolean): this {
    if (on === this.#isRaw) return this;
    this.#isRaw = on;
    this.#input.setRawMode?.(on);
    if (on) {
      this.#input.setEncoding('utf8');
      this.#input.on('data', this.#onData);
      this.#input.resume();
    } else {
      clearTimeout(this.#timer);
      this.#rest = '';
      this.#input.off('data', this.#onData);
      this.#input.pause();
    }
    return this;
  }

  ref(): this {
    this.#input.ref?.();
    return this;
  }

  unref(): this {
    this.#input.unref?.();
    return this;
  }

  /** The key that waits to be read, once. */
  read(): string | null {
    const code = this.#current;
    this.#current = null;
    return code;
  }

  readonly #onData = (chunk: string | Buffer) => {
    clearTimeout(this.#timer);
    const {inputs, rest} = splitKeys(this.#rest + String(chunk));
    this.#rest = rest;
    if (rest !== '') this.#timer = setTimeout(this.#onSilence, rest.startsWith(pasteStart) ? pasteMs : escapeMs);
    this.#take(inputs);
  };

  readonly #onSilence = () => {
    const inputs = settleRest(this.#rest);
    this.#rest = '';
    this.#take(inputs);
  };

  #take(inputs: readonly Input[]): void {
    if (this.#held && inputs.some(isInterrupt)) {
      // Whoever wants to leave does not wait behind keys that nobody can answer yet.
      this.#queue.length = 0;
      this.#handOver(interrupt);
      return;
    }
    this.#queue.push(...inputs);
    if (!this.#isBusy) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#isBusy = true;
    for (let input = this.#queue.shift(); input; input = this.#queue.shift()) {
      if (this.#held) await this.#held;
      this.#handOver(input);
      for (let turn = 0; turn < turnsPerKey; turn++) await new Promise(resolve => setImmediate(resolve));
    }
    this.#isBusy = false;
  }

  #handOver(input: Input): void {
    if (input.type === 'paste') {
      this.emit('paste', input.text);
    } else if (input.code === '\u001A') {
      this.emit('suspend');
    } else {
      // Ink 6 calls the Backspace key's 0x7F "delete"; 0x08 it calls "backspace".
      this.#current = input.code === '\u007F' ? '\b' : input.code;
      this.emit('readable');
    }
  }
}

const interrupt = {type: 'key', code: '\u0003'} as const;

function isInterrupt(input: Input): boolean {
  return input.type === 'key' && input.code === interrupt.code;
}
