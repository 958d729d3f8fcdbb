import {expect, test} from 'vitest';
import {fakeVoice} from '../../../app/read-aloud/fake-voice.ts';
import {mountTutor} from '../../../helpers/mount-tutor.ts';
import {progressAfter} from '../../../helpers/tutor.ts';

const route = {screen: 'lesson', lesson: 'scaling', section: 'dialogue'} as const;
const aloud = progressAfter({type: 'settings_changed', settings: {read_aloud: true}});
const tall = {columns: 100, rows: 40};

test('a dialogue is said turn by turn, as it is shown', async () => {
  const {voice, heard} = fakeVoice();
  const app = await mountTutor({...tall, route, progress: aloud, voice: {voice}});
  expect(heard).toHaveLength(1);
  expect(heard[0]).toContain('1: The big one, by size alone.');
  await app.press('1');
  expect(heard).toHaveLength(2);
  expect(heard[1]).toMatch(/^You said, rightly: The big one, by size alone\./);
  await app.press('enter');
  expect(heard[2]).toMatch(/^Ilir: /);
  await app.unmount();
});

test('a stops what is said and says the page again', async () => {
  const {voice, heard, stops} = fakeVoice();
  const app = await mountTutor({...tall, route, progress: aloud, voice: {voice}});
  expect(app.lines().at(-1)).toContain('a silence');
  await app.press('a');
  expect(stops()).toBe(1);
  expect(app.lines().at(-1)).toContain('a say again');
  await app.press('a');
  expect(heard).toHaveLength(2);
  expect(heard[1]).toBe(heard[0]);
  await app.unmount();
  expect(stops()).toBe(2);
});

test('what covers the page and what leads away from it end what is said', async () => {
  const {voice, heard, stops} = fakeVoice();
  const app = await mountTutor({...tall, route, progress: aloud, voice: {voice}});
  await app.press('g');
  expect(stops()).toBe(1);
  await app.press('esc');
  expect(heard).toHaveLength(1);
  await app.press('a', 'm');
  expect(stops()).toBe(2);
  await app.unmount();
});

test('nothing is said unless it is wished, and the key is not there', async () => {
  const {voice, heard} = fakeVoice();
  const app = await mountTutor({...tall, route, voice: {voice}});
  await app.press('a');
  expect(heard).toEqual([]);
  await app.press('?');
  expect(app.text()).not.toContain('Read the page aloud');
  await app.unmount();
});

test('the setting names the voice, or says what to install', async () => {
  const toIt = ['down', 'down', 'down', 'down', 'down', 'down'];
  const settings = {screen: 'settings'} as const;
  const without = await mountTutor({route: settings, voice: {install: 'Install `espeak-ng`.'}});
  await without.press(...toIt);
  expect(without.text()).toMatch(/Install\s+`espeak-ng`\./);
  await without.unmount();
  const {voice} = fakeVoice();
  const having = await mountTutor({route: settings, voice: {voice}});
  await having.press(...toIt);
  expect(having.text()).toMatch(/It\s+speaks\s+with\s+a\s+test\./);
  await having.unmount();
});
