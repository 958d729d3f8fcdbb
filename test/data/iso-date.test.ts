import {expect, test} from 'vitest';
import {isIsoDate} from '../../src/data/iso-date.ts';

test('days that exist are dates', () => {
  for (const day of ['2024-02-29', '2000-02-29', '1999-12-31', '2024-01-01 23:59', '2024-01-01T00:00:00.5+02:00']) {
    expect(isIsoDate(day), day).toBe(true);
  }
});

test('days that do not exist, and other ways of writing, are no dates', () => {
  const others = [
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-1-1',
    '01.02.2024',
    '2024-01-01T24:00',
    '2024',
  ];
  for (const text of others) expect(isIsoDate(text), text).toBe(false);
});
