import type {Value} from './value.ts';

/** Beyond this many bytes, outputs that the next step may not need are let go: the store still has them. */
const mostBytes = 128 * 1024 * 1024;

/** The outputs of a run that are at hand: the newest stay, so that large tables do not pile up while a run goes on. */
export class HeldOutputs {
  readonly #outputs = new Map<string, {readonly value: Value; readonly bytes: number}>();
  readonly #most: number;
  #bytes = 0;

  constructor(most = mostBytes) {
    this.#most = most;
  }

  get(id: string): Value | undefined {
    return this.#outputs.get(id)?.value;
  }

  /** Hold an output, and let the oldest go where that is too much; the newest always stays. */
  add(id: string, value: Value, bytes: number): void {
    this.#remove(id);
    this.#outputs.set(id, {value, bytes});
    this.#bytes += bytes;
    for (const oldest of this.#outputs.keys()) {
      if (this.#bytes <= this.#most || oldest === id) return;
      this.#remove(oldest);
    }
  }

  #remove(id: string): void {
    this.#bytes -= this.#outputs.get(id)?.bytes ?? 0;
    this.#outputs.delete(id);
  }
}
