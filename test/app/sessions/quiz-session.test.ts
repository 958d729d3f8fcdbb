import {expect, test} from 'vitest';
import {
  beginAttempt,
  examPlan,
  itemsOf,
  lessonPlan,
  openAttempt,
  pastAttempts,
} from '../../../src/app/sessions/quiz-plan.ts';
import {summarise} from '../../../src/app/sessions/quiz-result.ts';
import {openQuiz, type QuizSession} from '../../../src/app/sessions/quiz-session.ts';
import {askedNow, currentItem} from '../../../src/app/sessions/quiz-state.ts';
import type {Tutor} from '../../../src/app/tutor.ts';
import type {Answer} from '../../../src/tutor/quiz/answer.ts';
import {writtenItems, writtenOptions} from '../../../src/tutor/quiz/options.ts';
import type {Question} from '../../../src/tutor/schema/quiz.ts';
import {brokenEngine, progressAfter, testTutor} from '../../helpers/tutor.ts';
import {until} from '../../helpers/xterm.ts';
import {miniCourse, miniLesson} from '../../tutor/mini-course.ts';

const plan = lessonPlan(miniLesson('scaling'));
const course = miniCourse();

/** The right answer to a question of the miniature course, or a wrong one. */
function answerTo(question: Question, isRight: boolean): Answer {
  switch (question.type) {
    case 'order': {
      const ids = writtenItems(question).map(item => item.id);
      return {kind: 'order', ids: isRight ? ids : [...ids].reverse()};
    }
    case 'match': {
      const ids = writtenItems(question).map(item => item.id);
      const others = isRight ? ids : [...ids.slice(1), ids[0]!];
      return {kind: 'pairs', pairs: Object.fromEntries(ids.map((id, index) => [id, others[index]!]))};
    }
    case 'blank':
      return {kind: 'typed', text: isRight ? question.accept[0]! : 'nonsense'};
    case 'numeric':
      return {kind: 'typed', text: isRight ? '0.25' : '9'};
    case 'faulty_line':
      return {kind: 'line', line: isRight ? 5 : 3};
    case 'predict_run': {
      if (question.options === undefined) return {kind: 'typed', text: isRight ? '0.96' : '0.1'};
      return {kind: 'options', ids: [writtenOptions(question)[isRight ? 0 : 2]!.id]};
    }
    default: {
      const options = writtenOptions(question);
      const ids = options.filter(option => option.right === isRight).map(option => option.id);
      return {kind: 'options', ids: question.type === 'multiple' && isRight ? ids : ids.slice(0, 1)};
    }
  }
}

function begin(tutor: Tutor): QuizSession {
  return openQuiz(tutor, beginAttempt(plan, tutor)!, plan.draw('x', tutor.learner.progress()));
}

function take(tutor: Tutor): QuizSession {
  const attempt = beginAttempt(plan, tutor)!;
  return openQuiz(tutor, attempt, itemsOf(attempt, course));
}

async function answer(session: QuizSession, isRight: boolean, sure = true): Promise<void> {
  session.send({type: 'answer', answer: answerTo(currentItem(session.state())!.question, isRight)});
  session.send({type: 'sure', sure});
  await until(() => session.state().phase.kind === 'feedback');
}

test('a quiz asks one question after the other, says at once what is right, and records each answer', async () => {
  const tutor = testTutor();
  const session = take(tutor);
  const ids = session.state().attempt.questions;
  expect(ids).toHaveLength(5);
  for (const id of ids) {
    expect(currentItem(session.state())?.question.id).toBe(id);
    await answer(session, true);
    const {phase} = session.state();
    expect(phase.kind === 'feedback' && phase.grade.correct).toBe(true);
    expect(tutor.learner.progress().questions[id]?.last).toEqual({correct: true, sure: true});
    session.send({type: 'next'});
  }
  expect(session.state().phase.kind).toBe('result');
  expect(summarise(session.state().attempt, course, 0.8)).toMatchObject({
    right: 5,
    passed: true,
    missed: [],
    becameCards: 0,
  });
});

test('whether one is sure is asked before anything is said, and the answer can still be changed', () => {
  const session = take(testTutor());
  const {question} = currentItem(session.state())!;
  session.send({type: 'answer', answer: answerTo(question, false)});
  expect(session.state().phase.kind).toBe('confidence');
  expect(session.send({type: 'reconsider'}).phase.kind).toBe('answering');
  session.send({type: 'answer', answer: answerTo(question, true)});
  expect(session.state().attempt.answers).toEqual([]);
});

