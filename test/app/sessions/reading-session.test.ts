import {expect, test} from 'vitest';
import {openReading, recordOpening} from '../../../src/app/sessions/reading-session.ts';
import {openAsk, type ReadingState, startReading} from '../../../src/app/sessions/reading-state.ts';
import {emptyProgress} from '../../../src/tutor/progress/state.ts';
import {progressAfter, testTutor} from '../../helpers/tutor.ts';
import {miniLesson} from '../../tutor/mini-course.ts';

const lesson = miniLesson('scaling');
const place = ({stop}: ReadingState) => (stop.kind === 'page' ? `${stop.section} ${stop.page}` : stop.kind);
const open = (progress = emptyProgress, at = {}) => {
  const {learner} = testTutor({progress});
  const session = openReading(lesson, learner, at);
  recordOpening(lesson, learner, session);
  return {learner, session};
};

test('a lesson begins with what it is about, asks its questions, then reads depth, dialogue and the rest in order', () => {
  const {session} = open();
  const seen = [place(session.state())];
  for (let step = 0; step < 14; step++) seen.push(place(session.send({type: 'next'})));
  expect(seen).toEqual([
    'start',
    'prequestion',
    'prequestion',
    'standard 0',
    'standard 1',
    'dialogue 0',
    'analogy 0',
    'worked-example 0',
    'break-it 0',
    'memory-aids 0',
    'at-work 0',
    'further-reading 0',
    'end',
    'end',
    'end',
  ]);
});

test('looking at the first page of a lesson does not begin it, going on does', () => {
  const {session, learner} = open();
  expect(learner.progress().lessons).toEqual({});
  session.send({type: 'go-on'});
  expect(learner.progress()).toMatchObject({current: 'scaling', lessons: {scaling: {read: {}}}});
});

test('a guess before the lesson is kept and not asked again once something was read', () => {
  const {session, learner} = open();
  session.send({type: 'go-on'});
  session.send({type: 'prequestion-answered', correct: true});
  session.send({type: 'prequestion-answered', correct: false});
  expect(learner.progress().prequestions).toEqual({'why-scale': true, 'scaler-rows': false});
  expect(place(session.state())).toBe('standard 0');
  expect(startReading(lesson, learner.progress()).prequestions).toEqual([]);
});

test('an open question keeps what follows hidden until it is answered, and its answer is recorded', () => {
  const {session, learner} = open(emptyProgress, {section: 'standard', page: 0});
  const before = session.state();
  expect(session.send({type: 'go-on'})).toBe(before);
  const ask = openAsk(lesson, before, 'turn')!;
  session.send({type: 'answer', option: ask.options.find(option => !option.right)!.id});
  expect(openAsk(lesson, session.state(), 'turn')).toBeUndefined();
  expect(session.state().replies[ask.id]).toMatchObject({correct: false, isOpen: false});
  expect(learner.progress().lessons.scaling?.asks).toEqual({[ask.id]: false});
  expect(session.send({type: 'reveal'}).replies[ask.id]).toMatchObject({correct: false, isOpen: true});
});

test('looking the answer up opens the way without recording an answer', () => {
  const {session, learner} = open(emptyProgress, {section: 'standard', page: 0});
  session.send({type: 'reveal'});
  expect(place(session.send({type: 'go-on'}))).toBe('standard 1');
  expect(learner.progress().lessons.scaling?.asks).toEqual({});
});

test('a dialogue is told turn by turn, and at the pace of pages as far as its next question', () => {
  const turns = open(emptyProgress, {section: 'dialogue', page: 0});
  expect(turns.session.state().shown).toBe(1);
  turns.session.send({type: 'reveal'});
  expect(turns.session.send({type: 'go-on'}).shown).toBe(2);
  const pages = open(progressAfter({type: 'settings_changed', settings: {pace: 'page'}}), {
    section: 'dialogue',
    page: 0,
  });
  pages.session.send({type: 'reveal'});
  pages.session.send({type: 'go-on'});
  expect(openAsk(lesson, pages.session.state(), 'page')?.question).not.toEqual(
    openAsk(lesson, turns.session.state(), 'turn')?.question,
  );
});

test('a page counts as read when it is left forward with everything shown, and not before', () => {
  const {session, learner} = open(emptyProgress, {section: 'standard', page: 0});
  session.send({type: 'next'});
  session.send({type: 'previous'});
  expect(learner.progress().lessons.scaling?.read).toEqual({});
  session.send({type: 'reveal'});
  session.send({type: 'next'});
  expect(learner.progress().lessons.scaling?.read).toEqual({standard: 1});
});

test('a lesson is taken up at the page where it was left, with the questions answered there still answered', () => {
  const {session, learner} = open(emptyProgress, {section: 'standard', page: 0});
  const ask = openAsk(lesson, session.state(), 'turn')!;
  session.send({type: 'answer', option: ask.options.find(({right}) => !right)!.id});
  session.send({type: 'go-on'});
  const again = startReading(lesson, learner.progress());
  expect(place(again)).toBe('standard 1');
  const back = startReading(lesson, learner.progress(), {section: 'standard', page: 0});
  expect(back.replies[ask.id]).toEqual({chosen: null, correct: false, isOpen: true});
});

test('another depth shows the text at that depth from its beginning and is remembered', () => {
  const {session, learner} = open(emptyProgress, {section: 'standard', page: 1});
  expect(place(session.send({type: 'depth', depth: 'deep'}))).toBe('deep 0');
  expect(learner.progress().settings.depth).toBe('deep');
  session.send({type: 'go', section: 'analogy', page: 0});
  expect(place(session.send({type: 'depth', depth: 'quick'}))).toBe('analogy 0');
  expect(startReading(lesson, learner.progress()).depth).toBe('quick');
});

test('opening a place that the lesson does not have begins at its start', () => {
  expect(place(startReading(lesson, emptyProgress, {section: 'deep', page: 7}))).toBe('start');
});
