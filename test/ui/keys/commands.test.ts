import {expect, test} from 'vitest';
import {type CommandInfo, commands} from '../../../src/ui/keys/commands.ts';

const table: ReadonlyArray<readonly [string, CommandInfo]> = Object.entries(commands);

test('no two commands share a key, except over an open question', () => {
  for (const isOnTop of [true, false]) {
    const keys = table
      .filter(([, info]) => (info.group === 'Answering a question on top') === isOnTop)
      .flatMap(([, info]) => info.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  }
});

test('every help text is a sentence and every label is short', () => {
  for (const [command, {help, label}] of table) {
    expect(help, command).toMatch(/^[A-Z].*\.$/);
    expect(label.length, command).toBeLessThanOrEqual(12);
  }
});

test('the keys that the design promises do what it says', () => {
  const keysOf = (command: keyof typeof commands): readonly string[] => commands[command].keys;
  expect(keysOf('move-up')).toEqual(['up', 'k']);
  expect(keysOf('move-down')).toEqual(['down', 'j']);
  const single = {
    choose: 'enter',
    back: 'esc',
    'next-pane': 'tab',
    help: '?',
    search: '/',
    glossary: 'g',
    map: 'm',
  } as const;
  for (const [command, key] of Object.entries(single)) expect(keysOf(command as keyof typeof single)).toEqual([key]);
  expect([keysOf('depth'), keysOf('run'), keysOf('quit'), keysOf('interrupt')]).toEqual([
    ['d'],
    ['r'],
    ['q'],
    ['ctrl-c'],
  ]);
});
