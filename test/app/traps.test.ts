import {expect, test} from 'vitest';
import {randomStream} from '../../src/data/random.ts';
import {traps} from '../../src/stages/spec.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {runOn, runOnCsv} from '../helpers/run-pipeline.ts';

const selecting = ['features.select=k_best', 'features.k=10'];

/** 100 rows of 300 columns of noise, and classes that have nothing to do with them. */
function noiseCsv(seed: number): string {
  const random = randomStream(`noise/${seed}`);
  const header = [...Array.from({length: 300}, (_, column) => `x${column}`), 'y'].join(',');
  const line = (row: number) =>
    [...Array.from({length: 300}, () => random.normal().toFixed(4)), row % 2 ? 'a' : 'b'].join(',');
  return [header, ...Array.from({length: 100}, (_, row) => line(row))].join('\n');
}

test('select_before_split shows the flattering and the honest figures side by side', async () => {
  const set = [...selecting, 'evaluation.cross_validate=5', 'traps=select_before_split'];
  const results = await Promise.all([1, 2, 3].map(seed => runOnCsv(noiseCsv(seed), 'y', set)));
  const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
  const leaky = average(results.map(({metrics}) => metrics.cross_validation!.all.accuracy!.mean));
  const honest = average(results.map(result => result.honest_metrics!.cross_validation!.all.accuracy!.mean));
  expect(leaky).toBeGreaterThan(0.68);
  expect(honest).toBeLessThan(0.6);
  expect(average(results.map(({metrics}) => metrics.test.accuracy!))).toBeGreaterThan(0.65);
  expect(average(results.map(result => result.honest_metrics!.test.accuracy!))).toBeLessThan(0.62);
}, 60_000);

test.each(traps)('a run with %s is marked dishonest, warns of it by name, and holds the honest figures', async trap => {
  const set = [...selecting, 'training.model=knn', 'tuning={method: grid, space: {n_neighbors: [1, 3, 9]}}'];
  const [trapped, honest] = await Promise.all([
    runOn('breast_cancer', [...set, `traps=${trap}`]),
    runOn('breast_cancer', set),
  ]);
  expect([trapped.honest, honest.honest]).toEqual([false, true]);
  expect(trapped.warnings.map(({code}) => code)).toContain(`leak.${trap}`);
  expect(trapped.honest_metrics).toEqual(honest.metrics);
  expect(honest.honest_metrics).toBeNull();
  expect(honest.warnings.filter(({code}) => code.startsWith('trap.') || code === `leak.${trap}`)).toEqual([]);
  expect(trapped.fingerprint).not.toBe(honest.fingerprint);
});

test('score_on_train passes the training scores off as the test scores, also in repeated splits', async () => {
  const {metrics, honest_metrics} = await runOn('iris', [
    'training.model=decision_tree',
    'evaluation.repeat=5',
    'traps=score_on_train',
  ]);
  expect(metrics.test).toEqual(metrics.train);
  expect(metrics.test.accuracy).toBe(1);
  expect(metrics.repeated!.all.accuracy!.mean).toBe(1);
  expect(honest_metrics!.test.accuracy!).toBeLessThan(1);
  expect(honest_metrics!.repeated!.all.accuracy!.mean).toBeLessThan(1);
});

test('fit_before_split learns from every row, and says so in the step', async () => {
  const ports = memoryPorts();
  const {run} = await runOn('wine', ['traps=fit_before_split'], {ports});
  const scale = ports.runs.read(run)!.steps.find(({id}) => id === 'preprocessing.scale')!;
  expect(scale.params.trap).toBe('fit_before_split');
  expect(scale.report).toMatchObject({
    learned: expect.arrayContaining(['Wrong on purpose: learned from 178 rows, the 45 test rows among them']),
  });
});

test('tune_on_test chooses what is best on the test rows, so its best score is its test score', async () => {
  const set = ['training.model=knn', 'tuning={method: grid, space: {n_neighbors: [1, 2, 3, 4, 5, 6, 7, 8, 9]}}'];
  const {tuning, metrics, honest_metrics} = await runOn('wine', [...set, 'traps=tune_on_test']);
  expect(tuning!.estimates.search.mean).toBe(metrics.test.accuracy);
  expect(metrics.test.accuracy!).toBeGreaterThanOrEqual(honest_metrics!.test.accuracy!);
});

test('a trap with nothing to spoil is still no honest run, and says that it changes nothing', async () => {
  const {honest, warnings, metrics, honest_metrics} = await runOn('wine', ['traps=tune_on_test,select_before_split']);
  expect(honest).toBe(false);
  expect(warnings.filter(({code}) => code === 'trap.idle').map(({at}) => at)).toEqual([
    'traps: select_before_split',
    'traps: tune_on_test',
  ]);
  expect(honest_metrics).toEqual(metrics);
});

test('the honest pipeline is told only as work that goes on, never as steps of the run', async () => {
  const steps = new Set<string>();
  await runOn('wine', ['evaluation.cross_validate=5', 'traps=fit_before_split'], {
    onEvent: event => {
      if (event.type === 'started') steps.add(event.step);
      if (event.type === 'progress' && event.step.startsWith('honest/')) steps.add('honest');
    },
  });
  expect(steps).toContain('honest');
  expect(steps.size).toBe(12);
});

test('what the trapped and the honest pipeline share is done once', async () => {
  const ports = memoryPorts();
  await runOn('wine', ['traps=score_on_train'], {ports});
  const {steps} = await runOn('wine', [], {ports});
  expect(steps.map(({status}) => status)).not.toContain('ran');
});
