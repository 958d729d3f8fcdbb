import {expect, test} from 'vitest';
import {missingTest} from '../../../src/ml/drift/missing.ts';
import {expectClose, readReference} from '../reference.ts';

const {fisher, share} = readReference('drift');

type Row = readonly [gaps: number, rows: number, laterGaps: number, laterRows: number, p: number];

function pOf([gaps, rows, laterGaps, laterRows]: Row): unknown {
  const test = missingTest({gaps, rows}, {gaps: laterGaps, rows: laterRows});
  return 'p' in test ? test.p : test.undefined;
}

test('few gaps are judged by the exact test of Fisher, as scipy computes it', () => {
  for (const row of fisher as readonly Row[]) expectClose(pOf(row), row[4], 1e-9, String(row));
});

test('many gaps are judged by chi-square', () => {
  for (const row of share as readonly Row[]) expectClose(pOf(row), row[4], 1e-9, String(row));
});

test('five gaps in thirty rows are noticed where there were none before, one is not', () => {
  expect(pOf([0, 300, 5, 30, 0])).toBeLessThan(0.001);
  expect(pOf([0, 300, 1, 30, 0])).toBeGreaterThan(0.05);
});

test('both shares are reported, and a sample without rows cannot be tested', () => {
  expect(missingTest({gaps: 1, rows: 4}, {gaps: 1, rows: 2})).toMatchObject({reference: 0.25, current: 0.5});
  expect(missingTest({gaps: 1, rows: 4}, {gaps: 0, rows: 0})).toHaveProperty('undefined');
});
