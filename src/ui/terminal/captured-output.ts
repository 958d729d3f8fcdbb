/** The part of an output stream through which everybody writes. */
export type Writer = {write(text: string, ...rest: never[]): unknown};

/** An output stream that only its owner can still write to. */
export type CapturedOutput = {
  /** Write to the stream itself. */
  write(text: string): void;
  /** Let everybody write again. */
  release(): void;
};

/**
 * Keep everybody else from writing to a stream: `console`, warnings of Node and of libraries would spoil a full screen.
 *
 * @param onLine - gets each line that somebody tried to write.
 */
export function captureOutput(stream: Writer, onLine: (line: string) => void): CapturedOutput {
  const original = stream.write;
  const capture = (text: unknown, ...rest: readonly unknown[]) => {
    for (const line of String(text).split('\n')) if (line !== '') onLine(line);
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  };
  stream.write = capture as Writer['write'];
  return {
    write(text) {
      original.call(stream, text);
    },
    release() {
      if (stream.write === capture) stream.write = original;
    },
  };
}
