import {Terminal} from '@xterm/headless';
import fastCheck from 'fast-check';
import {expect, test} from 'vitest';
import {lineChange} from '../../../src/ui/terminal/line-change.ts';

const style = fastCheck.constantFrom(
  ['', ''],
  ['\u001B[1m', '\u001B[22m'],
  ['\u001B[38;2;1;2;3m', '\u001B[39m'],
  ['\u001B[38;5;9m', '\u001B[39m'],
  ['\u001B[48;2;9;8;7m', '\u001B[49m'],
  ['\u001B[7m', '\u001B[27m'],
);
const piece = fastCheck
  .tuple(style, fastCheck.stringMatching(/^[a-c│⣿█ 漢é]{0,5}$/))
  .map(([[open, close], text]) => open + text + close);
const line = fastCheck.array(piece, {maxLength: 6}).map(pieces => pieces.join(''));

/** Every cell of the first row with its style, as a terminal shows it after some bytes. */
async function cellsAfter(bytes: string): Promise<string> {
  const terminal = new Terminal({cols: 40, rows: 3, allowProposedApi: true});
  await new Promise<void>(resolve => terminal.write(bytes, resolve));
  const row = terminal.buffer.active.getLine(0)!;
  const cells = Array.from({length: 40}, (_, index) => {
    const cell = row.getCell(index)!;
    const blank = cell.getChars() === '' ? ' ' : cell.getChars();
    return [blank, cell.getFgColor(), cell.getBgColor(), cell.isBold(), cell.isInverse(), cell.getWidth()].join();
  });
  terminal.dispose();
  return cells.join('|');
}

test('whatever a line was, the terminal shows the new one exactly', async () => {
  const check = fastCheck.asyncProperty(line, line, async (before, after) => {
    const whole = (text: string) => `\u001B[1;1H\u001B[K${text}`;
    const changed = before === after ? '' : lineChange(before, after, 0, 40);
    expect(await cellsAfter(whole(before) + changed)).toBe(await cellsAfter(whole(after)));
  });
  await fastCheck.assert(check, {numRuns: 400, seed: 7});
});

test('only the cells between the first and the last that differ are sent', () => {
  expect(lineChange('one two three', 'one 222 three', 4, 40)).toBe('\u001B[5;5H222');
  expect(lineChange('one two', 'one', 0, 40)).toBe('\u001B[1;4H\u001B[K');
  const bold = (text: string) => `\u001B[1m${text}\u001B[22m`;
  expect(lineChange(`a ${bold('b')} c`, `a ${bold('x')} c`, 0, 40)).toBe('\u001B[1;3H\u001B[1mx\u001B[m');
});

test('a line with wide characters is sent whole', () => {
  expect(lineChange('漢字 a', '漢字 b', 0, 40)).toBe('\u001B[1;1H\u001B[K漢字 b');
});

test('a line that was longer than the terminal is sent whole, because its last cell was overwritten', () => {
  expect(lineChange('─'.repeat(41), '─'.repeat(40), 0, 40)).toBe(`\u001B[1;1H\u001B[K${'─'.repeat(40)}`);
});
