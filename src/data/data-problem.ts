import type {Place} from '../errors.ts';

/** Something wrong in the data itself, tied to the line it was found on. */
export type DataProblem = {
  /** The line of the file, or the item of a JSON list, counted from 1; 0 means the file as a whole. */
  readonly line: number;
  /** The row as it was written, shortened for a screen. */
  readonly row: string;
  /** What is wrong, in words for a learner. */
  readonly message: string;
  /** Whether the row was left out of the table because of it. */
  readonly rejected: boolean;
};

/** A list of problems that stays short however broken a file is: everything is counted, the first are kept. */
export type ProblemList = {
  add(problem: DataProblem): void;
  /** The problems kept, and one last line that counts the others. */
  list(): readonly DataProblem[];
  /** The number of rows that were left out. */
  rejected(): number;
};

const listedAtMost = 1000;
const rowTextAtMost = 160;

/** Open an empty list of problems. */
export function collectProblems(): ProblemList {
  const kept: DataProblem[] = [];
  let unlisted = 0;
  let rejected = 0;
  return {
    add(problem) {
      if (problem.rejected) rejected += 1;
      if (kept.length < listedAtMost) kept.push({...problem, row: shortenRow(problem.row)});
      else unlisted += 1;
    },
    list() {
      if (unlisted === 0) return kept;
      const message = `${unlisted} more problems like these are counted but not listed.`;
      return [...kept, {line: 0, row: '', message, rejected: false}];
    },
    rejected: () => rejected,
  };
}

/** Where a problem is, in a file by its line and in a list by its row. */
export function placeOf(unit: 'line' | 'item' | 'row', line: number): Place {
  return unit === 'line' ? {line} : {row: line};
}

/** Cut the text of a row to what fits a screen. */
export function shortenRow(text: string): string {
  return text.length <= rowTextAtMost ? text : `${text.slice(0, rowTextAtMost)}…`;
}
