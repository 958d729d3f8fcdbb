import type {Place, Problem} from '../../errors.ts';

/** A content file: its path from the course folder, with `/`, and its whole text. */
export type SourceFile = {readonly path: string; readonly text: string};

/** What was read, undefined where it could not be, and everything wrong with it. */
export type Reading<T> = {readonly value: T | undefined; readonly problems: readonly Problem[]};

/** Names or positions from the top of a file down to one value. */
export type ValuePath = readonly (string | number)[];

/** Finds where a value stands; `key` asks for one of its names, `offset` for a character inside its text. */
export type Locate = (path: ValuePath, part?: {readonly key?: string; readonly offset?: number}) => Place;

/** The line and column of a character in a text, both counted from 1. */
export function lineAndColumn(text: string, offset: number): {readonly line: number; readonly column: number} {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {line: before.split('\n').length, column: offset - lineStart + 1};
}
