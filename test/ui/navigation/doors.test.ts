import {expect, test} from 'vitest';
import {routeOfDoor} from '../../../src/ui/navigation/doors.ts';
import {progressAfter, testTutor} from '../../helpers/tutor.ts';

const fresh = testTutor();

test('the first start asks its questions, every other one shows the map', () => {
  expect(routeOfDoor({screen: 'home'}, fresh)).toEqual({screen: 'welcome'});
  const known = testTutor({progress: progressAfter({type: 'settings_changed', settings: {profile: 'school'}})});
  expect(routeOfDoor({screen: 'home'}, known)).toEqual({screen: 'home'});
});

test('without a name the lesson at hand is opened', () => {
  expect(routeOfDoor({screen: 'learn'}, fresh)).toEqual({screen: 'lesson', lesson: 'scaling'});
  const there = testTutor({progress: progressAfter({type: 'lesson_opened', lesson: 'neighbours'})});
  expect(routeOfDoor({screen: 'quiz'}, there)).toEqual({screen: 'quiz', lesson: 'neighbours'});
});

test('a lesson goes by its id or by its stage', () => {
  expect(routeOfDoor({screen: 'lab', lesson: 'neighbours'}, fresh)).toEqual({screen: 'lab', lesson: 'neighbours'});
  expect(routeOfDoor({screen: 'learn', lesson: 'preprocessing'}, fresh)).toEqual({screen: 'lesson', lesson: 'scaling'});
});

test('an unknown name is told with the nearest one', () => {
  expect(() => routeOfDoor({screen: 'learn', lesson: 'scalling'}, fresh)).toThrowError(
    expect.objectContaining({code: 'unknown_lesson', hint: 'Did you mean `scaling`?'}),
  );
});

test('a review opens the cards', () => {
  expect(routeOfDoor({screen: 'review'}, fresh)).toEqual({screen: 'cards'});
});
