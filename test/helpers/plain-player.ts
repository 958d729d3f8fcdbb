import {writeFlow} from '../../src/app/lab/words.ts';
import {resultsFor} from '../../src/app/sessions/quiz-session.ts';
import type {Tutor} from '../../src/app/tutor.ts';
import {unmarked} from '../../src/plain/block-text.ts';
import {Leave, type Talk} from '../../src/plain/talk.ts';
import {fillFigures} from '../../src/tutor/figures/inline.ts';
import type {Json, Results} from '../../src/tutor/figures/result.ts';
import type {Lesson} from '../../src/tutor/parse/course.ts';
import type {Answer} from '../../src/tutor/quiz/answer.ts';
import {shuffleOptions, writtenItems} from '../../src/tutor/quiz/options.ts';
import type {Question} from '../../src/tutor/schema/quiz.ts';
import {rightAnswer} from './right-answers.ts';

/** Someone who knows the course by heart and plays a lesson by what is said and asked alone. */
export type Player = Talk & {readonly transcript: () => string};

type Known = {readonly question: Question; readonly results: Results};

/** Play one lesson: read on, solve each task with its worked solution, answer each question rightly, then leave. */
export async function playerOf(tutor: Tutor, lesson: Lesson): Promise<Player> {
  const known = await Promise.all(
    lesson.quiz.pool.map(async question => ({
      question,
      results: await resultsFor(tutor, {lesson: lesson.id, question}),
    })),
  );
  let said: string[] = [];
  const all: string[] = [];
  const settings: {toSet: readonly (readonly [string, Json])[]} = {toSet: []};
  let asked = 0;
  const ask = async (prompt: string) => {
    asked += 1;
    if (asked > 600) throw new Error(`The lesson ${lesson.id} does not end:\n${all.slice(-40).join('\n')}`);
    const heard = said.join('\n');
    const answer = reply(prompt, heard, {known, lesson, settings});
    all.push(`${prompt} ${answer ?? '(leaves)'}`);
    said = [];
    if (answer === null) throw new Leave();
    return answer;
  };
  const say = (...paragraphs: readonly string[]) => {
    said.push(...paragraphs);
    all.push(...paragraphs);
  };
  return {say, ask, close: () => {}, transcript: () => all.join('\n')};
}

type Mind = {
  readonly known: readonly Known[];
  readonly lesson: Lesson;
  readonly settings: {toSet: readonly (readonly [string, Json])[]};
};

function reply(prompt: string, heard: string, mind: Mind): string | null {
  const options = optionsIn(heard);
  const pick = (wanted: RegExp) => {
    const at = options.findIndex(option => wanted.test(option));
    return at < 0 ? undefined : String(at + 1);
  };
  const task = mind.lesson.lab?.tasks.find(({title}) => heard.includes(`: ${title}`));
  if (task) mind.settings.toSet = Object.entries(task.solution.set);
  if (prompt.startsWith('[')) return '';
  if (prompt.startsWith('Are you sure')) return 'y';
  if (prompt.startsWith('You expect')) return '1';
  if (prompt.startsWith('What now?')) {
    if (mind.settings.toSet.length > 0) return pick(/^Change a setting/)!;
    return pick(/^Go on to the next|^Finish the lab/) ?? '1';
  }
  const [next] = mind.settings.toSet;
  if (prompt.startsWith('Which setting?')) return pick(new RegExp(`^${next![0]}:`))!;
  if (prompt.startsWith('A value for')) {
    mind.settings.toSet = mind.settings.toSet.slice(1);
    const text = Array.isArray(next![1]) ? next![1].join(separatorIn(prompt)) : writeFlow(next![1]);
    const bare = String(next![1] ?? 'none');
    return options.length > 0
      ? (pick(new RegExp(`^${bare}(?: \\(|$)`)) ?? '1')
      : typeof next![1] === 'object'
        ? text
        : bare;
  }
  if (prompt.startsWith('What next?')) return pick(/^The lab/) ?? pick(/^The quiz/)!;
  if (prompt.startsWith('Your choice')) return null;
  return answerTo(prompt, heard, mind);
}

const separatorIn = (prompt: string) => (prompt.includes(';') ? '; ' : ', ');

function optionsIn(heard: string): readonly string[] {
  const lines = heard.split('\n').filter(line => /^\d+\. /.test(line));
  // Only the last list counts: text before it may hold one of its own.
  const start = lines.findLastIndex(line => line.startsWith('1. '));
  return lines.slice(Math.max(0, start)).map(line => line.replace(/^\d+\. /, ''));
}

function answerTo(prompt: string, heard: string, {known}: Mind): string {
  const found = known.find(({question, results}) => heard.includes(sayText(question.stem, results)));
  const paired = known.find(({question}) =>
    writtenItems(question).some(({text, target}) => target !== '' && prompt.includes(`"${unmarked(text)}"`)),
  );
  const asked = found ?? paired;
  // A question of the text, which costs nothing.
  if (asked === undefined || heard.includes('Question: ')) return '1';
  const answer = rightAnswer(asked.question, asked.results);
  return sayAnswer(answer, prompt, heard, asked);
}

const sayText = (text: string, results: Results) => unmarked(fillFigures(text, results));

let targets: readonly string[] = [];

function sayAnswer(answer: Answer, prompt: string, heard: string, {question, results}: Known): string {
  const options = optionsIn(heard);
  const {options: shown} = shuffleOptions(question, 'any');
  const numberOf = (id: string) => {
    const text = sayText(shown.find(option => option.id === id)!.text, results);
    return String(options.indexOf(text) + 1);
  };
  switch (answer.kind) {
    case 'options':
    case 'order':
      return answer.ids.map(numberOf).join(' ');
    case 'line':
      return String(answer.line);
    case 'typed':
      return answer.text;
    case 'pairs': {
      if (options.length > 0) targets = options;
      const item = writtenItems(question).find(({text}) => prompt.includes(`"${unmarked(text)}"`))!;
      return String(targets.indexOf(sayText(item.target, results)) + 1);
    }
  }
}
