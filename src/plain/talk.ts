import {createInterface} from 'node:readline';
import type {Readable, Writable} from 'node:stream';
import {wrapPlain} from './wrap.ts';

/** A conversation in lines of text: the tutor says something, the learner answers with a line. */
export type Talk = {
  /** Say one or more paragraphs, with an empty line after each. */
  readonly say: (...paragraphs: readonly string[]) => void;
  /** Ask for a line. @throws {Leave} when there is no more input. */
  readonly ask: (prompt: string) => Promise<string>;
  readonly close: () => void;
};

/** The learner wants to leave, or there is nobody left to answer. */
export class Leave extends Error {}

/** The learner wants to go one level back. */
export class GoBack extends Error {}

/** What a conversation runs over. */
export type TalkStreams = {
  readonly input: Readable;
  readonly output: Writable;
  /** Columns after which lines are broken; 0 leaves that to whoever shows or speaks them. */
  readonly width: number;
  /** The input is a keyboard, so what is typed can be edited. */
  readonly isTerminal: boolean;
};

/** Open a conversation over two streams: a terminal, a screen reader's line mode, or a pipe with the answers in it. */
export function openTalk({input, output, width, isTerminal}: TalkStreams): Talk {
  const reader = createInterface({input, output, terminal: isTerminal});
  // A pipe delivers its lines at once, before they are asked for.
  const lines: string[] = [];
  let isOver = false;
  let wake: () => void = () => {};
  reader.on('line', line => {
    lines.push(line);
    wake();
  });
  reader.on('close', () => {
    isOver = true;
    wake();
  });
  const say = (...paragraphs: readonly string[]) => {
    for (const paragraph of paragraphs.filter(text => text !== '')) output.write(`${wrapPlain(paragraph, width)}\n\n`);
  };
  const ask = async (prompt: string) => {
    reader.setPrompt(`${prompt} `);
    reader.prompt();
    while (lines.length === 0 && !isOver)
      await new Promise<void>(resolve => {
        wake = resolve;
      });
    const line = lines.shift();
    if (!isTerminal) output.write('\n');
    if (line === undefined) throw new Leave();
    return line.trim();
  };
  return {say, ask, close: () => reader.close()};
}
