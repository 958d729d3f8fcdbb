import {expect, test} from 'vitest';
import {scrollbar} from '../../../src/ui/components/scroll.ts';
import {reduceScroll, Viewport} from '../../../src/ui/components/Viewport.tsx';
import {useCommands} from '../../../src/ui/keys/use-commands.ts';
import {mountInXterm} from '../../helpers/xterm.ts';

const lines = (count: number) => Array.from({length: count}, (_, index) => [{text: `line ${index}`}]);

test('scrolling stops at both ends', () => {
  expect(reduceScroll(3, {type: 'by', lines: -5, last: 10})).toBe(0);
  expect(reduceScroll(3, {type: 'by', lines: 50, last: 10})).toBe(10);
  expect(reduceScroll(30, {type: 'by', lines: -1, last: 10})).toBe(9);
  expect(reduceScroll(3, {type: 'to', top: 99, last: 10})).toBe(10);
});

test('the thumb covers the share that is visible and touches the ends only there', () => {
  expect(scrollbar(0, 4, 4)).toEqual([]);
  expect(scrollbar(0, 4, 8)).toEqual([true, true, false, false]);
  expect(scrollbar(4, 4, 8)).toEqual([false, false, true, true]);
});

test('keys reach every line, and arrows say where there is more', async () => {
  const app = await mountInXterm(<Viewport lines={lines(40)} width={20} height={10} />);
  expect(app.lines()[0]).toBe('line 0             █');
  expect(app.lines()[9]).toBe('line 9             ▼');
  await app.burst('down', 'j', 'j');
  expect(app.lines()[0]).toBe('line 3             ▲');
  await app.press('page-down');
  expect(app.lines()[0]).toContain('line 12');
  await app.press('end');
  expect(app.lines()[9]).toBe('line 39            █');
  await app.press('home');
  expect(app.lines()[0]).toContain('line 0 ');
  await app.unmount();
});

function Outer({onUp, count}: {readonly onUp: () => void; readonly count: number}) {
  useCommands({'move-up': onUp});
  return <Viewport lines={lines(count)} width={20} height={5} />;
}

test('a text that is wholly visible leaves the keys to others', async () => {
  let ups = 0;
  const short = await mountInXterm(<Outer onUp={() => ups++} count={3} />);
  await short.press('up');
  await short.unmount();
  const long = await mountInXterm(<Outer onUp={() => ups++} count={30} />);
  await long.press('up');
  await long.unmount();
  expect(ups).toBe(1);
});

test('reaching the last line is told once', async () => {
  let ends = 0;
  const app = await mountInXterm(<Viewport lines={lines(12)} width={20} height={10} onEnd={() => ends++} />);
  expect(ends).toBe(0);
  await app.press('end', 'up', 'down');
  expect(ends).toBe(2);
  await app.unmount();
});

test('a text may start where its newest part stands, and is scrolled from there', async () => {
  const app = await mountInXterm(<Viewport lines={lines(40)} width={20} height={10} start={20} />);
  expect(app.lines()[0]).toContain('line 20');
  await app.press('up');
  expect(app.lines()[0]).toContain('line 19');
  await app.unmount();
});
