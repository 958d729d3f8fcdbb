import {expect, test} from 'vitest';
import {newDots} from '../../src/charts/braille.ts';
import {newCanvas} from '../../src/charts/canvas.ts';
import {drawTextCurve, type Point} from '../../src/charts/curve.ts';

const field = {left: 0, top: 0, width: 8, height: 3, x: {low: 0, high: 8}, y: {low: 0, high: 2}};

function drawn(points: readonly Point[], height = 3): readonly string[] {
  const canvas = newCanvas(8, height, 'block');
  drawTextCurve(canvas, {...field, height}, points, 'solid', 'data');
  return canvas.lines().map(line => line.map(span => span.text).join(''));
}

test('asciichart draws exactly as many rows as the field has', () => {
  for (const height of [1, 2, 3, 10, 15]) {
    const lines = drawn(
      [
        [0, 0],
        [8, 2],
      ],
      height,
    );
    expect(lines.filter(line => line !== '')).toHaveLength(height);
  }
});

test('a single point and a flat line are drawn, and nothing is no error', () => {
  expect(drawn([[4, 1]])).toEqual(['', '    ─', '']);
  expect(
    drawn([
      [0, 1],
      [8, 1],
    ]),
  ).toEqual(['', '────────', '']);
  expect(drawn([])).toEqual(['', '', '']);
});

test('missing and infinite values cut a curve instead of breaking asciichart', () => {
  expect(
    drawn([
      [0, 1],
      [3, 1],
      [4, Number.NaN],
      [5, 1],
      [6, Number.POSITIVE_INFINITY],
      [7, 2],
      [8, 2],
    ]),
  ).toEqual(['       ─', '───  ─', '']);
});

test('a jump at the very start is drawn from its foot', () => {
  expect(
    drawn([
      [0, 0],
      [0, 2],
      [8, 2],
    ]),
  ).toEqual(['╭───────', '│', '╯']);
});

test('braille puts two by four dots in a cell', () => {
  const canvas = newCanvas(1, 1, 'braille');
  const dots = newDots({...field, width: 1, height: 1, x: {low: 0, high: 1}, y: {low: 0, high: 1}});
  dots.curve(
    [
      [0, 0],
      [0, 1],
      [1, 1],
    ],
    'solid',
    'data',
  );
  dots.copyTo(canvas);
  expect(canvas.lines()).toEqual([[{text: '⡏', tone: 'data'}]]);
});
