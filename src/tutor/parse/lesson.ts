import type {Place, Problem} from '../../errors.ts';
import type {LessonHead} from '../schema/lesson.ts';
import {lessonSchema} from '../schema/lesson.ts';
import {suggestName} from '../text/nearest.ts';
import type {Block} from './block.ts';
import {readTurn} from './dialogue.ts';
import type {PlacedFigure} from './figures.ts';
import {figuresInText} from './figures.ts';
import type {Piece} from './markdown.ts';
import {parseMarkdown} from './markdown.ts';
import {type Section, type SectionId, sectionIds, sectionTitles} from './sections.ts';
import type {Reading, SourceFile} from './source.ts';
import {readYaml} from './yaml.ts';

export {findSection, type Page, type Section, type SectionId, sectionIds, sectionTitles} from './sections.ts';

/** What `lesson.md` holds. */
export type LessonText = LessonHead & {
  readonly sections: readonly Section[];
  readonly figures: readonly PlacedFigure[];
};

/** Read `lesson.md`: YAML between two lines of dashes, then Markdown in sections and pages. */
export function parseLessonText(source: SourceFile): Reading<LessonText> {
  const text = source.text.replace(/\r\n?/gu, '\n');
  const head = /^---\n(?<yaml>[\s\S]*?)\n---(?:\n|$)/u.exec(text);
  if (head === null) {
    const hint = 'Begin the file with `---`, then `id: …`, `title: …` and the rest, then `---`.';
    return {
      value: undefined,
      problems: [{message: 'The lesson has no front matter.', hint, at: {file: source.path, line: 1, column: 1}}],
    };
  }
  const front = readYaml({path: source.path, text: head.groups!.yaml!}, lessonSchema, 2);
  const firstLine = head[0].trimEnd().split('\n').length + 1;
  const body = text.slice(head[0].length);
  const figures = figuresInText(body, source.path, firstLine);
  const {pieces, problems: markdownProblems} = parseMarkdown(body, source.path, firstLine);
  const {sections, problems: sectionProblems} = cutSections(pieces, source.path);
  const value = front.value && {...front.value, sections, figures: figures.value};
  return {value, problems: [...front.problems, ...figures.problems, ...markdownProblems, ...sectionProblems]};
}

type Draft = {readonly id: SectionId | null; readonly at: Place; readonly pages: {at: Place; blocks: Block[]}[]};

function cutSections(
  pieces: readonly Piece[],
  file: string,
): {readonly sections: readonly Section[]; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  const drafts: Draft[] = [];
  for (const piece of pieces) {
    const at = {file, line: piece.line};
    const current = drafts.at(-1);
    if (piece.kind === 'section') {
      drafts.push({id: readSectionId(piece.title, at, drafts, problems), at, pages: [{at, blocks: []}]});
    } else if (current === undefined) {
      const hint = 'Begin with a heading such as `## Quick`.';
      problems.push({message: 'This text stands before the first section.', hint, at});
    } else if (piece.kind === 'page-break') current.pages.push({at, blocks: []});
    else current.pages.at(-1)!.blocks.push(current.id === 'dialogue' ? readTurn(piece) : piece);
  }
  const sections = drafts.flatMap(({id, at, pages}) =>
    id === null ? [] : [{id, at, pages: pages.filter(page => page.blocks.length > 0)}],
  );
  return {sections, problems};
}

/** The section under that heading, or null where there is none and its text has nowhere to go. */
function readSectionId(title: string, at: Place, drafts: readonly Draft[], problems: Problem[]): SectionId | null {
  const found = sectionIds.find(id => sectionTitles[id].toLowerCase() === title.trim().toLowerCase());
  if (found === undefined) {
    const hint = suggestName(title, Object.values(sectionTitles));
    problems.push({message: `“${title}” is not a section of a lesson.`, hint, at});
  } else if (drafts.some(draft => draft.id === found)) {
    problems.push({message: `The section “${title}” comes twice.`, hint: 'Join the two.', at});
  }
  return found ?? null;
}
