import {expect, test} from 'vitest';
import {changeTrigger} from '../../../src/app/schedule/change-trigger.ts';
import {KnownError} from '../../../src/errors.ts';

const start = new Date('2026-01-01T00:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** A trigger over contents that come one look after the other; null is a file that is gone. */
function watching(contents: ReadonlyArray<string | null>, known?: string) {
  let place = 0;
  const contentHash = async () => {
    const content = contents[Math.min(place++, contents.length - 1)];
    if (content === null || content === undefined) {
      throw new KnownError('missing_file', 'There is no file rows.csv.', {hint: 'Look for it.'});
    }
    return content;
  };
  return changeTrigger({contentHash, known, everyMs: 5000, start});
}

async function looks(trigger: ReturnType<typeof watching>, times: number) {
  const seen = [];
  for (let look = 0; look < times; look++) seen.push(await trigger.look(later(look * 5)));
  return seen.map(({due, note}) => note ?? (due ? due.why : '-'));
}

test('it is due when the content has changed and stayed the same for one more look', async () => {
  expect(await looks(watching(['a', 'a', 'b', 'b', 'b']), 5)).toEqual(['-', '-', '-', 'its data changed', '-']);
});

test('a file that is still being written is left alone until it rests', async () => {
  expect(await looks(watching(['a', 'b', 'c', 'd', 'd']), 5)).toEqual(['-', '-', '-', '-', 'its data changed']);
});

test('a change that is taken back before it settled is no change', async () => {
  expect(await looks(watching(['a', 'b', 'a', 'a']), 4)).toEqual(['-', '-', '-', '-']);
});

test('what changed while nothing watched is found by its content', async () => {
  expect(await looks(watching(['b', 'b'], 'a'), 2)).toEqual(['-', 'its data changed']);
});

test('a file that goes away is told once and waited for', async () => {
  expect(await looks(watching(['a', null, null, 'b', 'b']), 5)).toEqual([
    '-',
    'There is no file rows.csv. It is waited for.',
    '-',
    'The data can be read again.',
    'its data changed',
  ]);
});

test('it looks again after its time, also when the clock is put back', async () => {
  const trigger = watching(['a']);
  await trigger.look(later(100));
  expect(trigger.wake(later(101))).toEqual(later(105));
  expect(trigger.wake(later(10))).toEqual(later(10));
});
