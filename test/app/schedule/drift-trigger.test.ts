import {expect, test} from 'vitest';
import {driftTrigger} from '../../../src/app/schedule/drift-trigger.ts';
import {KnownError} from '../../../src/errors.ts';

const start = new Date('2026-01-01T00:00:00Z');

test('it is due when a drift begins, and not again while the same drift goes on', async () => {
  const says = [false, true, true, false, true];
  const signal = async () => ({drifted: says.shift() ?? false, words: 'watch_hours drifted'});
  const trigger = driftTrigger({signal, everyMs: 1000, start});
  const dues = [];
  for (let look = 0; look < 5; look++) dues.push((await trigger.look(start)).due?.why ?? null);
  const begins = 'a drift began: watch_hours drifted';
  expect(dues).toEqual([null, begins, null, null, begins]);
});

test('a monitor that cannot look is told once', async () => {
  const signal = async () => {
    throw new KnownError('unknown_model', 'There is no model `churn`.', {hint: 'Run it.'});
  };
  const trigger = driftTrigger({signal, everyMs: 1000, start});
  expect((await trigger.look(start)).note).toBe('Drift could not be looked for: There is no model `churn`.');
  expect(await trigger.look(start)).toEqual({});
});
