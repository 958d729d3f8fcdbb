import {expect, test} from 'vitest';
import {readAloud} from '../../../src/app/read-aloud/read-aloud.ts';
import {fakeVoice} from './fake-voice.ts';

test('each piece of a page is said once, when it is shown', () => {
  const {voice, heard} = fakeVoice();
  const reader = readAloud(voice);
  reader.follow('dialogue/0', ['One.']);
  reader.follow('dialogue/0', ['One.']);
  reader.follow('dialogue/0', ['One.', 'Two.', 'Three.']);
  expect(heard).toEqual(['One.', 'Two.\n\nThree.']);
});

test('a new piece and another page end what is being said', () => {
  const {voice, heard, stops} = fakeVoice();
  const reader = readAloud(voice);
  reader.follow('a', ['One.']);
  reader.follow('a', ['One.', 'Two.']);
  expect(stops()).toBe(1);
  reader.follow('b', ['One.']);
  expect(stops()).toBe(2);
  expect(heard).toEqual(['One.', 'Two.', 'One.']);
});

test('the key ends what is being said, and then says the page so far again', () => {
  const {voice, heard} = fakeVoice();
  const reader = readAloud(voice);
  reader.follow('a', ['One.', 'Two.']);
  reader.toggle();
  expect(reader.isSpeaking()).toBe(false);
  reader.toggle();
  expect(reader.isSpeaking()).toBe(true);
  expect(heard).toEqual(['One.\n\nTwo.', 'One.\n\nTwo.']);
});

test('whoever listens is told when it falls silent by itself', async () => {
  const {voice, finish} = fakeVoice();
  const reader = readAloud(voice);
  const states: boolean[] = [];
  const leave = reader.subscribe(() => states.push(reader.isSpeaking()));
  reader.follow('a', ['One.']);
  finish();
  await Promise.resolve();
  expect(states).toEqual([true, false]);
  leave();
  reader.toggle();
  expect(states).toHaveLength(2);
});
