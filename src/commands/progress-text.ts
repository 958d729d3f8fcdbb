import {type ProgressReport, quizWords} from '../app/progress-report.ts';
import {durationWords} from '../tutor/progress/certificate.ts';
import type {CommandContext} from './command.ts';
import {formatColumns} from './text-table.ts';

/** How far a learner is, as text. */
export function formatReport(report: ProgressReport, {width}: Pick<CommandContext, 'width'>): string {
  const {finished, mastered, seconds, lessons, quizzes, calibration, cards} = report;
  const rows = lessons.map(({lesson, mark, mastery, tasks, quiz, seconds: spent, title}) => [
    lesson,
    `${Math.round(100 * mastery)}%`,
    mark,
    `${tasks.passed} of ${tasks.total}`,
    quiz,
    durationWords(spent),
    title,
  ]);
  const align = ['left', 'right', 'left', 'right', 'left', 'right', 'left'] as const;
  return [
    `${finished.lessons} of ${finished.of} lessons finished, ${mastered.objectives} of ${mastered.of} objectives mastered, ${durationWords(seconds)} spent.`,
    `Cards: ${cards.today} for today, ${cards.seen} seen of ${cards.known}.`,
    '',
    formatColumns(['lesson', 'mastery', '', 'lab tasks', 'quiz', 'time', 'title'], rows, width, align),
    ...(quizzes.length === 0 ? [] : ['', 'Quizzes, newest first', ...quizzes.slice(0, 10).map(quizWords)]),
    ...(calibration.sure.answers + calibration.unsure.answers === 0 ? [] : ['', calibration.words]),
  ].join('\n');
}
