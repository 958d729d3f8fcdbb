import {expect, test} from 'vitest';
import {Screen} from '../../../src/ui/terminal/screen.ts';
import {FakeTty} from '../../helpers/xterm.ts';

function openScreen(columns = 20, rows = 4) {
  const tty = new FakeTty(columns, rows);
  const screen = new Screen(tty, tty.write);
  screen.enter();
  const painted = async () => {
    await new Promise(resolve => setImmediate(resolve));
    await new Promise<void>(resolve => tty.term.write('', resolve));
    const buffer = tty.term.buffer.active;
    return Array.from({length: tty.rows}, (_, row) => buffer.getLine(row)?.translateToString(true) ?? '');
  };
  const sent = async (frame: string) => {
    const start = tty.bytes.length;
    screen.write(frame);
    await painted();
    return tty.bytes.slice(start);
  };
  return {tty, screen, painted, sent};
}

test('only the lines that changed are sent, inside one synchronized update', async () => {
  const {sent} = openScreen();
  await sent('one\ntwo\nthree');
  expect(await sent('one\nTWO\nthree')).toBe('\u001B[?2026h\u001B[2;1HTWO\u001B[?2026l');
  expect(await sent('one\nTWO\nthree')).toBe('');
});

test('a line that fills the width keeps its last cell', async () => {
  const {screen, painted} = openScreen(5, 2);
  screen.write('12345\n67890');
  await painted();
  screen.write('abcde\n67890');
  expect(await painted()).toEqual(['abcde', '67890']);
});

test('lines that are gone are erased', async () => {
  const {screen, painted} = openScreen();
  screen.write('one\ntwo\nthree');
  await painted();
  screen.write('one');
  expect(await painted()).toEqual(['one', '', '', '']);
});

test('frames of the same turn are painted once, the last one', async () => {
  const {screen, painted} = openScreen();
  screen.write('shown');
  await painted();
  screen.write('first');
  screen.write('last');
  expect((await painted())[0]).toBe('last');
  expect(screen.sent.frames).toBe(2);
});

test('the very first frame is painted at once', () => {
  const {screen} = openScreen();
  screen.write('first');
  expect(screen.sent.frames).toBe(1);
});

test('a frame higher than the window is cut, and the cut is visible to tests', async () => {
  const {screen, painted} = openScreen(10, 2);
  screen.write('1\n2\n3');
  expect(await painted()).toEqual(['1', '2']);
  expect(screen.frame.split('\n')).toHaveLength(3);
});

test('a new size repaints everything and tells Ink', async () => {
  const {tty, screen, painted} = openScreen();
  screen.write('one\ntwo');
  await painted();
  let size = '';
  screen.on('resize', () => {
    size = `${screen.columns}x${screen.rows}`;
  });
  tty.bytes = '';
  tty.resize(30, 5);
  await painted();
  expect(size).toBe('30x5');
  expect(tty.bytes).toContain('\u001B[2J');
  expect(tty.bytes).toContain('two');
});

test('the screen is never cleared as a whole except at the start and after a new size', async () => {
  const {tty, sent} = openScreen();
  await sent('one');
  tty.bytes = '';
  for (let index = 0; index < 20; index++) await sent(`line ${index}\n${'x'.repeat(index)}`);
  expect(tty.bytes).not.toContain('\u001B[2J');
  expect(tty.bytes).not.toContain('\u001B[3J');
});

test('leaving gives back the shell as it was, twice is as good as once, and entering again repaints', async () => {
  const {tty, screen, painted} = openScreen();
  screen.write('the app');
  await painted();
  expect(tty.term.buffer.active.type).toBe('alternate');
  screen.leave();
  screen.leave();
  await painted();
  expect(tty.term.buffer.active.type).toBe('normal');
  expect(tty.bytes.split('\u001B[?1049l')).toHaveLength(2);
  for (const mode of ['?25h', '?7h', '?2004l']) expect(tty.bytes).toContain(`\u001B[${mode}`);
  screen.enter();
  expect((await painted())[0]).toBe('the app');
});

test('nothing is painted after leaving, nor for the cursor that Ink hides and shows', async () => {
  const {screen, sent} = openScreen();
  expect(await sent('\u001B[?25l')).toBe('');
  screen.leave();
  expect(await sent('too late')).toBe('');
});
