import {expect, test} from 'vitest';
import {fieldMark, spokenMarks} from '../../../src/ui/terminal/spoken-marks.ts';
import {newsOf, readFrame} from '../../../src/ui/terminal/spoken-news.ts';

const {place, keys, field} = spokenMarks;
const frame = (...lines: readonly string[]) => readFrame(lines.join('\n'));
const textOf = ({text, isSelected}: ReturnType<typeof newsOf>[number]) => (isSelected ? `(selected) ${text}` : text);
const news = (before: ReturnType<typeof frame> | null, now: ReturnType<typeof frame>) =>
  newsOf(before, now).map(textOf);

test('a frame is read without codes, pads, marks of code and empty lines', () => {
  const read = frame(
    '\u001B[1m  One\u001B[22m          two ',
    '',
    '   ',
    '`three` 0123456789abcdef',
    `${keys}Enter go on`,
  );
  expect(read.lines.map(({text}) => text)).toEqual(['One  two', 'three 01234567']);
  expect(read.keys).toBe('Enter go on');
});

test('a gap to be filled in is a word', () => {
  expect(frame('The ____ rows').lines[0]?.text).toBe('The blank rows');
});

test('a field is read with what is written in it', () => {
  expect(frame(`${field}Name:${fieldMark}Ada${fieldMark}type a name`).field).toEqual({
    label: 'Name:',
    text: 'Ada',
    placeholder: 'type a name',
  });
});

test('the first frame is said as a whole, with its keys', () => {
  expect(news(null, frame(`${place}Home`, '(selected) A', 'B', `${keys}Enter choose`))).toEqual([
    'Home',
    '(selected) A',
    'B',
    'Keys: Enter choose.',
  ]);
});

test('moving says the newly selected line and nothing else', () => {
  const before = frame(`${place}Home`, '(selected) A', 'B');
  expect(news(before, frame(`${place}Home`, 'A', '(selected) B'))).toEqual(['B']);
});

test('a selection that goes on to a line of the same words says it again', () => {
  const before = frame(`${place}Home`, '(selected) A', 'A');
  expect(news(before, frame(`${place}Home`, 'A', '(selected) A'))).toEqual(['A']);
});

test('an item that is moved is said with its new number, its neighbours are not', () => {
  const before = frame('(selected) 1 A (moving)', '2 B', '3 C');
  expect(news(before, frame('1 B', '(selected) 2 A (moving)', '3 C'))).toEqual(['2 A (moving)']);
});

test('what was said because a line was selected is not news when the selection leaves it', () => {
  const before = frame('(selected) Depth: quick. How deep it goes.', 'Pace: slow');
  expect(news(before, frame('Depth: quick', '(selected) Pace: slow. How it goes on.'))).toEqual([
    'Pace: slow. How it goes on.',
  ]);
});

test('only lines that are added are said, and the first key where it has another meaning', () => {
  const before = frame(`${place}Page`, 'One', `${keys}Enter go on, q quit`);
  expect(news(before, frame(`${place}Page`, 'One', 'Two', `${keys}Enter go on, q quit`))).toEqual(['Two']);
  expect(news(before, frame(`${place}Page`, 'One', 'Two', `${keys}Enter answer, q quit`))).toEqual([
    'Two',
    'Keys: Enter answer.',
  ]);
});

test('a line that stands there once more is news, the same frame is not', () => {
  const before = frame('Noor: Yes.', 'Ilir: No.');
  expect(news(before, frame('Noor: Yes.', 'Ilir: No.', 'Noor: Yes.'))).toEqual(['Noor: Yes.']);
  expect(news(before, before)).toEqual([]);
});

test('another place is said from its name on, also where its lines are the same', () => {
  const before = frame(`${place}Quiz`, `${place}Question 1`, '1 True', '2 False');
  expect(news(before, frame(`${place}Quiz`, `${place}Question 2`, '1 True', '2 False', `${keys}Enter answer`))).toEqual(
    ['Question 2', '1 True', '2 False', 'Keys: Enter answer.'],
  );
});

test('the heading of a text that is the name of its place is said once', () => {
  expect(news(null, frame(`${place}Welcome`, 'Welcome', 'This is a course.'))).toEqual([
    'Welcome',
    'This is a course.',
  ]);
});

test('a window that is closed leads back to the name of the place and what is selected there', () => {
  const under = [`${place}Home`, '(selected) A', 'B'];
  expect(news(frame(...under, `${place}Help`, 'Esc closes'), frame(...under))).toEqual(['Home', '(selected) A']);
});

test('what stood under a window that took its place is not said again when it is closed', () => {
  const list = frame(`${place}Words`, '(selected) A', 'B');
  const entry = frame(`${place}Words`, `${place}A`, 'The first letter.');
  expect(newsOf(entry, list, [list, entry]).map(textOf)).toEqual(['Words', '(selected) A']);
});

test('a number that counts is news beside a selection', () => {
  const before = frame('114 of 146 words', '(selected) apple');
  expect(news(before, frame('15 of 146 words', '(selected) scale'))).toEqual(['15 of 146 words', '(selected) scale']);
});
