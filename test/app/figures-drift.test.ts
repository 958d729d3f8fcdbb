import {expect, test} from 'vitest';
import {driftOf, metricOf} from '../../src/app/figures-drift.ts';
import {formatChart} from '../../src/charts/index.ts';
import {batchFolder, changeColumn, churnHome, monitorChurn, monthText} from '../helpers/monitored.ts';

const size = {width: 70, height: 12, glyphs: 'ascii'} as const;

test('the drift of twelve months is a timeline with an alert from month 7 on, in words and as a table', async () => {
  const watched = await monitorChurn(await churnHome());
  const drift = driftOf(watched, size);
  expect(drift.sentence).toBe(
    'Alert in 6 of 12 months: month_07, month_08, month_09 and 3 more; the highest number of drifted columns is 4, in month_08.',
  );
  expect(drift.table.rows.map(([month, , alert]) => [month, alert]).slice(5, 7)).toEqual([
    ['month_06', 'no'],
    ['month_07', 'yes'],
  ]);
  expect(formatChart(drift)).toContain('!');
  expect(metricOf(watched, size)!.table.rows).toHaveLength(12);
});

test('without labels there is no figure of the metric', async () => {
  const batches = batchFolder({'a.csv': changeColumn(monthText(7), 'churned', () => '')});
  const watched = await monitorChurn(await churnHome(), {batches});
  expect(metricOf(watched, size)).toBeNull();
  expect(driftOf(watched, size).sentence).toMatch(/^Alert in 1 of 1 file: a;/);
});
