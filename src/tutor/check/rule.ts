import type {Place, Problem} from '../../errors.ts';
import type {Course} from '../parse/course.ts';

/** A rule for content that needs no engine: its name, what it asks for, and the function that finds breaches. */
export type Rule = {
  readonly id: string;
  /** What the rule asks for, in one sentence. */
  readonly says: string;
  /** Where it comes from: a number of teaching-notes (d), or the curriculum. */
  readonly source: string;
  readonly check: (course: Course) => readonly Problem[];
};

/** Make a problem. */
export function problem(at: Place, message: string, hint: string): Problem {
  return {message, hint, at};
}

/** The values that occur more than once after their first time, in order. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter(item => {
    const isRepeated = seen.has(keyOf(item));
    seen.add(keyOf(item));
    return isRepeated;
  });
}
