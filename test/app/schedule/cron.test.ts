import {expect, test} from 'vitest';
import {readCron} from '../../../src/app/schedule/cron.ts';
import type {KnownError} from '../../../src/errors.ts';

function refusal(pattern: string): string {
  try {
    readCron(pattern);
    return 'accepted';
  } catch (error) {
    const {message, hint} = error as KnownError;
    return `${message} ${hint}`;
  }
}

test('a pattern names its next time and its last one', () => {
  const times = readCron('0 6 * * 1', 'UTC');
  const sunday = new Date('2026-02-01T12:00:00Z');
  expect(times.after(sunday)).toEqual(new Date('2026-02-02T06:00:00Z'));
  expect(times.upTo(sunday)).toEqual(new Date('2026-01-26T06:00:00Z'));
});

test('a time counts as passed at its very moment, and is not the next one then', () => {
  const times = readCron('@daily', 'UTC');
  const midnight = new Date('2026-02-01T00:00:00Z');
  expect(times.upTo(midnight)).toEqual(midnight);
  expect(times.after(midnight)).toEqual(new Date('2026-02-02T00:00:00Z'));
});

test('a time that the change to summer time leaves out is made up for in the same night, once', () => {
  const times = readCron('30 2 * * *', 'Europe/Berlin');
  const first = times.after(new Date('2026-03-28T12:00:00Z'))!;
  expect(first).toEqual(new Date('2026-03-29T01:00:00Z'));
  expect(times.after(first)).toEqual(new Date('2026-03-30T00:30:00Z'));
});

test.each([
  ['every monday', 'it is written in words', '`0 6 * * 1`'],
  ['dayly', 'it is written in words', '`@daily`'],
  ['@dailly', 'it is written in words', '`@daily`'],
  ['60 6 * * *', 'the minute is "60", and 0 to 59 are allowed', '`59 6 * * *`'],
  ['0 25 * * *', 'the hour is "25", and 0 to 23 are allowed', '`0 23 * * *`'],
  ['0 6 * * 8', 'the day of the week is "8", and 0 to 7 are allowed', '`0 6 * * 7`'],
  ['0 6 * *', 'it has 4 parts', '`0 6 * * *`'],
  ['0 0 6 * * 1', 'it has six parts; where seconds stand first, leave them out', '`0 6 * * 1`'],
  ['0 6 31 2 *', 'no such day ever comes', '`0 6 * * 1` is every Monday'],
  ['*/0 * * * *', 'the minute is "*/0"', 'Five parts are needed'],
  ['0 6 * foo *', 'the month is "foo"', 'Five parts are needed'],
  ['', 'it is empty', 'Five parts are needed'],
  ['2026-02-01T00:00:00', 'it has one part', 'Five parts are needed'],
])('"%s" is refused with what is wrong and what was meant', (pattern, fault, hint) => {
  expect(refusal(pattern)).toContain(fault);
  expect(refusal(pattern)).toContain(hint);
});
