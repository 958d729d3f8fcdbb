import {EventEmitter} from 'node:events';
import {build} from 'esbuild';
import {Text, useApp} from 'ink';
import {useState} from 'react';
import {expect, test} from 'vitest';
import {useWindowSize} from '../../src/ui/compat/use-window-size.ts';
import {useCommands} from '../../src/ui/keys/use-commands.ts';
import {mountApp} from '../../src/ui/mount.tsx';
import type {ProcessEvents} from '../../src/ui/terminal/exits.ts';
import {FakeKeyboard, FakeTty, mountInXterm} from '../helpers/xterm.ts';

function Sized() {
  const {columns, rows} = useWindowSize();
  const {exit} = useApp();
  useCommands({quit: () => exit()});
  return (
    <Text>
      {columns} by {rows}
    </Text>
  );
}

test('nothing of Ink and React is loaded before an app is mounted', async () => {
  const entry = 'src/ui/mount.tsx';
  const {metafile} = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    write: false,
    metafile: true,
  });
  const early = new Set<string>();
  const visit = (file: string) => {
    if (early.has(file)) return;
    early.add(file);
    for (const {path, kind} of metafile.inputs[file]?.imports ?? []) if (kind === 'import-statement') visit(path);
  };
  visit(entry);
  expect([...early]).toContain('src/ui/terminal/screen.ts');
  expect([...early].filter(file => /ink|react|chalk|\.tsx$/.test(file))).toEqual([entry]);
});

test('without a terminal at both ends it says what to do instead', async () => {
  const stdin = Object.assign(new FakeKeyboard(), {isTTY: false});
  const stdout = new FakeTty(80, 24);
  const terminal = {
    stdin,
    stdout,
    stderr: {write: () => true},
    env: {},
    events: new EventEmitter() as unknown as ProcessEvents,
    stop: () => {},
  };
  await expect(mountApp(<Sized />, {terminal})).rejects.toMatchObject({
    code: 'no_terminal',
    hint: expect.stringContaining('--plain'),
  });
  expect(stdout.bytes).toBe('');
});

test('Ctrl-C ends the app from anywhere as interrupted', async () => {
  const app = await mountInXterm(<Sized />);
  await app.press('ctrl-c');
  expect(await app.ended).toEqual({reason: 'interrupted', code: 130});
  await app.settle();
  expect(app.isAlternate()).toBe(false);
  expect(app.keyboard.isRaw).toBe(false);
});

test('quitting ends with code 0 and a signal with 128 and its number', async () => {
  const quitting = await mountInXterm(<Sized />);
  await quitting.press('q');
  expect(await quitting.ended).toEqual({reason: 'quit', code: 0});
  const hung = await mountInXterm(<Sized />);
  hung.events.emit('SIGHUP');
  expect(await hung.ended).toEqual({reason: 'signal', code: 129, signal: 'SIGHUP'});
});

test('a terminal that goes away ends the app', async () => {
  const app = await mountInXterm(<Sized />);
  app.keyboard.emit('end');
  expect(await app.ended).toMatchObject({reason: 'signal', signal: 'SIGHUP'});
});

function Broken() {
  const [isBroken, setBroken] = useState(false);
  useCommands({run: () => setBroken(true)});
  if (isBroken) throw new Error('broken');
  return <Text>fine</Text>;
}

test('a fault while drawing is handed to the caller after the screen is given back', async () => {
  const app = await mountInXterm(<Broken />);
  await app.press('r');
  const exit = await app.ended;
  expect(exit).toMatchObject({reason: 'crash', code: 1});
  expect(String(exit.error)).toContain('broken');
  await app.settle();
  expect(app.isAlternate()).toBe(false);
});

test('nothing stays behind on the process after the end', async () => {
  const app = await mountInXterm(<Sized />);
  await app.press('q');
  await app.ended;
  expect(app.events.eventNames()).toEqual(['exit']);
});

test('Ctrl-Z leaves the screen before the program stops and takes it again after', async () => {
  const app = await mountInXterm(<Sized />);
  await app.press('ctrl-z');
  expect(app.stops).toEqual(['normal']);
  expect(app.isAlternate()).toBe(true);
  expect(app.text()).toContain('80 by 24');
  expect(app.keyboard.isRaw).toBe(true);
  await app.unmount();
});

test('a new window size reaches the hook, and SIGCONT repaints', async () => {
  const app = await mountInXterm(<Sized />, {columns: 80, rows: 24});
  await app.resize(50, 14);
  expect(app.text()).toContain('50 by 14');
  app.tty.bytes = '';
  app.events.emit('SIGCONT');
  await app.settle();
  expect(app.tty.bytes).toContain('50 by 14');
  await app.unmount();
});

test('without colours not one colour or attribute is sent', async () => {
  const app = await mountInXterm(<Text color="red" bold>{`plain`}</Text>, {colors: 'none'});
  expect(app.text()).toContain('plain');
  const sequences = app.tty.bytes.split('\u001B[').map(part => /^[\d;]*m/.test(part));
  expect(sequences).not.toContain(true);
  await app.unmount();
});
