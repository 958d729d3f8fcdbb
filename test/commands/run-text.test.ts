import {expect, test} from 'vitest';
import {formatRun} from '../../src/commands/run-text.ts';
import {runDataset} from '../helpers/fitted.ts';

const look = {width: 100, glyphs: 'ascii'} as const;

test('a run is told with its steps, its metrics beside the baseline, and its fingerprint', async () => {
  const {result} = await runDataset('wine', ['training.model=knn', 'evaluation.cross_validate=3']);
  const text = formatRun(result, look);
  expect(text).toMatch(/^wine: classification of cultivar .* with knn, seed 42$/m);
  expect(text).toMatch(/^training\.fit +ran/m);
  expect(text).toMatch(/^metric +test +train +baseline +folds, mean ± sd$/m);
  expect(text).toMatch(/^accuracy +0\.978 +0\.977 +0\.4 +0\.97 ± 0\.0108$/m);
  expect(text).toContain(`fingerprint ${result.fingerprint}`);
  expect(text).not.toContain('HONEST');
});

test('a mistake on purpose is told first, and the honest figures stand beside the flattering ones', async () => {
  const {result} = await runDataset('wine', ['training.model=knn', 'traps=score_on_train']);
  const text = formatRun(result, look);
  expect(text).toContain('NOT HONEST: run with score_on_train on purpose; the figures flatter.');
  expect(text).toMatch(/^metric +test +test, honest +train +baseline$/m);
});

test('a search is told with its best settings, its estimates, and how often the test rows were looked at', async () => {
  const set = [
    'training.model=knn',
    'tuning.method=grid',
    'tuning.space={n_neighbors: [1, 15]}',
    'evaluation.repeat=3',
  ];
  const {result} = await runDataset('wine', set);
  const text = formatRun(result, look).replaceAll(/\s+/g, ' ');
  expect(text).toContain('tuned by grid: n_neighbors 15 is best of 2 in 5 folds, accuracy 0.963 ± ');
  expect(text).toContain('in the search, on the test rows 0.978. These test rows were looked at 1 time so far.');
  expect(text).toContain('splits, mean ± sd');
});
