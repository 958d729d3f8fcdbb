import {expect, test, vi} from 'vitest';
import {requestLog} from '../../../src/server/prediction-service/request-log.ts';

function logOf(quiet = false) {
  const written: string[] = [];
  const now = () => new Date('2026-01-01T00:00:00Z');
  return {written, log: requestLog({write: text => written.push(text), now, quiet})};
}

test('an entry is a line of JSON with its time', () => {
  const {written, log} = logOf();
  log.write({level: 'info', event: 'request', path: '/a\n"b'});
  log.flush();
  expect(written).toEqual([
    '{"time":"2026-01-01T00:00:00.000Z","level":"info","event":"request","path":"/a\\n\\"b"}\n',
  ]);
});

test('lines of a busy moment are written together, a warning at once with what was before it', () => {
  vi.useFakeTimers();
  const {written, log} = logOf();
  log.write({level: 'info', event: 'one'});
  log.write({level: 'info', event: 'two'});
  expect(written).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(written.join('').match(/"event":"\w+"/g)).toEqual(['"event":"one"', '"event":"two"']);
  log.write({level: 'info', event: 'three'});
  log.write({level: 'warning', event: 'four'});
  expect(written).toHaveLength(2);
  vi.useRealTimers();
});

test('a quiet log keeps warnings and errors', () => {
  const {written, log} = logOf(true);
  log.write({level: 'info', event: 'request'});
  log.write({level: 'error', event: 'request'});
  log.flush();
  expect(written).toHaveLength(1);
});
