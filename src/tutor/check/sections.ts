import type {Problem} from '../../errors.ts';
import {inlinesOf, proseOf} from '../parse/block.ts';
import type {Course, Lesson} from '../parse/course.ts';
import type {Section, SectionId} from '../parse/lesson.ts';
import {findSection, sectionIds, sectionTitles} from '../parse/lesson.ts';
import {problem} from './rule.ts';

/** Each lesson has every section, and none is empty. */
export function checkSectionsPresent(course: Course): readonly Problem[] {
  return course.lessons.flatMap(lesson =>
    sectionIds
      .filter(id => (findSection(lesson, id)?.pages.length ?? 0) === 0)
      .map(id =>
        problem(
          findSection(lesson, id)?.at ?? lesson.at,
          `The lesson has no text under “${sectionTitles[id]}”.`,
          `Write \`## ${sectionTitles[id]}\` and what belongs there.`,
        ),
      ),
  );
}

/** Each dialogue has a teacher and two students, and stops at least twice to ask the learner first. */
export function checkDialogue(course: Course): readonly Problem[] {
  return sectionsNamed(course, 'dialogue').flatMap(section => {
    const blocks = section.pages.flatMap(page => page.blocks);
    const turns = blocks.flatMap(block => (block.kind === 'turn' ? [block] : []));
    const asks = blocks.filter(block => block.kind === 'ask').length;
    const speakers = new Set(turns.map(turn => turn.speaker));
    const hasTeacher = turns.some(turn => turn.role === 'teacher');
    return [
      ...(asks >= 2
        ? []
        : [problem(section.at, `The dialogue asks the learner ${asks} times.`, 'Ask at least twice.')]),
      ...(speakers.size >= 3 && hasTeacher
        ? []
        : [
            problem(
              section.at,
              'The dialogue needs a teacher and two students.',
              'Write `**Mara (teacher):** …` once.',
            ),
          ]),
    ];
  });
}

/** Each analogy ends by saying where the picture stops being true. */
export function checkAnalogyLimit(course: Course): readonly Problem[] {
  return sectionsNamed(course, 'analogy').flatMap(section => {
    const last = section.pages.at(-1)?.blocks.at(-1);
    const isLimit = last !== undefined && /^Where the picture stops:/u.test(proseOf([last]));
    const hint = 'End with a paragraph that begins “Where the picture stops:”.';
    return isLimit ? [] : [problem(section.at, 'The analogy does not say where it stops being true.', hint)];
  });
}

/** Each worked example, and each mistake made on purpose, shows numbers that the engine computes. */
export function checkComputedNumbers(course: Course): readonly Problem[] {
  const sections = [...sectionsNamed(course, 'worked-example'), ...sectionsNamed(course, 'break-it')];
  return sections.flatMap(section => {
    const blocks = section.pages.flatMap(page => page.blocks);
    const isComputed =
      blocks.some(block => block.kind === 'figure') || inlinesOf(blocks).some(({inline}) => inline.kind === 'figure');
    const message = `“${sectionTitles[section.id]}” shows no number computed by the engine.`;
    return isComputed
      ? []
      : [problem(section.at, message, 'Name a run in the front matter and show its figures with `{{…}}`.')];
  });
}

/** The further reading of each lesson holds a link. */
export function checkFurtherReading(course: Course): readonly Problem[] {
  return sectionsNamed(course, 'further-reading').flatMap(section => {
    const inlines = inlinesOf(section.pages.flatMap(page => page.blocks));
    const hasLink = inlines.some(({inline}) => inline.kind === 'link' && /^https:/u.test(inline.href));
    return hasLink ? [] : [problem(section.at, 'The further reading holds no link.', 'Link official documentation.')];
  });
}

/** The sections of that name in all lessons. */
export function sectionsNamed(course: {readonly lessons: readonly Lesson[]}, id: SectionId): readonly Section[] {
  return course.lessons.flatMap(lesson => findSection(lesson, id) ?? []);
}
