import {appendFileSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {RunSummary} from '../app/runs-summary.ts';
import {type WriteFile, writeFileAtomic} from './atomic-write.ts';

/** One line for each run, so that a list of thousands need not open every record. */
export type RunIndex = {
  add(summary: RunSummary): void;
  /**
   * The summaries of exactly these runs. What the index lacks, because two programs wrote at once or one was killed,
   * is summed up from its record and put in.
   */
  of(runs: readonly string[], sumUp: (run: string) => RunSummary | undefined): readonly RunSummary[];
};

/** The index as `index.jsonl` in the folder of the records. It is only a shortcut: without it everything still works. */
export function runIndex(folder: string, write: WriteFile = writeFileAtomic): RunIndex {
  const file = path.join(folder, 'index.jsonl');
  // One run asks several times; an index that is the same text need not be read into lines again.
  let last = {text: '', lines: readLines('')};
  const linesNow = () => {
    const text = readText(file);
    if (text !== last.text) last = {text, lines: readLines(text)};
    return last.lines;
  };
  return {
    add(summary) {
      // The line break comes first, so that a line that was cut short spoils no other.
      quietly(() => appendFileSync(file, `\n${JSON.stringify(summary)}\n`));
    },
    of(runs, sumUp) {
      const known = linesNow();
      const found = runs.map(run => known.get(run) ?? sumUp(run)).filter(summary => summary !== undefined);
      const isExact = known.size === runs.length && runs.every(run => known.has(run));
      if (!isExact) quietly(() => write(file, found.map(summary => `${JSON.stringify(summary)}\n`).join('')));
      return found;
    },
  };
}

function readLines(text: string): ReadonlyMap<string, RunSummary> {
  const known = new Map<string, RunSummary>();
  for (const line of text.split('\n')) {
    const summary = line === '' ? undefined : parseLine(line);
    if (summary) known.set(summary.run, summary);
  }
  return known;
}

function parseLine(line: string): RunSummary | undefined {
  try {
    const summary = JSON.parse(line) as RunSummary;
    const isWhole = typeof summary.run === 'string' && typeof summary.name === 'string' && 'split' in summary;
    return isWhole ? summary : undefined;
  } catch {
    return undefined;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function quietly(write: () => void): void {
  try {
    write();
  } catch {
    // The next list is made from the records.
  }
}
