import {inlineFigurePattern} from '../../tutor/figures/inline.ts';
import {namesOf, termFinder} from '../../tutor/glossary.ts';
import {inlinesOf} from '../../tutor/parse/block.ts';
import type {Course} from '../../tutor/parse/course.ts';
import type {Term} from '../../tutor/schema/course.ts';
import {foldText} from '../../tutor/text/fold.ts';

/** How a look into the glossary stands: what is searched for, and the entries opened one from the other. */
export type GlossaryState = {readonly text: string; readonly opened: readonly string[]};

/** What a learner can do in the glossary. */
export type GlossaryAction =
  | {readonly type: 'search'; readonly text: string}
  | {readonly type: 'open'; readonly term: string}
  /** Go back to the entry before, and from the first to the list. */
  | {readonly type: 'close'};

/** The glossary with nothing searched for, or open at a term. */
export function startGlossary(term?: string): GlossaryState {
  return {text: '', opened: term === undefined ? [] : [term]};
}

/** The glossary after something the learner did. */
export function reduceGlossary(state: GlossaryState, action: GlossaryAction): GlossaryState {
  switch (action.type) {
    case 'search':
      return {...state, text: action.text};
    case 'open':
      return state.opened.at(-1) === action.term ? state : {...state, opened: [...state.opened, action.term]};
    case 'close':
      return {...state, opened: state.opened.slice(0, -1)};
  }
}

/** Finds terms by the beginnings of words: in their names first, then in their meanings. Nothing written finds all. */
export type TermSearch = (text: string) => readonly Term[];

/** Prepare a glossary for searching. */
export function termSearch(glossary: readonly Term[]): TermSearch {
  const sorted = [...glossary].sort((a, b) => (foldText(a.term) < foldText(b.term) ? -1 : 1));
  const entries = sorted.map(term => ({term, names: namesOf(term), meaning: foldText(term.meaning)}));
  return text => {
    const wanted = foldText(text).trim();
    if (wanted === '') return sorted;
    const words = wanted.split(' ');
    const has = (where: string) => words.every(word => ` ${where}`.includes(` ${word}`));
    const rank = ({names, meaning}: (typeof entries)[number]) => {
      if (names.some(name => name.startsWith(wanted))) return 3;
      return names.some(has) ? 2 : has(meaning) ? 1 : 0;
    };
    return entries
      .map(entry => ({term: entry.term, rank: rank(entry)}))
      .filter(found => found.rank > 0)
      .sort((a, b) => b.rank - a.rank)
      .map(found => found.term);
  };
}

/** The lessons that use each term besides the one that explains it, by the id of the term. */
export function lessonsUsing(course: Course): ReadonlyMap<string, readonly string[]> {
  const find = termFinder(course.glossary);
  const uses = new Map<string, string[]>();
  for (const {id, sections} of course.lessons) {
    const blocks = sections.flatMap(section => section.pages.flatMap(page => page.blocks));
    const terms = inlinesOf(blocks).flatMap(({inline}) => (inline.kind === 'bold' ? (find(inline.text) ?? []) : []));
    for (const term of new Set(terms)) {
      if (term.introduced_in !== id) uses.set(term.id, [...(uses.get(term.id) ?? []), id]);
    }
  }
  return uses;
}

/** A term with the titles of what belongs to it. */
export type TermEntry = {readonly term: Term; readonly lesson: string; readonly related: readonly string[]};

/** The entry of a word by its name, one of its other names or its id. */
export function lookUp({glossary, lessons}: Course, name: string): TermEntry | undefined {
  const term = termFinder(glossary)(name) ?? glossary.find(({id}) => id === name);
  if (term === undefined) return undefined;
  const lesson = lessons.find(({id}) => id === term.introduced_in)?.title ?? term.introduced_in;
  return {term, lesson, related: term.see.flatMap(id => glossary.find(entry => entry.id === id)?.term ?? [])};
}

/** What a term means where no engine fills in its numbers. */
export function plainMeaning({meaning}: Term): string {
  return meaning.replace(inlineFigurePattern, '…');
}
