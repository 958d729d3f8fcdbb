import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test, vi} from 'vitest';
import {bundleProgram} from '../../helpers/bundle.ts';
import {startTmux, type Tmux} from '../../helpers/tmux.ts';

vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000});

const folder = mkdtempSync(path.join(tmpdir(), 'mlpt-exits-'));
const program = path.join(folder, 'exits.mjs');

beforeAll(() => bundleProgram('test/fixtures/ui/exits.tsx', program));
afterAll(() => rmSync(folder, {recursive: true}));

// A bare shell is the person's own terminal: it must look, echo and wrap afterwards as it did before.
const openShell = () => startTmux('sh', {columns: 100, rows: 30, cwd: folder, env: {PS1: 'shell> ', ENV: ''}});

async function startProgram(shell: Tmux): Promise<string> {
  await shell.type('echo before-$((40+2)); node exits.mjs; echo code-$?');
  await shell.press('Enter');
  const screen = await shell.waitFor(/ready \d+ end/);
  return /ready (\d+) end/.exec(screen)![1]!;
}

async function expectRestored(shell: Tmux, code: number): Promise<string> {
  const screen = await shell.waitFor(`code-${code}`);
  expect(screen).toContain('before-42');
  expect(screen).not.toContain('ready');
  expect(await shell.modes()).toEqual({isAlternate: false, isCursorShown: true, wraps: true});
  await shell.type('stty -a');
  await shell.press('Enter');
  const modes = await shell.waitFor(/[ -]iexten/);
  expect(modes).toMatch(/ icanon/);
  expect(modes).toMatch(/ echo /);
  return screen;
}

type WayOut = {
  readonly way: string;
  readonly key?: string;
  readonly signal?: NodeJS.Signals;
  readonly code: number;
  readonly says: string;
};

const waysOut: readonly WayOut[] = [
  {way: 'quitting', key: 'q', code: 0, says: 'ended: quit 0'},
  {way: 'Ctrl-C', key: 'C-c', code: 130, says: 'ended: interrupted 130'},
  {way: 'SIGINT', signal: 'SIGINT', code: 130, says: 'ended: interrupted 130'},
  {way: 'SIGTERM', signal: 'SIGTERM', code: 143, says: 'ended: signal 143'},
  {way: 'SIGHUP', signal: 'SIGHUP', code: 129, says: 'ended: signal 129'},
  {way: 'a fault while drawing', key: 'r', code: 1, says: 'ended: crash 1 a fault while drawing'},
  {way: 'a fault in a timer', key: 'u', code: 1, says: 'ended: crash 1 a late fault'},
  {way: 'a fault in a key', key: 'e', code: 1, says: 'ended: crash 1 a fault in a key'},
  {way: 'a forgotten rejection', key: 'x', code: 1, says: 'ended: crash 1 a rejection'},
  {way: 'process.exit', key: 'w', code: 7, says: ''},
];

test.each(waysOut)('the terminal is as before after $way', async ({key, signal, code, says}) => {
  const shell = await openShell();
  try {
    const pid = await startProgram(shell);
    expect(await shell.modes()).toEqual({isAlternate: true, isCursorShown: false, wraps: false});
    if (signal) process.kill(Number(pid), signal);
    if (key) await shell.press(key);
    expect(await expectRestored(shell, code)).toContain(says);
  } finally {
    await shell.close();
  }
});

test('Ctrl-Z gives the shell back and fg takes the screen again', async () => {
  const shell = await openShell();
  try {
    await shell.type('set -m');
    await shell.press('Enter');
    await startProgram(shell);
    await shell.press('C-z');
    await shell.waitFor(/Stopped/);
    expect(await shell.modes()).toEqual({isAlternate: false, isCursorShown: true, wraps: true});
    await shell.type('fg');
    await shell.press('Enter');
    await shell.waitFor(/ready \d+ end/);
    expect((await shell.modes()).isAlternate).toBe(true);
    await shell.press('q');
    await shell.waitFor('ended: quit 0');
  } finally {
    await shell.close();
  }
});

test('after the window has grown nothing of the app is left in the shell', async () => {
  const shell = await openShell();
  try {
    await startProgram(shell);
    await shell.resize(130, 36);
    await shell.waitFor('130 by 36');
    await shell.press('q');
    await shell.waitFor('code-0');
    const screen = await shell.text();
    for (const rest of ['ready', 'Tutor', '###']) expect(screen).not.toContain(rest);
  } finally {
    await shell.close();
  }
});

test('what a library logs reaches the log and not the screen', async () => {
  const shell = await openShell();
  try {
    await startProgram(shell);
    await shell.press('c');
    await shell.press('?');
    expect(await shell.waitFor('Keys that work here')).not.toContain('a line of log');
    await shell.press('Escape');
    await shell.waitForNo('Keys that work here');
    await shell.press('q');
    await shell.waitFor('log: a line of log');
  } finally {
    await shell.close();
  }
});
