import type {Block} from '../../tutor/parse/block.ts';
import {plainInlines, proseOf} from '../../tutor/parse/block.ts';
import type {Lesson} from '../../tutor/parse/course.ts';
import {findSection, type Page, type SectionId} from '../../tutor/parse/sections.ts';
import {readingPath} from '../../tutor/progress/status.ts';
import {type Depth, depths} from '../../tutor/schema/progress.ts';
import {countWords} from '../../tutor/text/count.ts';

/** One page of a lesson and where it stands. */
export type PagePlace = {readonly section: SectionId; readonly page: number};

/** What comes after the sections that count as reading: short, and never asked for. */
const epilogue: readonly SectionId[] = ['memory-aids', 'at-work', 'further-reading'];

/** The depth to read at: the one wished for, or the nearest that the lesson has. */
export function depthOf(lesson: Lesson, wish: Depth): Depth {
  const at = depths.indexOf(wish);
  const written = depths.filter(depth => findSection(lesson, depth) !== undefined);
  const distance = (depth: Depth) => Math.abs(depths.indexOf(depth) - at);
  return [...written].sort((a, b) => distance(a) - distance(b))[0] ?? wish;
}

/** The sections of a lesson in the order they are read: one depth, then what everyone reads, then what stands at its end. */
export function sectionsOnPath(lesson: Lesson, wish: Depth): readonly SectionId[] {
  const path: readonly SectionId[] = [depthOf(lesson, wish), ...readingPath, ...epilogue];
  return path.filter(section => (findSection(lesson, section)?.pages.length ?? 0) > 0);
}

/** Every page of a lesson in the order it is read. */
export function pagesOnPath(lesson: Lesson, wish: Depth): readonly PagePlace[] {
  return sectionsOnPath(lesson, wish).flatMap(section =>
    findSection(lesson, section)!.pages.map((_, page) => ({section, page})),
  );
}

/** The page at a place. */
export function pageAt(lesson: Lesson, {section, page}: PagePlace): Page | undefined {
  return findSection(lesson, section)?.pages[page];
}

// A quiet reader's speed, and the time to think about a question in the text or to look at a picture.
const wordsPerMinute = 170;
const minutesPerStop = 0.5;

/** How long pages take to read, in minutes, at least one. */
export function readingMinutes(lesson: Lesson, places: readonly PagePlace[]): number {
  const minutes = places
    .flatMap(place => pageAt(lesson, place)?.blocks ?? [])
    .reduce((sum, block) => sum + minutesOf(block), 0);
  return Math.max(1, Math.round(minutes));
}

/** How long the text of one depth takes, in minutes; of the standard one as its lesson says it. */
export function depthMinutes(lesson: Lesson, depth: Depth): number {
  if (depth === 'standard') return lesson.minutes;
  return readingMinutes(
    lesson,
    pagesOnPath(lesson, depth).filter(({section}) => section === depth),
  );
}

function minutesOf(block: Block): number {
  if (block.kind === 'ask') return minutesPerStop + countWords(plainInlines(block.ask.afterwards)) / wordsPerMinute;
  if (block.kind === 'figure' || block.kind === 'table' || block.kind === 'code') return minutesPerStop;
  return countWords(proseOf([block])) / wordsPerMinute;
}

/** Where a page stands: in its section, and its section among those of the lesson. */
export type PageNumbers = {
  readonly section: SectionId;
  readonly page: number;
  readonly pages: number;
  readonly part: number;
  readonly parts: number;
};

/** Count a page, from 1. */
export function pageNumbers(lesson: Lesson, depth: Depth, stop: PagePlace): PageNumbers {
  const parts = sectionsOnPath(lesson, depth);
  const pages = lesson.sections.find(section => section.id === stop.section)?.pages.length ?? 0;
  return {
    section: stop.section,
    page: stop.page + 1,
    pages,
    part: parts.indexOf(stop.section) + 1,
    parts: parts.length,
  };
}
