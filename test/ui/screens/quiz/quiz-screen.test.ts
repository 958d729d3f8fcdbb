import {expect, test} from 'vitest';
import type {EngineClient} from '../../../../src/app/actions.ts';
import {resultsFor} from '../../../../src/app/sessions/quiz-session.ts';
import {writtenOptions} from '../../../../src/tutor/quiz/options.ts';
import type {Progress} from '../../../../src/tutor/schema/progress.ts';
import {answerOnScreen, questionOnScreen} from '../../../helpers/answer-question.ts';
import {type MountedTutor, mountTutor} from '../../../helpers/mount-tutor.ts';
import {rightAnswer, wrongAnswer} from '../../../helpers/right-answers.ts';
import {localEngine, progressAfter, silentEngine, testTutor} from '../../../helpers/tutor.ts';
import {miniCourse, miniLesson} from '../../../tutor/mini-course.ts';

const route = {screen: 'quiz', lesson: 'scaling'} as const;
const window = {columns: 100, rows: 40};

/** Progress with a quiz of these questions that was begun and left. */
function begun(...questions: readonly string[]): Progress {
  const attempt = {
    id: 'scaling-open',
    kind: 'lesson',
    lesson: 'scaling',
    started: '2026-03-01T09:00:00.000Z',
    questions,
    answers: [],
  } as const;
  return progressAfter({type: 'quiz_started', attempt});
}

// Someone with an engine of their own, who so knows every answer.
const scholar = testTutor();

async function answer(app: MountedTutor, isRight: boolean): Promise<void> {
  const question = questionOnScreen(app, miniLesson('scaling').quiz.pool);
  const results = await resultsFor(scholar, {lesson: 'scaling', question});
  await answerOnScreen(app, {question, results, answer: (isRight ? rightAnswer : wrongAnswer)(question, results)});
  expect(app.text()).toContain('How sure');
}

async function openQuiz(...questions: readonly string[]): Promise<MountedTutor> {
  const app = await mountTutor({...window, route, progress: begun(...questions)});
  await app.press('enter');
  return app;
}

test('a quiz says what it is, asks, wants to know how sure one is, and gives every reason', async () => {
  const app = await mountTutor({...window, route});
  expect(app.text()).toContain('5 questions, passed with 80%.');
  await app.press('enter');
  await app.waitFor('Question 1 of 5');
  await answer(app, false);
  expect(app.text()).not.toContain('comes back as a card');
  await app.press('enter');
  await app.waitFor('Not this time.');
  expect(app.text()).toContain('Your answer –');
  expect(app.text()).toContain('It comes back as a card.');
  await app.press('enter');
  expect(app.text()).toContain('Question 2 of 5');
  await app.unmount();
});

