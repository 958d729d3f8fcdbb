import {expect, test} from 'vitest';
import {exitCodeOf, failureJson, formatFailure} from '../../src/commands/failure.ts';
import {KnownError} from '../../src/errors.ts';
import {fromPlainError, toPlainError} from '../../src/worker/protocol.ts';

const stopped = new KnownError('interrupted', 'Stopped.', {hint: 'Run it again.', resumable: true});
const wrong = new KnownError('bad_usage', 'There is no such thing.', {hint: 'Try another.'});

test('a failure from which a command can go on names the command', () => {
  expect(formatFailure(stopped, 'mlpt run')).toBe('Stopped.\n→ Run it again.\nResume with: mlpt run');
  expect(failureJson(stopped, 'mlpt run')).toEqual({
    error: {code: 'interrupted', message: 'Stopped.', hint: 'Run it again.', at: null, resume: 'mlpt run'},
  });
  expect(exitCodeOf(stopped)).toBe(130);
});

test('wrong use does not suggest doing the same again', () => {
  expect(formatFailure(wrong, 'mlpt rnu')).toBe('There is no such thing.\n→ Try another.');
  expect(failureJson(wrong, 'mlpt rnu')).toEqual({
    error: {code: 'bad_usage', message: 'There is no such thing.', hint: 'Try another.', at: null},
  });
});

test('an error that comes out of the engine thread says the same', () => {
  const same = fromPlainError(structuredClone(toPlainError(stopped)));
  expect(formatFailure(same, 'mlpt run')).toBe(formatFailure(stopped, 'mlpt run'));
});
