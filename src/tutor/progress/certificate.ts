import type {Course} from '../parse/course.ts';
import {attemptResult, calibrate} from '../quiz/attempt.ts';
import type {Progress} from '../schema/progress.ts';
import {lessonMark, lessonMastery, secondsSpent} from './mastery.ts';
import {hasPassedQuiz} from './status.ts';

/** Write what a learner has mastered as a Markdown page they can keep; `name` may be empty. */
export function certificate(course: Course, progress: Progress, name: string, now: Date): string {
  const lines = [
    `# ${course.title}: what ${name.trim() === '' ? 'I' : oneLine(name)} learned`,
    '',
    `Written on ${now.toISOString().slice(0, 10)}. Time spent: ${durationWords(secondsSpent(progress))}.`,
    '',
    ...course.parts.flatMap(part => partLines(course, part, progress)),
    ...finalLines(progress),
    ...noteLines(course, progress),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function partLines(course: Course, part: Course['parts'][number], progress: Progress): readonly string[] {
  const rows = course.lessons
    .filter(lesson => lesson.part === part.id)
    .map(lesson => {
      const tasks = lesson.lab?.tasks ?? [];
      const passed = tasks.filter(task => progress.tasks[task.id]?.passed !== undefined).length;
      const quiz = hasPassedQuiz(lesson, progress) ? 'passed' : 'open';
      const mastery = `${Math.round(100 * lessonMastery(lesson, progress))}% (${lessonMark(lesson, progress)})`;
      return `| ${cell(lesson.title)} | ${mastery} | ${passed} of ${tasks.length} | ${quiz} |`;
    });
  return [`## ${part.title}`, '', '| Lesson | Mastery | Lab tasks | Quiz |', '| --- | --- | --- | --- |', ...rows, ''];
}

function finalLines(progress: Progress): readonly string[] {
  const finals = progress.attempts.filter(attempt => attempt.kind === 'final').map(attempt => attemptResult(attempt));
  const best = finals.filter(result => result.finished).sort((a, b) => b.firstShare - a.firstShare)[0];
  const answers = progress.attempts.flatMap(attempt => attempt.answers);
  const final = best === undefined ? [] : [`Final test: ${Math.round(100 * best.firstShare)}% at the first try.`, ''];
  return answers.length === 0 ? final : [...final, `Confidence. ${calibrate(answers).words}`, ''];
}

function noteLines(course: Course, progress: Progress): readonly string[] {
  const notes = course.lessons.flatMap(({id, title}) => {
    const note = progress.notes[id];
    return note === undefined ? [] : [`**${title}.** ${oneLine(note)}`, ''];
  });
  return notes.length === 0 ? [] : ['## In my own words', '', ...notes];
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function cell(text: string): string {
  return oneLine(text).replaceAll('|', '\\|');
}

/** A stretch of time in words: `3 h 20 min`. */
export function durationWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
