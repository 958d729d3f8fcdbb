import {expect, test} from 'vitest';
import {KnownError} from '../../../src/errors.ts';
import type {Answer} from '../../../src/tutor/quiz/answer.ts';
import {answerKind} from '../../../src/tutor/quiz/answer.ts';
import {grade} from '../../../src/tutor/quiz/grade.ts';
import {writtenItems, writtenOptions} from '../../../src/tutor/quiz/options.ts';
import type {Question, QuestionOf} from '../../../src/tutor/schema/quiz.ts';
import {miniCourse, miniQuestion, questionById, results, runResult} from '../mini-course.ts';

const choose = (...ids: string[]): Answer => ({kind: 'options', ids});
const type = (text: string): Answer => ({kind: 'typed', text});
const idOf = (question: Question, index: number) => writtenOptions(question)[index]!.id;

test('a single choice is right or wrong, and every option gets its reason', () => {
  const question = miniQuestion('single');
  const right = grade(question, choose(idOf(question, 0)), results);
  expect(right).toMatchObject({
    correct: true,
    share: 1,
    expected: 'proline has the largest numbers and so decides alone',
  });
  const wrong = grade(question, choose(idOf(question, 2)), results);
  expect(wrong).toMatchObject({correct: false, share: 0});
  expect(wrong.feedback.map(({chosen, right, misconception}) => [chosen, right, misconception])).toEqual([
    [false, true, undefined],
    [false, false, 'scale-helps-all'],
    [true, false, 'unit-blind'],
  ]);
  for (const option of wrong.feedback) expect(option.why.length).toBeGreaterThan(20);
});

test('a choice of several counts each option judged right', () => {
  const question = miniQuestion('multiple');
  const [a, b, c] = [0, 1, 2].map(index => idOf(question, index)) as [string, string, string];
  expect(grade(question, choose(a, b), results)).toMatchObject({correct: true, share: 1});
  expect(grade(question, choose(a), results)).toMatchObject({correct: false, share: 0.75});
  expect(grade(question, choose(a, c), results)).toMatchObject({correct: false, share: 0.5});
  expect(grade(question, choose(), results)).toMatchObject({correct: false, share: 0.5});
});

test('the right verdict for a wrong reason is worth half', () => {
  const question = miniQuestion('true_false');
  const shares = [0, 1, 2].map(index => grade(question, choose(idOf(question, index)), results).share);
  expect(shares).toEqual([1, 0.5, 0]);
  expect(grade(question, choose(idOf(question, 1)), results).correct).toBe(false);
  expect(grade(question, choose(), results).share).toBe(0);
});

test('an order counts the items that stand at their place', () => {
  const question = miniQuestion('order');
  const ids = writtenItems(question).map(({id}) => id);
  expect(grade(question, {kind: 'order', ids}, results)).toMatchObject({correct: true, share: 1});
  const swapped = [ids[1]!, ids[0]!, ids[2]!, ids[3]!];
  const graded = grade(question, {kind: 'order', ids: swapped}, results);
  expect(graded).toMatchObject({correct: false, share: 0.5});
  expect(graded.expected).toMatch(/^1\. split the table 2\. fit the scaler/u);
});

test('a match counts the terms with their own definition', () => {
  const question = miniQuestion('match');
  const pairs = {standard: 'standard', 'min-max': 'robust', robust: 'min-max'};
  const graded = grade(question, {kind: 'pairs', pairs}, results);
  expect(graded.correct).toBe(false);
  expect(graded.share).toBeCloseTo(1 / 3, 12);
  expect(graded.expected).toContain('robust: median 0');
});

test('a typed word is compared without case and hyphens, and a known mistake gets its own reason', () => {
  const question = miniQuestion('blank');
  expect(grade(question, type('Training Set'), results)).toMatchObject({correct: true, expected: 'training'});
  const graded = grade(question, type('testing'), results);
  expect(graded.feedback).toMatchObject([
    {
      text: 'testing',
      right: false,
      misconception: 'scale-all-rows',
      why: 'The test rows must stay unseen until the end.',
    },
    {text: 'training', right: true},
  ]);
  expect(grade(question, type(''), results).correct).toBe(false);
});

