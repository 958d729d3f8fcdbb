import {resultsFor} from '../../src/app/sessions/quiz-session.ts';
import type {Tutor} from '../../src/app/tutor.ts';
import {type Rating, ratings} from '../../src/tutor/schema/progress.ts';
import type {Question} from '../../src/tutor/schema/quiz.ts';
import {answerOnScreen, type Drivable, questionOnScreen} from './answer-question.ts';
import {directEngine} from './direct-engine.ts';
import {realCourse} from './real-course.ts';
import {rightAnswer, wrongAnswer} from './right-answers.ts';
import type {Tmux} from './tmux.ts';
import {testTutor} from './tutor.ts';

const tmuxNames: {readonly [key: string]: string} = {
  enter: 'Enter',
  space: 'Space',
  esc: 'Escape',
  tab: 'Tab',
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
};

/** Walks through the tutor in a real terminal as a learner does. The window must be at least 100 wide and 40 high. */
export type Journey = {
  /** Start the program in the shell and wait for its first line. */
  readonly start: (words?: string) => Promise<void>;
  /** Press keys one after another, without a look between them. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Answer the questions of the first start, and choose the item of that number at its end. */
  readonly welcome: (last?: '1' | '2' | '3') => Promise<void>;
  /** Press the one key that continues until the reading of the open lesson is at its end. */
  readonly readToEnd: () => Promise<void>;
  /** Take the open quiz from its first question to its result, answering rightly unless told. */
  readonly takeQuiz: (isRight?: (question: Question) => boolean) => Promise<void>;
  /** Do every task of the open lab by its worked solution. */
  readonly doLab: () => Promise<void>;
  /** Go through the open round of cards to its end; the first card is number 0. */
  readonly reviewCards: (rate: (index: number) => Rating) => Promise<void>;
  /** Wait for the shell, and for the exit code there. */
  readonly ended: (code: number) => Promise<string>;
};

/** Drive the program in a terminal; each step waits for the screen it leads to. */
export function journeyIn(terminal: Tmux): Journey {
  let shown: readonly string[] = [];
  let starts = 0;
  const look = async () => {
    const text = await terminal.text();
    shown = text.split('\n');
    return text;
  };
  const press = (...keys: readonly string[]) => terminal.press(...keys.map(key => tmuxNames[key] ?? key));
  const pressAndSee = async (key: string) => {
    const before = await look();
    await press(key);
    await terminal.waitForChange(before);
  };
  const screen: Drivable = {lines: () => shown, press, type: text => terminal.type(text)};
  const answer = async (isRight: (question: Question) => boolean) => {
    await terminal.waitForNo('The engine is computing the numbers');
    await look();
    const tutor = scholar();
    const items = tutor.course.lessons.flatMap(({id, quiz}) => quiz.pool.map(question => ({lesson: id, question})));
    const question = questionOnScreen(
      screen,
      items.map(item => item.question),
    );
    const results = await resultsFor(tutor, items.find(item => item.question === question)!);
    await answerOnScreen(screen, {
      question,
      results,
      answer: (isRight(question) ? rightAnswer : wrongAnswer)(question, results),
    });
  };
  return {
    press,
    async start(words = '') {
      starts += 1;
      await terminal.type(`clear; ml-pipeline-tutor ${words}; echo start-${starts}-code-$?`);
      await terminal.press('Enter');
      await terminal.waitFor(/^ ?ML Pipeline Tutor/u);
    },
    async welcome(last = '1') {
      await terminal.waitFor('What brings you here?');
      await press('1');
      await terminal.waitFor('How shall the lessons speak?');
      await press('1');
      await terminal.waitFor('placement quiz');
      await press(last);
      await terminal.waitForNo('placement quiz');
    },
    async readToEnd() {
      for (let keys = 0; !(await look()).includes('The end of the reading'); keys++) {
        if (keys > 300) throw new Error(`the reading has no end:\n${shown.join('\n')}`);
        await terminal.waitForNo('omputing');
        await look();
        // A question of several answers wants a mark, and one with a field wants words.
        if (shown.some(line => line.includes('Space marks'))) await pressAndSee('space');
        if (shown.some(line => line.includes('Your answer'))) await terminal.type('1');
        await pressAndSee('enter');
      }
    },
    async takeQuiz(isRight = () => true) {
      for (;;) {
        const at = /Question \d+ of \d+/.exec(await terminal.waitFor(/Question \d+ of \d+/))![0];
        await answer(isRight);
        await terminal.waitFor('How sure');
        await press('enter');
        await terminal.waitFor(/Right\.|Not this time\./);
        while ((await look()).includes(at)) await pressAndSee('enter');
        if (!/Question \d+ of \d+/.test(shown.join('\n'))) return;
      }
    },
    async doLab() {
      for (let at = 1; ; at++) {
        const [, count] = /Task \d+ of (\d+)/.exec(await terminal.waitFor(`Task ${at} of`))!;
        await press('enter');
        await terminal.waitFor('You say:');
        await press('v');
        await terminal.waitFor('Worked solution');
        await press('enter');
        await terminal.waitForNo('Worked solution');
        await press('r');
        await terminal.waitFor('Goal reached');
        if (at === Number(count)) return;
        await press('n');
      }
    },
    async reviewCards(rate) {
      for (let index = 0; ; index++) {
        await terminal.waitFor(/Enter show the answer|gone through/);
        if ((await look()).includes('gone through')) return;
        await press('enter');
        await terminal.waitFor('How well did you know it?');
        await press(String(ratings.indexOf(rate(index)) + 1));
        await terminal.waitForNo('How well did you know it?');
      }
    },
    async ended(code) {
      return terminal.waitFor(new RegExp(`start-${starts}-code-${code}(?!\\d)`));
    },
  };
}

let tutor: Tutor | undefined;

/** Someone who has the whole course and an engine of their own, and so knows every answer. */
function scholar(): Tutor {
  tutor ??= testTutor({course: realCourse(), engine: directEngine()});
  return tutor;
}
