import type {Key} from 'ink';
import {expect, test} from 'vitest';
import {toKeyPress} from '../../../src/ui/keys/key-press.ts';

const press = (input: string, key: Partial<Key> = {}) => toKeyPress(input, key as Key);

test('characters write themselves, words write nothing', () => {
  expect(press('k')).toEqual({name: 'k', text: 'k'});
  expect(press(' ')).toEqual({name: 'space', text: ' '});
  expect(press('', {upArrow: true})).toEqual({name: 'up', text: ''});
  expect(press('日')).toEqual({name: '日', text: '日'});
});

test('Escape is Escape although Ink 6 also calls it meta', () => {
  expect(press('', {escape: true, meta: true})).toEqual({name: 'esc', text: ''});
});

test('modifiers make another key and write nothing', () => {
  expect(press('c', {ctrl: true})).toEqual({name: 'ctrl-c', text: ''});
  expect(press('b', {meta: true})).toEqual({name: 'alt-b', text: ''});
  expect(press('', {tab: true, shift: true})).toEqual({name: 'shift-tab', text: ''});
  expect(press('', {backspace: true, meta: true})).toEqual({name: 'alt-backspace', text: ''});
});

test('a line feed is Enter, and what has no name is no key', () => {
  expect(press('\n')).toEqual({name: 'enter', text: ''});
  expect(press('')).toBeNull();
  expect(press('\u0000')).toBeNull();
});
