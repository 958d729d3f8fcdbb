import type {DataProblem} from '../../data/data-problem.ts';
import type {Warning} from '../stage.ts';
import {count} from '../words.ts';

const rowsNamed = 3;
const problemsTold = 20;

/** What went wrong while reading: `unit` is what its lines count, so that a person finds the place. */
export type Found = {
  readonly problems: readonly DataProblem[];
  readonly rejected: number;
  readonly unit: 'line' | 'item' | 'row';
};

/** The rows that were left out as one warning, and every other problem as one each. */
export function problemWarnings(found: Found): readonly Warning[] {
  const kept = found.problems.filter(problem => !problem.rejected);
  const told = kept.slice(0, problemsTold).map(({line, message}) => ({
    code: 'data.problem',
    message,
    ...(line > 0 ? {at: `${found.unit} ${line}`} : {}),
  }));
  return [...(found.rejected > 0 ? [rejectedWarning(found)] : []), ...told, ...restWarning(kept.length)];
}

function rejectedWarning({problems, rejected, unit}: Found): Warning {
  const named = problems.filter(problem => problem.rejected).slice(0, rowsNamed);
  const list = named.map(({line, message}) => `${unit} ${line} (${message.replace(/\.$/, '')})`).join(', ');
  const more = rejected > named.length ? ` and ${rejected - named.length} more` : '';
  return {
    code: 'data.rejected_rows',
    message: `${count(rejected, 'row')} could not be read and ${rejected === 1 ? 'was' : 'were'} left out: ${list}${more}.`,
    at: `${unit} ${named[0]?.line ?? 1}`,
  };
}

function restWarning(problems: number): readonly Warning[] {
  if (problems <= problemsTold) return [];
  return [{code: 'data.problem', message: `${count(problems - problemsTold, 'more problem')} like these were found.`}];
}