test('a line at fault is named with its own words, for the file may be out of sight by then', async () => {
  const app = await openQuiz('find-the-leak');
  await answer(app, false);
  await app.press('s');
  await app.waitFor('Not this time.');
  expect(app.text()).toMatch(/Right – Line 5: `?traps: \[fit_before_split\]/);
  await app.unmount();
});

const everyType = miniLesson('scaling').quiz.pool.map(question => question.id);

test.each([
  [true, 'Right.'],
  [false, 'Not this time.'],
])('every type of question can be answered by its keys (rightly: %s)', async (isRight, verdict) => {
  const app = await openQuiz(...everyType);
  for (const [index] of everyType.entries()) {
    await app.waitFor(`Question ${index + 1} of ${everyType.length}`);
    await answer(app, isRight);
    await app.press('enter');
    await app.waitFor(verdict);
    await app.press('enter');
    while (app.lines().at(-1)!.includes('read on')) await app.press('enter');
  }
  await app.waitFor(isRight ? 'Passed' : 'Not passed yet');
  expect(app.text()).toContain(isRight ? '11 of 11 right, 100%.' : '0 of 11 right, 0%.');
  await app.unmount();
});

test('what was missed is asked again alone, and passing then leads on', async () => {
  const app = await openQuiz('why-scale', 'scaler-rows');
  for (const isRight of [true, false]) {
    await answer(app, isRight);
    await app.press('s');
    await app.waitFor(isRight ? 'Right.' : 'Not this time.');
    await app.press('enter');
  }
  expect(app.text()).toContain('1 of 2 right, 50%.');
  expect(app.text()).toContain('❯ 1 Try the 1 missed question again');
  await app.press('enter');
  // The mark of the first try is not the mark of this one.
  expect(app.text()).toMatch(/Question 1 of 1, again +○/);
  await answer(app, true);
  await app.press('n');
  await app.waitFor('You were not sure, so it comes back as a card.');
  await app.press('enter');
  expect(app.text()).toContain('2 of 2 right, 100%. At the first try 50%.');
  expect(app.text()).toContain('❯ 1 Next: ');
  await app.unmount();
});

test('a quiz that is left is taken up at its next question, and what was answered is kept', async () => {
  const tutor = testTutor({progress: begun('why-scale', 'scaler-rows', 'name-the-part')});
  const app = await mountTutor({...window, route, tutor});
  await app.press('enter');
  await answer(app, true);
  await app.press('enter');
  await app.waitFor('Right.');
  await app.press('q');
  expect(app.lines()[0]).not.toContain('Quiz');
  await app.unmount();
  const again = await mountTutor({...window, route, tutor});
  expect(again.text()).toContain('❯ 1 Go on where you stopped: 2 questions left');
  await again.press('enter');
  expect(again.text()).toContain('Question 1 of 2');
  await again.unmount();
});

test('an answer can be changed until one has said how sure one is', async () => {
  const app = await openQuiz('why-scale');
  await app.press('2');
  expect(app.text()).toContain('How sure are you of it?');
  expect(app.lines().find(line => line.includes('❯'))).toContain('❯ 2 ');
  await app.press('esc');
  expect(app.text()).not.toContain('How sure');
  expect(app.lines().find(line => line.includes('❯'))).toContain('❯ 2 ');
  await app.unmount();
});

test('a review of what was met says so where nothing was met, and offers no way to begin', async () => {
  const app = await mountTutor({...window, route: {screen: 'exam', kind: 'review'}});
  expect(app.text()).toContain('There is nothing to ask yet: read a lesson first.');
  expect(app.text()).not.toContain('Begin');
  await app.press('enter');
  expect(app.lines()[0]!.trim()).toBe('ML Pipeline Tutor');
  await app.unmount();
});

test('an answer that the engine cannot check is kept and checked when it is asked again', async () => {
  const good = localEngine();
  let isBroken = true;
  const engine: EngineClient = {
    ...good,
    call: (name, request, onEvent) =>
      isBroken
        ? {result: Promise.reject(new Error('The engine is gone.')), cancel: () => {}}
        : good.call(name, request, onEvent),
  };
  const app = await mountTutor({...window, route, tutor: testTutor({engine, progress: begun('gain')})});
  await app.press('enter');
  await answer(app, true);
  await app.press('enter');
  await app.waitFor('The engine could not check this answer.');
  isBroken = false;
  await app.press('enter');
  await app.waitFor('Right.');
  await app.unmount();
});

test('a question whose text holds figures waits for them, and the way out stays open', async () => {
  const [scaling, ...others] = miniCourse().lessons;
  const pool = scaling!.quiz.pool.map(question =>
    question.id === 'why-scale'
      ? {...question, stem: 'Unscaled it reaches {{unscaled.test.accuracy | percent}}. Why so little?'}
      : question,
  );
  const course = {...miniCourse(), lessons: [{...scaling!, quiz: {...scaling!.quiz, pool}}, ...others]};
  const waiting = await mountTutor({...window, route, course, progress: begun('why-scale'), engine: silentEngine()});
  await waiting.press('enter');
  expect(waiting.text()).toContain('The engine is computing the numbers of this question');
  expect(waiting.text()).not.toContain('[');
  await waiting.unmount();
  const app = await mountTutor({...window, route, course, progress: begun('why-scale')});
  await app.press('enter');
  await app.waitFor('Why so little?');
  expect(app.text()).toMatch(/Unscaled it reaches \d+(\.\d+)?%\./);
  await app.unmount();
});

test('on the smallest screen the key that marks is named, and what is still missing is said in full', async () => {
  const app = await mountTutor({columns: 40, rows: 12, route, progress: begun('which-need-scaling')});
  await app.press('enter');
  expect(app.lines().at(-1)).toBe('Enter answer  Space mark  ? help  q quit');
  await app.press('enter');
  expect(app.text()).toContain('Mark what is right with Space, then\npress Enter.');
  await app.press('esc');
  expect(app.text()).not.toContain('Question 1');
  await app.unmount();
});

test('a share of an answer is said only where something right was marked', async () => {
  const question = miniLesson('scaling').quiz.pool.find(({id}) => id === 'which-need-scaling')!;
  const options = writtenOptions(question);
  const wrong = options.find(option => !option.right)!;
  const right = options.find(option => option.right)!;
  for (const [ids, said] of [
    [[wrong.id], false],
    [[right.id], true],
  ] as const) {
    const app = await openQuiz(question.id);
    await answerOnScreen(app, {question, results: {}, answer: {kind: 'options', ids}});
    await app.press('enter');
    await app.waitFor('Not this time.');
    expect(app.text().includes('of it was right')).toBe(said);
    await app.unmount();
  }
});
