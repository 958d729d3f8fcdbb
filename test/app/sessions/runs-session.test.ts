import {expect, test} from 'vitest';
import {partnerOf, reduceRuns, startRuns, viewOf} from '../../../src/app/sessions/runs-session.ts';

const runs = [
  {run: '4', name: 'wine'},
  {run: '3', name: 'iris'},
  {run: '2', name: 'wine'},
  {run: '1', name: 'wine'},
];

test('a run is compared with the latest before it of the same pipeline, else with the one before it', () => {
  expect(partnerOf('4', null, runs)).toBe('2');
  expect(partnerOf('3', null, runs)).toBe('2');
  expect(partnerOf('1', null, runs)).toBeUndefined();
});

test('a marked run is compared with any other, the older one as A, and the mark is used up', () => {
  const marked = reduceRuns(startRuns, {type: 'mark', run: '4'});
  const compared = reduceRuns(marked, {type: 'compare', run: '1', runs});
  expect(viewOf(compared)).toEqual({kind: 'diff', a: '1', b: '4'});
  expect(compared.marked).toBeNull();
  expect(reduceRuns(marked, {type: 'mark', run: '4'}).marked).toBeNull();
});

test('what was opened is closed again one by one, as far as the list', () => {
  const opened = reduceRuns(reduceRuns(startRuns, {type: 'open', run: '4'}), {type: 'verify', run: '4'});
  expect(viewOf(opened)).toEqual({kind: 'verify', run: '4'});
  const back = reduceRuns(opened, {type: 'back'});
  expect(viewOf(back)).toEqual({kind: 'run', run: '4'});
  expect(viewOf(reduceRuns(reduceRuns(back, {type: 'back'}), {type: 'back'}))).toEqual({kind: 'list'});
});

test('the first run of all has nothing to be compared with', () => {
  expect(reduceRuns(startRuns, {type: 'compare', run: '1', runs})).toBe(startRuns);
});
