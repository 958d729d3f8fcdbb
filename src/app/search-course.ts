import {proseOf} from '../tutor/parse/block.ts';
import type {Course} from '../tutor/parse/course.ts';
import {type SectionId, sectionTitles} from '../tutor/parse/sections.ts';
import {foldText} from '../tutor/text/fold.ts';

/** Something in the course that was looked for. */
export type Found = {
  readonly title: string;
  /** What it is, or where it stands. */
  readonly note: string;
} & (
  | {readonly kind: 'lesson'; readonly lesson: string}
  | {readonly kind: 'term'; readonly term: string}
  | {readonly kind: 'page'; readonly lesson: string; readonly section: SectionId; readonly page: number}
);

/** Finds what a text says; best first. Every word of it has to occur, at least as the beginning of a word. */
export type CourseSearch = (text: string) => readonly Found[];

type Entry = {readonly found: Found; readonly name: string; readonly words: string};

const most = 40;

/** Prepare a course for searching its lessons, its glossary and its pages. */
export function courseSearch(course: Course): CourseSearch {
  const entries = [...lessonEntries(course), ...termEntries(course), ...pageEntries(course)];
  return text => {
    const wanted = foldText(text)
      .split(' ')
      .filter(word => word !== '');
    if (wanted.length === 0) return [];
    return entries
      .map(entry => ({entry, rank: rankOf(entry, wanted)}))
      .filter(({rank}) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, most)
      .map(({entry}) => entry.found);
  };
}

function rankOf({name, words}: Entry, wanted: readonly string[]): number {
  const all = ` ${name} ${words}`;
  if (!wanted.every(word => all.includes(` ${word}`))) return 0;
  if (name === wanted.join(' ')) return 4;
  if (name.startsWith(wanted.join(' '))) return 3;
  return wanted.every(word => ` ${name}`.includes(` ${word}`)) ? 2 : 1;
}

function lessonEntries({lessons}: Course): readonly Entry[] {
  return lessons.map(({id, title, summary, objectives, stage}) => ({
    found: {kind: 'lesson', lesson: id, title, note: 'lesson'},
    name: foldText(title),
    words: foldText([id, stage ?? '', summary, ...objectives.map(objective => objective.text)].join(' ')),
  }));
}

function termEntries({glossary}: Course): readonly Entry[] {
  return glossary.map(({id, term, also, meaning}) => ({
    found: {kind: 'term', term: id, title: term, note: 'glossary'},
    name: foldText(term),
    words: foldText([...also, meaning].join(' ')),
  }));
}

function pageEntries({lessons}: Course): readonly Entry[] {
  return lessons.flatMap(({id, title, sections}) =>
    sections.flatMap(({id: section, pages}) =>
      pages.map((page, index): Entry => {
        const number = pages.length > 1 ? `, page ${index + 1}` : '';
        const note = `${sectionTitles[section]}${number}`;
        // Only the title of the lesson is shown; a page is found by its text alone.
        return {
          found: {kind: 'page', lesson: id, section, page: index, title, note},
          name: '',
          words: foldText(proseOf(page.blocks)),
        };
      }),
    ),
  );
}
