import type {Problem} from '../../errors.ts';
import type {Block} from '../parse/block.ts';
import {proseOf} from '../parse/block.ts';
import type {Course} from '../parse/course.ts';
import type {Page} from '../parse/lesson.ts';
import {countWords, readingGrade} from '../text/count.ts';
import {problem} from './rule.ts';
import {sectionsNamed} from './sections.ts';

/** The school grade that must be enough to read the quick depth. */
export const quickGrade = 9;
/** The most words a screen holds before the learner does something. */
export const wordsBeforeInteraction = 120;
const screensWithoutQuestion = 3;

/** The quick depth can be read with ease in grade nine. */
export function checkReadingEase(course: Course): readonly Problem[] {
  return sectionsNamed(course, 'quick').flatMap(section => {
    const grade = readingGrade(proseOf(section.pages.flatMap(page => page.blocks)));
    if (grade <= quickGrade) return [];
    const message = `The quick depth reads at school grade ${grade.toFixed(1)}, but must stay at ${quickGrade} or under.`;
    return [problem(section.at, message, 'Write shorter sentences and shorter words.')];
  });
}

/** No screen has more than 120 words before its first question; a turn of a dialogue is a screen of its own. */
export function checkScreenWords(course: Course): readonly Problem[] {
  return course.lessons
    .flatMap(lesson => lesson.sections)
    .flatMap(section =>
      section.pages.flatMap(page => (section.id === 'dialogue' ? turnStretches(page) : [untilAsk(page)])),
    )
    .filter(({words}) => words > wordsBeforeInteraction)
    .map(({words, line, file}) =>
      problem(
        {file, line},
        `This screen has ${words} words before the learner does anything.`,
        `Cut it to ${wordsBeforeInteraction}, ask a question earlier, or begin a new page with \`---\`.`,
      ),
    );
}

type Stretch = {readonly file: string; readonly line: number; readonly words: number};

function untilAsk({at, blocks}: Page): Stretch {
  const firstAsk = blocks.findIndex(block => block.kind === 'ask');
  return stretch(at.file!, at.line!, firstAsk < 0 ? blocks : blocks.slice(0, firstAsk));
}

function turnStretches({at, blocks}: Page): readonly Stretch[] {
  return blocks.map(block => stretch(at.file!, block.line, [block]));
}

function stretch(file: string, line: number, blocks: readonly Block[]): Stretch {
  return {file, line, words: countWords(proseOf(blocks))};
}

/** No more than three screens of a section follow one another without a question; a dialogue is checked by its asks. */
export function checkQuestionRhythm(course: Course): readonly Problem[] {
  return course.lessons.flatMap(lesson =>
    lesson.sections
      .filter(section => section.id !== 'dialogue')
      .flatMap(section => {
        let silent = 0;
        return section.pages.filter(page => {
          silent = page.blocks.some(block => block.kind === 'ask') ? 0 : silent + 1;
          return silent === screensWithoutQuestion + 1;
        });
      })
      .map(page =>
        problem(
          page.at,
          'This is the fourth screen in a row without a question.',
          'Ask the learner something before it.',
        ),
      ),
  );
}
