import {readFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {resultsFor} from '../../src/app/sessions/quiz-session.ts';
import {parseProgress} from '../../src/tutor/progress/state.ts';
import {answerOnScreen, questionOnScreen} from '../helpers/answer-question.ts';
import {buildProgram} from '../helpers/built-program.ts';
import {rightAnswer} from '../helpers/right-answers.ts';
import {heardAs} from '../helpers/spoken.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';
import {startTmux, type Tmux} from '../helpers/tmux.ts';
import {testTutor} from '../helpers/tutor.ts';
import {miniLesson} from '../tutor/mini-course.ts';

const program = await buildProgram();
const lesson = miniLesson('scaling');
// Someone with an engine of their own, who so knows every answer.
const scholar = testTutor();
const tmuxNames: {readonly [key: string]: string} = {enter: 'Enter', space: 'Space', down: 'Down'};

let terminal: Tmux | undefined;
afterEach(() => terminal?.close());

/** A shell with a screen reader's variable; its window is so high that everything said can still be read on it. */
async function openShell(env: {readonly [name: string]: string} = {}) {
  const home = path.join(temporaryFolder(), 'home');
  const variables = {INK_SCREEN_READER: 'true', MLPT_HOME: home, ...env};
  const shell = await startTmux('sh', {columns: 100, rows: 400, env: variables});
  terminal = shell;
  let starts = 0;
  return {
    shell,
    home,
    start: async (words = '') => {
      starts += 1;
      await shell.type(`clear; '${process.execPath}' '${program.entry}' ${words}; echo start-${starts}-code-$?`);
      await shell.press('Enter');
    },
    ended: (code: number) => shell.waitFor(`start-${starts}-code-${code}`),
  };
}

/** What was said since a text was last said. */
async function since(shell: Tmux, text: string): Promise<string> {
  const all = await shell.waitFor(text);
  return all.slice(all.lastIndexOf(text));
}

async function readToEnd(shell: Tmux): Promise<void> {
  for (let keys = 0; ; keys++) {
    const before = await shell.text();
    if (before.includes('The end of the reading')) return;
    if (keys > 100) throw new Error(`the reading has no end:\n${before}`);
    const latest = before.split('\n').slice(-10).join(' ');
    if (latest.includes('Space marks')) await shell.press('Space');
    if (latest.includes('Your answer')) await shell.type('1');
    await shell.press('Enter');
    await new Promise(resolve => setTimeout(resolve, 150));
  }
}

async function takeQuiz(shell: Tmux): Promise<void> {
  for (let at = 1; at <= 5; at++) {
    await since(shell, `Question ${at} of 5`);
    await shell.waitFor(new RegExp(`Question ${at} of 5[\\s\\S]*\\n(?:Keys: .*(?:Enter|answer)|.*Your answer)`));
    const screen = {
      lines: () => heardAs(said.split('\n')),
      press: (...keys: readonly string[]) => shell.press(...keys.map(key => tmuxNames[key] ?? key)),
      type: (text: string) => shell.type(text),
    };
    const said = await since(shell, `Question ${at} of 5`);
    const question = questionOnScreen(screen, lesson.quiz.pool);
    const results = await resultsFor(scholar, {lesson: lesson.id, question});
    await answerOnScreen(screen, {question, results, answer: rightAnswer(question, results)});
    await shell.waitFor(new RegExp(`Question ${at} of 5[\\s\\S]*How sure are you of it`));
    await shell.press('Enter');
    await shell.waitFor(new RegExp(`Question ${at} of 5[\\s\\S]*\\nRight\\.`));
    await shell.press('Enter');
  }
  await shell.waitFor('Passed: ');
}

test('the first lesson, its lab and its quiz are done by what a screen reader hears', {timeout: 180_000}, async () => {
  const {shell, home, start, ended} = await openShell();
  await start();
  await shell.waitFor('What brings you here?');
  expect(await shell.modes()).toEqual({isAlternate: false, isCursorShown: true, wraps: true});
  await shell.press('1');
  await shell.waitFor('How shall the lessons speak?');
  await shell.press('1');
  await shell.waitFor('1 Begin with the first lesson');
  await shell.press('1');
  await shell.waitFor('Afterwards you can');
  await readToEnd(shell);
  await shell.press('1');
  await shell.waitFor('Predict: ');
  await shell.press('Enter');
  await shell.waitFor('You say: ');
  await shell.press('v');
  await shell.waitFor('Worked solution');
  await shell.press('Enter');
  await shell.waitFor(/Worked solution[\s\S]*Now: Run it/);
  await shell.press('r');
  await shell.waitFor('Goal reached');
  await shell.press('C-c');
  await ended(130);
  // The shell has its terminal again: what is typed is echoed, and a line is ended with Enter.
  await shell.type('echo us"a"ble');
  await shell.waitFor('echo us"a"ble');
  await shell.press('Enter');
  await shell.waitFor(/^usable$/m);

  await start(`quiz ${lesson.id}`);
  await shell.waitFor('1 Begin');
  await shell.press('1');
  await takeQuiz(shell);
  await shell.press('q');
  await shell.press('q');
  await ended(0);
  const kept = parseProgress(readFileSync(path.join(home, 'progress.json'), 'utf8'), 'progress.json').value!;
  expect(kept.tasks[lesson.lab!.tasks[0]!.id]?.passed).toBeTruthy();
  expect(kept.attempts.at(-1)?.answers.every(({correct}) => correct)).toBe(true);
});

test('a dumb terminal is spoken to as well, and numbered text goes before', {timeout: 90_000}, async () => {
  const {shell, start, ended} = await openShell({TERM: 'dumb'});
  await start();
  await shell.waitFor('What brings you here?');
  await shell.press('C-c');
  await ended(130);
  await start('--plain');
  await shell.waitFor('ML Pipeline Tutor, as text.');
  await shell.press('C-c');
});
