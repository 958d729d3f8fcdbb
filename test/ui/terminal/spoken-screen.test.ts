import {EventEmitter} from 'node:events';
import {afterEach, expect, test, vi} from 'vitest';
import {fieldMark, spokenMarks} from '../../../src/ui/terminal/spoken-marks.ts';
import {SpokenScreen} from '../../../src/ui/terminal/spoken-screen.ts';

afterEach(() => void vi.useRealTimers());

const {place, keys, field} = spokenMarks;
const home = `${place}Home\n(selected) A\nB\n${keys}Enter choose`;

function open(columns = 80) {
  vi.useFakeTimers();
  let said = '';
  const output = Object.assign(new EventEmitter(), {columns, rows: 24});
  const screen = new SpokenScreen(output, text => (said += text));
  screen.enter();
  const take = () => {
    vi.runAllTimers();
    const text = said;
    said = '';
    return text;
  };
  return {
    screen,
    /** What is said after these frames have come, one right after the other. */
    after: (...frames: readonly string[]) => {
      for (const frame of frames) screen.write(frame);
      return take();
    },
    take,
    /** What is said at once. */
    now: (frame: string) => {
      screen.write(frame);
      const text = said;
      said = '';
      return text;
    },
  };
}

test('nothing is sent to the terminal but lines of text', () => {
  const {screen, after, take} = open();
  expect(after(home)).toBe('Home\n(selected) A\nB\nKeys: Enter choose.\n');
  screen.leave();
  expect(take()).toBe('');
});

test('several frames that come at once are said once, and the same frame never twice', () => {
  const {after} = open();
  const progress = [0, 10, 20].map(percent => `${place}Home\n${percent}%`);
  expect(after(...progress)).toBe('Home\n20%\n');
  expect(after(progress[2]!)).toBe('');
});

test('frames that keep coming do not keep news waiting', () => {
  const {screen} = open();
  for (let frame = 0; frame < 20; frame++) {
    screen.write(`${place}Home\n${frame}`);
    vi.advanceTimersByTime(20);
  }
  expect(screen.sent.frames).toBeGreaterThan(0);
});

test('lines are broken between words at the width of the terminal, and at 100 at most', () => {
  expect(open(20).after(`${place}Home\nOne two three four five six`)).toBe('Home\nOne two three four\nfive six\n');
  const words = Array.from({length: 60}, () => 'word').join(' ');
  const lines = open(200).after(words).split('\n');
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100);
});

test('an empty line stands before another place', () => {
  const {after} = open();
  after(home);
  expect(after(`${place}Settings\nColours`)).toBe('\nSettings\nColours\n');
});

const written = (text: string, ...lines: readonly string[]) =>
  [`${place}Search`, ...lines, `${field}Word:${fieldMark}${text}${fieldMark}type a word`].join('\n');

test('what is typed into a field is echoed at once, and what comes of it is said after a pause', () => {
  const {after, now, take} = open();
  expect(after(written(''))).toBe('Search\nWord: (type a word) ');
  expect(now(written('s', '40 found'))).toBe('s');
  expect(now(written('sc', '3 found'))).toBe('c');
  expect(take()).toBe('\n3 found\nWord: sc');
  expect(now(written('s', '40 found'))).toBe('\b \b');
});

test('a change in the middle of a field says the field anew', () => {
  const {after, now} = open();
  after(written('one two'));
  expect(now(written('one a two'))).toBe('\nWord: one a two');
});

test('leaving ends the line of a field, and entering again says where one is', () => {
  const {screen, after, take} = open();
  after(written('s'));
  screen.leave();
  expect(take()).toBe('\n');
  expect(after(written('st'))).toBe('');
  screen.enter();
  expect(take()).toBe('\nSearch\nWord: s');
});

test('where one is is said once after a pause, though both its end and the shell ask for it', () => {
  const {screen, after, take} = open();
  after(home);
  screen.repaint();
  screen.repaint();
  expect(take()).toBe('\nHome\n(selected) A\n');
  screen.leave();
  screen.enter();
  screen.repaint();
  expect(take()).toBe('\nHome\n(selected) A\n');
});