test('after the last question only the missed ones are asked again, the surest mistakes first', async () => {
  const session = take(testTutor());
  const [unsure, sure] = session.state().attempt.questions;
  for (const id of session.state().attempt.questions) {
    await answer(session, id !== unsure && id !== sure, id !== unsure);
    session.send({type: 'next'});
  }
  expect(summarise(session.state().attempt, course, 0.8)).toMatchObject({right: 3, passed: false, becameCards: 2});
  expect(session.send({type: 'retry-missed'}).round).toEqual([sure, unsure]);
  for (const _ of [sure, unsure]) {
    await answer(session, true);
    session.send({type: 'next'});
  }
  const summary = summarise(session.state().attempt, course, 0.8);
  expect(summary).toMatchObject({right: 5, passed: true, firstShare: 0.6});
  expect(summary.scores.reduce((sum, score) => sum + score.right, 0)).toBe(5);
});

test('the options stand in another order at another showing, and keep theirs while their reasons are read', async () => {
  const tutor = testTutor();
  const session = take(tutor);
  const order = () => askedNow(session.state())?.shown.options.map(option => option.id);
  const before = order();
  await answer(session, false);
  expect(order()).toEqual(before);
  const seeds = new Set(Array.from({length: 12}, () => JSON.stringify(askedNow(take(tutor).state())?.shown)));
  expect(seeds.size).toBeGreaterThan(3);
});

test('a quiz that was left is taken up at its next question', async () => {
  const tutor = testTutor();
  const session = take(tutor);
  await answer(session, true);
  session.send({type: 'next'});
  await answer(session, false);
  const open = openAttempt(plan, tutor.learner.progress(), course)!;
  const again = openQuiz(tutor, open, itemsOf(open, course));
  expect(again.state().round).toEqual(open.questions.slice(2));
  expect(pastAttempts(plan, tutor.learner.progress())).toMatchObject([{finished: false, right: 1, total: 5}]);
});

test('a question that was taken out of the course neither blocks an open quiz nor is asked', () => {
  const tutor = testTutor();
  const attempt = {...beginAttempt(plan, tutor)!, questions: ['gone', 'why-scale']};
  const session = openQuiz(tutor, attempt, itemsOf(attempt, course));
  expect(session.state().round).toEqual(['why-scale']);
});

test('an answer that the engine cannot check is kept, and graded when it is asked again', async () => {
  const tutor = testTutor({engine: brokenEngine(new Error('no engine'))});
  const item = {lesson: 'scaling', question: miniLesson('scaling').quiz.pool.find(({type}) => type === 'predict_run')!};
  const start = {
    id: 'a',
    kind: 'lesson',
    lesson: 'scaling',
    started: '',
    questions: [item.question.id],
    answers: [],
  } as const;
  const session = openQuiz(tutor, start, [item]);
  session.send({type: 'answer', answer: answerTo(item.question, true)});
  session.send({type: 'sure', sure: true});
  await until(() => session.state().phase.kind === 'failed');
  expect(session.state().attempt.answers).toEqual([]);
  expect(session.send({type: 'grade-again'}).phase.kind).toBe('grading');
});

test('placement asks about every lesson and names those that may be passed over', async () => {
  const tutor = testTutor();
  const placement = examPlan('placement', course);
  const attempt = beginAttempt(placement, tutor)!;
  const session = openQuiz(tutor, attempt, itemsOf(attempt, course));
  expect(new Set(session.state().items.map(item => item.lesson))).toEqual(new Set(['scaling', 'neighbours']));
  while (session.state().phase.kind !== 'result') {
    await answer(session, currentItem(session.state())!.lesson === 'scaling');
    session.send({type: 'next'});
  }
  expect(summarise(session.state().attempt, course, null).placedOut).toEqual(['scaling']);
});

test('the final test asks about every objective, the mixed review only about what was met', () => {
  const objectives = course.lessons.flatMap(lesson => lesson.objectives.map(objective => objective.id));
  const asked = examPlan('final', course)
    .draw('seed', progressAfter())
    .map(item => item.question.objective);
  expect([...asked].sort()).toEqual([...objectives].sort());
  const review = examPlan('review', course);
  expect(review.draw('seed', progressAfter())).toEqual([]);
  const met = review.draw('seed', progressAfter({type: 'lesson_opened', lesson: 'neighbours'}));
  expect(new Set(met.map(item => item.lesson))).toEqual(new Set(['neighbours']));
});

test('a quiz draws the questions that were guessed at before the lesson', () => {
  const tutor = testTutor();
  expect(
    begin(tutor)
      .state()
      .items.map(item => item.question.id),
  ).toEqual(expect.arrayContaining(['why-scale', 'scaler-rows']));
});
