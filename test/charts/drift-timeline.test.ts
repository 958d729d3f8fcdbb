import {expect, test} from 'vitest';
import {chartLines, driftTimeline} from '../../src/charts/index.ts';
import {inBlockAndAscii} from './in-every-set.ts';

const batches = [0.02, 0.03, 0.02, 0.05, 0.08, 0.12, 0.22, 0.41, 0.36, 0.1, 0.04, 0.03].map((value, index) => ({
  label: `2024-${String(index + 1).padStart(2, '0')}`,
  value,
  alert: value > 0.2,
}));
const line = {value: 0.2, label: 'alert line'};

test('a drift timeline marks alerts above the line', () => {
  expect(inBlockAndAscii(size => driftTimeline({statistic: 'PSI', batches, line}, size))).toMatchInlineSnapshot(`
    "
    Drift (PSI)
    PSI   ╌╌ alert line  ! alert
    0.50 ┤                             !
         │                            ▂▂▂  !
         │                            ███ ▂▂▂
         │                            ███ ███
    0.25 ┤                         !  ███ ███
         │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▃▃▃╌███╌███╌╌╌╌╌╌╌╌╌╌╌╌╌
         │                        ███ ███ ███
         │                    ▃▃▃ ███ ███ ███
         │                ▅▅▅ ███ ███ ███ ███ ███
    0.00 ┤▃▃▃ ▅▅▅ ▃▃▃ ███ ███ ███ ███ ███ ███ ███ ▆▆▆ ▅▅▅
         └──┬──────────────────────────────────────────┬──
            2024-01             month              2024-12
    Alert in 3 of 12 months: 2024-07, 2024-08 and 2024-09; the
    highest PSI is 0.41, in 2024-08 (alert line 0.2).

    Drift (PSI)
    PSI   -- alert line  ! alert
    0.50 +                             !
         |                            ...  !
         |                            ### ...
         |                            ### ###
    0.25 +                         !  ### ###
         |------------------------...-###-###-------------
         |                        ### ### ###
         |                    ... ### ### ###
         |                ::: ### ### ### ### ###
    0.00 +... ::: ... ### ### ### ### ### ### ### ::: :::
         +--+------------------------------------------+--
            2024-01             month              2024-12
    Alert in 3 of 12 months: 2024-07, 2024-08 and 2024-09; the
    highest PSI is 0.41, in 2024-08 (alert line 0.2).
    "
  `);
});

test('of more batches than columns the newest are drawn', () => {
  const many = Array.from({length: 300}, (_, index) => ({label: `b${index}`, value: index / 300, alert: false}));
  const lines = chartLines(
    driftTimeline({statistic: 'KS', batches: many, batchLabel: 'batch'}, {width: 40, height: 14, glyphs: 'block'}),
  );
  expect(lines.join('\n')).toContain('b299');
  expect(lines.join('\n')).not.toContain('b0 ');
});

test('without an alert the sentence says so and names the highest month', () => {
  const calm = batches.map(batch => ({...batch, alert: false}));
  expect(driftTimeline({statistic: 'KS', batches: calm}, {width: 60, height: 16, glyphs: 'block'}).sentence).toBe(
    'No alert in 12 months; the highest KS is 0.41, in 2024-08.',
  );
});
