import {expect, test} from 'vitest';
import {breakpointOf} from '../../../src/ui/layout/breakpoint.ts';
import {planSplit} from '../../../src/ui/layout/split-areas.ts';
import {fitTrail} from '../../../src/ui/layout/trail.ts';
import {glyphSets} from '../../../src/ui/theme/glyphs.ts';

const parts = ['ML Pipeline Tutor', 'Lessons', 'Data ingestion', 'Reading'];
const trailIn = (width: number) => fitTrail(parts, width, glyphSets.block);

test('the first line gives way in the middle, then at the beginning, then at the end', () => {
  expect(trailIn(80)).toBe('ML Pipeline Tutor › Lessons › Data ingestion › Reading');
  expect(trailIn(50)).toBe('ML Pipeline Tutor › … › Data ingestion › Reading');
  expect(trailIn(40)).toBe('ML Pipeline Tutor › … › Reading');
  expect(trailIn(20)).toBe('… › Reading');
  expect(trailIn(5)).toBe('Read…');
});

test('a trail of one part is cut only where it must be', () => {
  expect(fitTrail(['ML Pipeline Tutor'], 17, glyphSets.block)).toBe('ML Pipeline Tutor');
  expect(fitTrail(['ML Pipeline Tutor'], 10, glyphSets.block)).toBe('ML Pipeli…');
});

test('the layout changes at 60 and 100 columns', () => {
  expect([59, 60, 99, 100].map(breakpointOf)).toEqual(['narrow', 'medium', 'medium', 'wide']);
});

test('two panes fill their room exactly', () => {
  const wide = planSplit(120, {width: 118, height: 30}, 0.4);
  expect(wide.shape).toBe('beside');
  expect(wide.panes[0].width + wide.panes[1].width + 3).toBe(118);
  const stacked = planSplit(50, {width: 50, height: 20}, 0.5);
  expect(stacked.shape).toBe('stacked');
  expect(stacked.panes[0].height + stacked.panes[1].height + 2).toBe(20);
  expect(planSplit(80, {width: 78, height: 20}, 0.5).shape).toBe('tabs');
  expect(planSplit(40, {width: 40, height: 10}, 0.5).shape).toBe('tabs');
});
