import {expect, test} from 'vitest';
import {type History, moveTo, startHistory, topOf} from '../../../src/ui/navigation/history.ts';
import type {Route} from '../../../src/ui/navigation/route.ts';

const open = (history: History, route: Route) => moveTo(history, {type: 'open', route});
const trail = ({visits}: History) => visits.map(visit => visit.route.screen);
const lesson = {screen: 'lesson', lesson: 'scaling'} as const;
const quiz = {screen: 'quiz', lesson: 'scaling'} as const;

test('back leads where one came from, and never past the map', () => {
  const there = open(open(startHistory({screen: 'home'}), lesson), quiz);
  expect(trail(there)).toEqual(['home', 'lesson', 'quiz']);
  const back = moveTo(there, {type: 'back'});
  expect(trail(back)).toEqual(['home', 'lesson']);
  expect(trail(moveTo(moveTo(back, {type: 'back'}), {type: 'back'}))).toEqual(['home']);
});

test('a place that is open already is gone back to as it was left', () => {
  const there = open(open(startHistory({screen: 'home'}), lesson), quiz);
  const again = open(there, lesson);
  expect(again.visits).toEqual(there.visits.slice(0, 2));
});

test('another spot of an open place is opened anew', () => {
  const there = open(open(startHistory({screen: 'home'}), lesson), quiz);
  const spot = open(there, {...lesson, section: 'dialogue', page: 0});
  expect(trail(spot)).toEqual(['home', 'lesson']);
  expect(topOf(spot).id).not.toBe(there.visits[1]!.id);
});

test('the same screen about something else is another place', () => {
  const there = open(open(startHistory({screen: 'home'}), lesson), {...lesson, lesson: 'neighbours'});
  expect(trail(there)).toEqual(['home', 'lesson', 'lesson']);
});

test('replacing leaves nothing to come back to, except the map', () => {
  const welcome = startHistory({screen: 'welcome'});
  expect(trail(welcome)).toEqual(['home', 'welcome']);
  expect(trail(moveTo(welcome, {type: 'replace', route: lesson}))).toEqual(['home', 'lesson']);
  expect(trail(moveTo(startHistory({screen: 'home'}), {type: 'replace', route: lesson}))).toEqual(['home', 'lesson']);
});
