import {type PagePlace, pageNumbers, sectionsOnPath} from '../../../app/sessions/reading-path.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import {sectionTitles} from '../../../tutor/parse/sections.ts';
import type {Depth} from '../../../tutor/schema/progress.ts';
import {type Line, lineWidth, padLine} from '../../components/rich-text.ts';
import type {Glyphs} from '../../theme/glyphs.ts';

/** Where a page stands, in one line: its section and page at the left, its part of the lesson at the right. */
export function progressLine(
  lesson: Lesson,
  depth: Depth,
  place: PagePlace,
  width: number,
  glyphs: Glyphs,
  isComputing: boolean,
): Line {
  const {page, pages, part, parts} = pageNumbers(lesson, depth, place);
  const left: Line = [
    {text: sectionTitles[place.section], tone: 'heading'},
    {text: pages > 1 ? `, page ${page} of ${pages}` : '', tone: 'dim'},
  ];
  if (glyphs.isSpoken) return [...left, {text: `, part ${part} of ${parts}`}];
  const path = sectionsOnPath(lesson, depth).map((_, index) => (index + 1 <= part ? glyphs.chosen : glyphs.unchosen));
  const dots: Line = [
    {text: `part ${part} of ${parts} `, tone: 'dim'},
    {text: path.slice(0, part).join(''), tone: 'accent'},
    {text: path.slice(part).join(''), tone: 'dim'},
  ];
  // The text shows a sign where a number is to come; the word that explains it goes before the numbers of page and part.
  const computing: Line = [{text: `computing${glyphs.ellipsis}`, tone: 'dim'}];
  const choices = isComputing ? [[...computing, {text: '  '}, ...dots], computing] : [dots, dots.slice(0, 1)];
  const fitting = choices.find(line => lineWidth(left) + lineWidth(line) + 2 <= width) ?? [];
  if (isComputing && fitting.length === 0)
    return [...padLine(left.slice(0, 1), width - lineWidth(computing)), ...computing];
  return [...padLine(left, width - lineWidth(fitting)), ...fitting];
}
