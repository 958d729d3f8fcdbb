import {expect, test} from 'vitest';
import {baseSettings} from '../../../src/tutor/lab/settings.ts';
import type {Lab} from '../../../src/tutor/schema/lab.ts';

test('a base that sets something of ingestion keeps the data set of the lab', () => {
  const lab = {dataset: 'wine', base: {ingestion: {limit: 60}}} as unknown as Lab;
  expect(baseSettings(lab)).toEqual({ingestion: {dataset: 'wine', limit: 60}});
});
