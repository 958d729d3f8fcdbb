import {Lexer} from 'yaml';
import {KnownError} from '../../errors.ts';

/** A pipeline file of somebody: its name, for messages, and what it says. */
export type PipelineText = {readonly name: string; readonly text: string};

/** What people wrote beside and above their settings, by line from 1. */
export type Remarks = {
  /** Why the setting on a line is what it is: the comment on its line, else the lines of comment just above. */
  readonly reasonAt: (line: number) => string | null;
};

type Remark = {readonly text: string; readonly isAlone: boolean};

/** A pipeline file is a page; what is larger or deeper than these was not written by a person. */
export const mostTextBytes = 256 * 1024;
const deepest = 32;
const widestIndent = 100;

/** The lexer marks what it says about the text, as against what it took from it, by these. */
const marks: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001F']);

/**
 * Read a pipeline file's comments, and refuse one that might exhaust whoever parses it. The lexer does not call itself,
 * so that it can look at anything safely.
 *
 * @throws {KnownError} `too_large`, or `bad_pipeline` for anchors and for nesting that no pipeline has.
 */
export function scanText({name, text}: PipelineText): Remarks {
  if (text.length > mostTextBytes) throw tooLarge(name);
  const remarks = new Map<number, Remark>();
  const depth = new Depth(name);
  let [line, lineStart, offset] = [1, 0, 0];
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (marks.has(token)) {
      isScalar = token === '\u001F';
      continue;
    }
    if (!isScalar) {
      const before = text.slice(lineStart, offset);
      if (token.startsWith('#')) remarks.set(line, {text: wordsOf(token), isAlone: before.trim() === ''});
      else depth.take(token, line, before);
    }
    isScalar = false;
    offset += token.length;
    const breaks = token.split('\n').length - 1;
    if (breaks > 0) {
      line += breaks;
      lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    }
  }
  return {reasonAt: at => reasonAt(remarks, at)};
}

function reasonAt(remarks: ReadonlyMap<number, Remark>, line: number): string | null {
  const beside = remarks.get(line);
  if (beside) return beside.text;
  const above: string[] = [];
  for (let at = line - 1; remarks.get(at)?.isAlone; at--) above.unshift(remarks.get(at)!.text);
  return above.length === 0 ? null : above.join(' ');
}

function wordsOf(comment: string): string {
  return comment.replace(/^#+\s*/, '').trim();
}

/** Follows how deep brackets, list marks and indentation go. */
class Depth {
  readonly #file: string;
  #brackets = 0;
  #marks = 0;
  #line = 0;

  constructor(file: string) {
    this.#file = file;
  }

  take(token: string, line: number, before: string): void {
    if (line !== this.#line) this.#marks = 0;
    this.#line = line;
    if (token === '[' || token === '{') this.#brackets += 1;
    if (token === ']' || token === '}') this.#brackets -= 1;
    if (this.#brackets === 0 && ['-', '?', ':'].includes(token)) this.#marks += 1;
    const indent = before.length - before.trimStart().length;
    if (Math.max(this.#brackets, this.#marks) > deepest || indent > widestIndent)
      throw this.#refuse('It is nested deeper than any pipeline is.', line);
    if (/^[&*]/.test(token))
      throw this.#refuse(`\`${token}\` is an anchor or an alias, and merging goes by setting.`, line);
  }

  #refuse(message: string, line: number): KnownError {
    return new KnownError('bad_pipeline', `${this.#file} cannot be merged. ${message}`, {
      hint: 'Write every setting out, as `block: {setting: value}`.',
      at: {file: this.#file, line},
    });
  }
}

function tooLarge(name: string): KnownError {
  const kilobytes = mostTextBytes / 1024;
  return new KnownError('too_large', `${name} has more than ${kilobytes} KB, which no pipeline file has.`, {
    hint: 'Name a pipeline file; data is not merged.',
    at: {file: name},
  });
}
