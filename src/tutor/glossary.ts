import type {Term} from './schema/course.ts';
import {foldText} from './text/fold.ts';

/** Finds a term by its name or one of its other names; case, hyphens and a plural s do not count. */
export type TermFinder = (words: string) => Term | undefined;

/** Prepare a glossary for looking up the bold words of lessons. */
export function termFinder(glossary: readonly Term[]): TermFinder {
  const byName = new Map(glossary.flatMap(term => namesOf(term).map(name => [name, term] as const)));
  return words => {
    const name = foldText(words);
    return byName.get(name) ?? byName.get(singular(name));
  };
}

/** All names of a term in the form in which they are compared. */
export function namesOf(term: Term): readonly string[] {
  return [...new Set([term.term, ...term.also].map(foldText))];
}

function singular(name: string): string {
  return name.replace(/ies$/u, 'y').replace(/(?<=[^s])s$/u, '');
}
