import {expect, test} from 'vitest';
import {
  type AnswerDraft,
  type Asked,
  answerOf,
  type DraftMove,
  moveDraft,
  startDraft,
} from '../../../src/app/sessions/answer-draft.ts';
import {shuffleOptions} from '../../../src/tutor/quiz/options.ts';
import type {QuestionType} from '../../../src/tutor/schema/quiz.ts';
import {miniQuestion} from '../../tutor/mini-course.ts';

const ask = (type: QuestionType): Asked => {
  const question = miniQuestion(type);
  return {question, shown: shuffleOptions(question, 'seed')};
};
const after = (asked: Asked, ...moves: readonly DraftMove[]) =>
  moves.reduce((draft, move) => moveDraft(draft, move, asked), startDraft(asked));
const down: DraftMove = {type: 'move', steps: 1};
const toggle: DraftMove = {type: 'toggle'};

test('one answer is the one the cursor is at, and the cursor stops at both ends', () => {
  const asked = ask('single');
  const {options} = asked.shown;
  expect(answerOf(after(asked, down), asked)).toEqual({answer: {kind: 'options', ids: [options[1]!.id]}});
  expect(after(asked, down, down, down, down)).toMatchObject({cursor: options.length - 1});
  expect(after(asked, {type: 'move', steps: -1})).toMatchObject({cursor: 0});
});

test('several answers are marked and unmarked, and at least one has to be', () => {
  const asked = ask('multiple');
  const {options} = asked.shown;
  expect(answerOf(startDraft(asked), asked)).toEqual({missing: 'Mark what is right with Space, then press Enter.'});
  const marked = after(asked, toggle, {type: 'pick', index: 2}, {type: 'pick', index: 0});
  expect(answerOf(marked, asked)).toEqual({answer: {kind: 'options', ids: [options[2]!.id]}});
});

test('an item that is held goes along with the cursor and with a number', () => {
  const asked = ask('order');
  const ids = asked.shown.options.map(option => option.id);
  const [a, b, c, d] = ids;
  expect(answerOf(after(asked, toggle, down, down, toggle, down), asked)).toEqual({
    answer: {kind: 'order', ids: [b, c, a, d]},
  });
  expect(after(asked, toggle, {type: 'pick', index: 3})).toMatchObject({ids: [b, c, d, a], cursor: 3, isHeld: true});
  expect(after(asked, down, down)).toMatchObject({ids});
});

test('a definition belongs to one term: giving it to another takes it away, and a number goes on to the next open term', () => {
  const asked = ask('match');
  const [first, second] = asked.shown.options;
  const [x, y] = asked.shown.targets;
  const twice = after(asked, {type: 'pick', index: 0}, {type: 'pick', index: 0});
  expect(twice).toMatchObject({pairs: {[second!.id]: x!.id}, cursor: 0});
  const turned = after(asked, {type: 'turn', direction: 1}, {type: 'turn', direction: 1});
  expect(turned).toMatchObject({pairs: {[first!.id]: y!.id}, cursor: 0});
  expect(after(asked, {type: 'turn', direction: -1})).toMatchObject({
    pairs: {[first!.id]: asked.shown.targets.at(-1)!.id},
  });
});

test('a match tells how many terms are open, and is an answer once none is', () => {
  const asked = ask('match');
  const picks = asked.shown.targets.map((_, index): DraftMove => ({type: 'pick', index}));
  expect(answerOf(after(asked, ...picks.slice(0, -1)), asked)).toEqual({
    missing: 'One term has nothing beside it yet.',
  });
  expect(answerOf(startDraft(asked), asked)).toEqual({missing: '3 terms have nothing beside them yet.'});
  expect(answerOf(after(asked, ...picks), asked)).toMatchObject({answer: {kind: 'pairs'}});
});

test.each<[QuestionType, string, boolean]>([
  ['blank', 'training', true],
  ['blank', '  ', false],
  ['numeric', '0.24', true],
  ['numeric', '24 %', true],
  ['numeric', 'much', false],
])('a %s answered with "%s" is an answer: %s', (type, text, isAnswer) => {
  const asked = ask(type);
  const made = answerOf(after(asked, {type: 'write', text}), asked);
  expect('answer' in made).toBe(isAnswer);
});

test('a fault is looked for among all lines of the file', () => {
  const asked = ask('faulty_line');
  expect(answerOf(after(asked, {type: 'pick', index: 4}), asked)).toEqual({answer: {kind: 'line', line: 5}});
  expect(after(asked, {type: 'move', steps: 99})).toMatchObject({cursor: 5});
});

test('what does not apply to a kind of answer changes nothing', () => {
  const asked = ask('single');
  const draft: AnswerDraft = startDraft(asked);
  for (const move of [toggle, {type: 'turn', direction: 1}, {type: 'pick', index: 9}] as const) {
    expect(moveDraft(draft, move, asked)).toEqual(draft);
  }
});
