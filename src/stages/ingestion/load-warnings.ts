import type {DataProblem} from '../../data/data-problem.ts';
import type {Warning} from '../stage.ts';
import {count} from '../words.ts';

const rowsNamed = 3;
const problemsTold = 20;
const alikeTold = 2;

/** What went wrong while reading: `unit` is what its lines count, so that a person finds the place. */
export type Found = {
  readonly problems: readonly DataProblem[];
  readonly rejected: number;
  readonly unit: 'line' | 'item' | 'row';
};

/** The rows that were left out as one warning, and every other problem as one each. */
export function problemWarnings(found: Found): readonly Warning[] {
  const kept = found.problems.filter(problem => !problem.rejected);
  const told = foldAlike(kept, found.unit);
  return [
    ...(found.rejected > 0 ? [rejectedWarning(found)] : []),
    ...told.slice(0, problemsTold),
    ...restWarning(told.length),
  ];
}

/** Of problems that differ only in a value, the first two and how many more there are. */
function foldAlike(problems: readonly DataProblem[], unit: Found['unit']): readonly Warning[] {
  const kinds = new Map<string, DataProblem[]>();
  for (const problem of problems) {
    const kind = kindOf(problem);
    const alike = kinds.get(kind);
    if (alike) alike.push(problem);
    else kinds.set(kind, [problem]);
  }
  return [...kinds.values()].flatMap(alike => {
    // To say that there is one more takes as much room as to tell it.
    const shown = alike.length > alikeTold + 1 ? alike.slice(0, alikeTold) : alike;
    const warnings = shown.map(({line, message}) => ({
      code: 'data.problem',
      message,
      ...(line > 0 ? {at: `${unit} ${line}`} : {}),
    }));
    const more = alike.length - shown.length;
    const of = nameIn(alike[0]!) === '' ? '' : `${nameIn(alike[0]!)}: `;
    return more === 0 ? warnings : [...warnings, {code: 'data.problem', message: `${of}… and ${more} more like it.`}];
  });
}

/** The message without its values, apart from the column it begins with. */
function kindOf(problem: DataProblem): string {
  const name = nameIn(problem);
  return name + problem.message.slice(name.length).replace(/`[^`]*`|\d+/g, '');
}

function nameIn({message}: DataProblem): string {
  return /^`[^`]*`/.exec(message)?.[0] ?? '';
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
