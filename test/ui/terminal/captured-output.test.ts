import {expect, test} from 'vitest';
import {captureOutput} from '../../../src/ui/terminal/captured-output.ts';

test('only the owner writes, others are logged line by line, until it is released', () => {
  const written: string[] = [];
  const stream = {write: (text: string) => written.push(text)};
  const log: string[] = [];
  const captured = captureOutput(stream, line => log.push(line));
  stream.write('a warning\nof two lines\n');
  captured.write('a frame');
  expect(written).toEqual(['a frame']);
  expect(log).toEqual(['a warning', 'of two lines']);
  captured.release();
  stream.write('after');
  expect(written).toEqual(['a frame', 'after']);
});

test('whoever waits for a write to be done is told so', () => {
  const stream = {write: (_text: string, ..._rest: never[]): unknown => true};
  captureOutput(stream, () => {});
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  (stream.write as (text: string, encoding: string, done: () => void) => void)('x', 'utf8', done);
  expect(isDone).toBe(true);
});
