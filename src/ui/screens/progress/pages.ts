import {type LessonReport, type ProgressReport, quizWords} from '../../../app/progress-report.ts';
import {countOf} from '../../../app/where-next.ts';
import {durationWords} from '../../../tutor/progress/certificate.ts';
import {cutLine, type Line, padLine, textWidth} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';

/** One page of the progress screen. */
export type ProgressPage = {
  readonly title: string;
  /** The title where there is little room. */
  readonly short: string;
  readonly lines: (report: ProgressReport, width: number, glyphs: Glyphs) => readonly Line[];
};

/** The pages, in order. */
export const progressPages: readonly ProgressPage[] = [
  {title: 'Lessons', short: 'Lessons', lines: lessonPage},
  {title: 'Objectives', short: 'Aims', lines: objectivePage},
  {title: 'Quizzes', short: 'Quizzes', lines: quizPage},
];

function lessonPage(report: ProgressReport, width: number, glyphs: Glyphs): readonly Line[] {
  const {finished, mastered, seconds, cards} = report;
  const wrap = (text: string) => wrapSpans([{text}], width, {glyphs: glyphs.set});
  return [
    ...wrap(
      `${finished.lessons} of ${countOf(finished.of, 'lesson')} finished, ${mastered.objectives} of ${countOf(mastered.of, 'objective')} mastered, ${durationWords(seconds)} spent.`,
    ),
    ...wrap(`Cards: ${cards.today} for today, ${cards.seen} seen of the ${cards.known} you have so far.`),
    ...byPart(report).flatMap(([part, lessons]) => [
      [],
      [{text: part, tone: 'heading' as const}],
      ...lessons.flatMap(lesson => lessonLines(lesson, width, glyphs)),
    ]),
  ];
}

function byPart({lessons}: ProgressReport): ReadonlyArray<readonly [string, readonly LessonReport[]]> {
  const parts = [...new Set(lessons.map(lesson => lesson.part))];
  return parts.map(part => [part, lessons.filter(lesson => lesson.part === part)] as const);
}

const barWidth = 10;

function lessonLines(lesson: LessonReport, width: number, glyphs: Glyphs): readonly Line[] {
  const {title, mastery, mark, skipped, seconds, tasks, quiz} = lesson;
  const facts = [
    skipped ? 'passed over' : mark,
    ...(tasks.total > 0 ? [`lab ${tasks.passed} of ${tasks.total}`] : []),
    ...(quiz === 'none' ? [] : [`quiz ${quiz}`]),
    ...(seconds > 0 ? [durationWords(seconds)] : []),
  ];
  const indent = width < 60 ? 2 : barWidth + 7;
  const told = cutLine([{text: facts.join(', '), tone: 'dim'}], width - indent, glyphs.ellipsis);
  return [shareLine(mastery, title, width, glyphs), [{text: ' '.repeat(indent)}, ...told]];
}

/** A bar, its share in numbers, and what it is about. */
function shareLine(share: number, text: string, width: number, glyphs: Glyphs): Line {
  const full = Math.round(share * barWidth);
  const percent = `${Math.round(100 * share)}`.padStart(4);
  const head: Line = [
    {text: glyphs.full.repeat(full), tone: 'data'},
    {text: glyphs.empty.repeat(barWidth - full), tone: 'frame'},
    {text: `${percent}%`.padEnd(7)},
  ];
  return [...head, ...cutLine([{text}], Math.max(1, width - barWidth - 7), glyphs.ellipsis)];
}

function objectivePage({lessons}: ProgressReport, width: number, glyphs: Glyphs): readonly Line[] {
  const indent = barWidth + 7;
  return lessons.flatMap(({title, objectives}, index) => [
    ...(index === 0 ? [] : [[]]),
    [{text: title, tone: 'heading' as const}],
    ...objectives.flatMap(({text, mastery}) => {
      const [head, ...rest] = wrapSpans([{text}], Math.max(10, width - indent), {glyphs: glyphs.set});
      const first = shareLine(mastery, '', width, glyphs);
      return [[...first, ...(head ?? [])], ...rest.map((line): Line => [{text: ' '.repeat(indent)}, ...line])];
    }),
  ]);
}

function quizPage({quizzes, calibration}: ProgressReport, width: number, glyphs: Glyphs): readonly Line[] {
  const wrap = (line: Line) => wrapSpans(line, width, {glyphs: glyphs.set, rest: [{text: '  '}]});
  const {sure, unsure, words} = calibration;
  const said = sure.answers + unsure.answers;
  const confidence: readonly Line[] =
    said === 0
      ? wrap([
          {
            text: 'Before each answer is judged you say whether you are sure. Here it will show how well the two agree.',
            tone: 'dim',
          },
        ])
      : [
          confidenceLine('Sure', sure, glyphs),
          confidenceLine('Not sure', unsure, glyphs),
          ...wrap([{text: words, tone: 'dim'}]),
        ];
  return [
    [{text: 'How well confidence fits', tone: 'heading'}],
    ...confidence,
    [],
    [{text: 'Every quiz, newest first', tone: 'heading'}],
    ...(quizzes.length === 0
      ? wrap([{text: 'No quiz yet. Each lesson ends with one.', tone: 'dim'}])
      : quizzes.flatMap(quiz => wrap([{text: quizWords(quiz)}]))),
  ];
}

function confidenceLine(
  word: string,
  {answers, right}: {readonly answers: number; readonly right: number},
  glyphs: Glyphs,
): Line {
  const share = answers === 0 ? 0 : right / answers;
  const full = Math.round(share * barWidth);
  const name = padLine([{text: word}], textWidth('Not sure') + 2);
  const bar: Line = [
    {text: glyphs.full.repeat(full), tone: 'data'},
    {text: glyphs.empty.repeat(barWidth - full), tone: 'frame'},
  ];
  return [...name, ...bar, {text: answers === 0 ? '  no answers' : `  ${right} of ${answers} right`}];
}
