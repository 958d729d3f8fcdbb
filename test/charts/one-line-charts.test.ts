import {expect, test} from 'vitest';
import {chartLines, progressBar, sparkline} from '../../src/charts/index.ts';

const block = {height: 1, glyphs: 'block'} as const;

test('a sparkline is one line from the lowest step to the highest', () => {
  expect(chartLines(sparkline([0, 1, 2, 3, 4, 5, 6, 7], {width: 8, ...block}))).toEqual(['▁▂▃▄▅▆▇█']);
  expect(chartLines(sparkline([0, 1, 2, 3, 4, 5, 6], {width: 8, height: 1, glyphs: 'ascii'}))).toEqual(['.:-=+*#']);
});

test('a sparkline takes means where values are more than cells, and leaves out what is missing', () => {
  expect(chartLines(sparkline([0, 0, 7, 7], {width: 2, ...block}))).toEqual(['▁█']);
  expect(chartLines(sparkline([0, Number.NaN, 7], {width: 8, ...block}))).toEqual(['▁ █']);
  expect(chartLines(sparkline([], {width: 8, ...block}))).toEqual(['n/a']);
});

test('a progress bar drops the time left first, then the bar', () => {
  const data = {label: 'training', done: 62, total: 100, timeLeft: '3 s'};
  const line = (width: number) => chartLines(progressBar(data, {width, ...block}))[0];
  expect(line(50)).toBe('training ████████████░░░░░░░░  62%  about 3 s left');
  expect(line(28)).toBe('training ████████░░░░░░  62%');
  expect(line(12)).toBe(' 62%');
  expect(progressBar(data, {width: 50, ...block}).sentence).toBe('training: 62 of 100 done, about 3 s left.');
});