test('a typed number is compared within the tolerance with a figure of the engine', () => {
  const question = miniQuestion('numeric');
  for (const typed of ['0.24', '24%', '0,25']) expect(grade(question, type(typed), results).correct).toBe(true);
  const wrong = grade(question, type('0.96'), results);
  expect(wrong).toMatchObject({correct: false, expected: '0.24', explanation: '0.96 minus 0.72 is 0.24.'});
  expect(wrong.feedback[0]).toMatchObject({misconception: 'scale-helps-all'});
  expect(grade(question, type('a lot'), results).explanation).toMatch(/^That could not be read as a number\./u);
});

test('a line at fault is found by its number, and a line without a reason gets one', () => {
  const question = miniQuestion('faulty_line');
  expect(grade(question, {kind: 'line', line: 5}, results)).toMatchObject({
    correct: true,
    expected: 'Line 5: traps: [fit_before_split]',
  });
  expect(grade(question, {kind: 'line', line: 3}, results)).toMatchObject({correct: false});
  const odd = grade(question, {kind: 'line', line: 1}, results);
  expect(odd.feedback.find(option => option.chosen)).toMatchObject({id: 'line-1', right: false});
});

test('a prediction is graded by what the engine found, whichever option comes true', () => {
  const question = questionById('predict-scaling');
  const ids = writtenOptions(question).map(({id}) => id);
  const graded = grade(question, choose(ids[0]!), results);
  expect(graded).toMatchObject({correct: true, expected: 'it rises by more than ten points'});
  expect(graded.explanation).toBe('Test accuracy (0.96) is more than test accuracy before + 0.1 (0.82).');
  const flat = {unscaled: runResult(0.9), scaled: runResult(0.92)};
  expect(grade(question, choose(ids[0]!), flat).correct).toBe(false);
  expect(grade(question, choose(ids[1]!), flat).correct).toBe(true);
});

test('a prediction of a number is graded within its tolerance', () => {
  const question = questionById('predict-number');
  expect(answerKind(question)).toBe('typed');
  expect(grade(question, type('0.93'), results)).toMatchObject({
    correct: true,
    explanation: 'With every column on one ruler it reaches 96.0%.',
  });
  expect(grade(question, type('0.8'), results).correct).toBe(false);
});

test('a question whose run has not been made cannot be graded, and says what to do', () => {
  expect(() => grade(questionById('predict-scaling'), choose('x'), {})).toThrow(KnownError);
  expect(() => grade(miniQuestion('numeric'), type('0.2'), {})).toThrow('The run `scaled` has not been made yet.');
});

test('an answer of the wrong kind is a bug', () => {
  expect(() => grade(miniQuestion('blank'), choose('a'), results)).toThrow(
    'takes an answer of kind typed, not options',
  );
});

test('every question of the course is right when answered as written and gives a reason to each option', () => {
  const all = {
    ...results,
    one: runResult(0.7, {metrics: {train: {accuracy: 1}, test: {accuracy: 0.7}}}),
    fifty: runResult(0.8),
    five: runResult(0.9),
  };
  for (const question of miniCourse().lessons.flatMap(lesson => lesson.quiz.pool)) {
    const graded = grade(question, rightAnswer(question), all);
    expect([question.id, graded.correct, graded.share]).toEqual([question.id, true, 1]);
    for (const option of graded.feedback) expect(option.why).not.toContain('{{');
  }
});

function rightAnswer(question: Question): Answer {
  switch (answerKind(question)) {
    case 'options':
      return choose(
        ...writtenOptions(question)
          .filter((option, index) => option.right ?? index === 0)
          .map(({id}) => id),
      );
    case 'order':
      return {kind: 'order', ids: writtenItems(question).map(({id}) => id)};
    case 'pairs':
      return {kind: 'pairs', pairs: Object.fromEntries(writtenItems(question).map(({id}) => [id, id]))};
    case 'line':
      return {kind: 'line', line: (question as QuestionOf<'faulty_line'>).lines.find(({right}) => right)!.line};
    case 'typed':
      if (question.type === 'blank') return type(question.accept[0]!);
      if (question.type === 'numeric')
        return type(typeof question.value === 'number' ? String(question.value) : '0.24');
      return type('0.96');
  }
}
