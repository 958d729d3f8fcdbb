import type {Problem} from '../../errors.ts';
import {termFinder} from '../glossary.ts';
import {inlinesOf} from '../parse/block.ts';
import type {Course, Lesson} from '../parse/course.ts';
import {suggestName} from '../text/nearest.ts';
import {problem} from './rule.ts';

type BoldWords = {readonly words: string; readonly file: string; readonly line: number};

/** The bold words of a lesson that should be terms; a label ends in a colon and is none. */
function boldWords({sections}: Lesson): readonly BoldWords[] {
  return sections.flatMap(section =>
    section.pages.flatMap(page =>
      inlinesOf(page.blocks).flatMap(({line, inline}) =>
        inline.kind === 'bold' && !inline.text.endsWith(':') ? [{words: inline.text, file: page.at.file!, line}] : [],
      ),
    ),
  );
}

/** Every bold word of a lesson has a glossary entry. */
export function checkTermsDefined(course: Course): readonly Problem[] {
  const find = termFinder(course.glossary);
  const names = course.glossary.flatMap(term => [term.term, ...term.also]);
  return course.lessons.flatMap(boldWords).flatMap(({words, file, line}) => {
    if (find(words) !== undefined) return [];
    return [problem({file, line}, `“${words}” is bold but not in the glossary.`, suggestName(words, names))];
  });
}

/** Every glossary entry stands in bold in the lesson that introduces it. */
export function checkTermsUsed(course: Course): readonly Problem[] {
  const find = termFinder(course.glossary);
  const used = new Map(
    course.lessons.map(lesson => [lesson.id, new Set(boldWords(lesson).map(({words}) => find(words)))]),
  );
  return course.glossary.flatMap(term => {
    const lesson = used.get(term.introduced_in);
    if (lesson === undefined || lesson.has(term)) return [];
    const hint = `Write \`**${term.term}**\` where ${term.introduced_in} explains it.`;
    return [problem(term.at, `The lesson ${term.introduced_in} never shows “${term.term}” in bold.`, hint)];
  });
}

/** No lesson uses a term, in bold, before the lesson that introduces it. */
export function checkTermsIntroduced(course: Course): readonly Problem[] {
  const find = termFinder(course.glossary);
  const position = new Map(course.lessons.map((lesson, index) => [lesson.id, index]));
  return course.lessons.flatMap((lesson, index) =>
    boldWords(lesson).flatMap(({words, file, line}) => {
      const introducedIn = find(words)?.introduced_in;
      if (introducedIn === undefined || (position.get(introducedIn) ?? 0) <= index) return [];
      const hint = 'Explain it here and change `introduced_in`, or say it in other words.';
      return [problem({file, line}, `“${words}” is used before ${introducedIn} introduces it.`, hint)];
    }),
  );
}
