import {expect, test} from 'vitest';
import {judgeGates, productionGate, sayShut} from '../../src/app/gates.ts';
import {readGates} from '../../src/app/gates-read.ts';
import type {RunResult} from '../../src/app/run-result.ts';
import {KnownError} from '../../src/errors.ts';
import {runDataset} from '../helpers/fitted.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';

type Change = {
  readonly gates: {readonly [name: string]: unknown};
  readonly rejected_rows?: number;
  readonly warnings?: readonly {readonly code: string; readonly message: string}[];
  readonly honest?: boolean;
};

const resultWith = ({gates, rejected_rows = 0, warnings = [], honest = true}: Change) =>
  ({
    pipeline: {deployment: {gates}, traps: honest ? [] : ['score_on_train']},
    metrics: {test: {roc_auc: 0.74, log_loss: 0.5}},
    data: {rows: 990, rejected_rows},
    warnings,
    honest,
  }) as unknown as RunResult;

const judge = (change: Change, missing: number | null = 0.02) => judgeGates(resultWith(change), {missing});

function problemOf(gates: {readonly [name: string]: unknown}): string {
  try {
    readGates(gates);
  } catch (error) {
    if (error instanceof KnownError) return `${error.message} ${error.hint}`;
  }
  return '';
}

test('a pipeline without gates has no verdicts', () => {
  expect(judge({gates: {}})).toEqual([]);
});

test('a metric below its minimum shuts the gate, with the value, the limit and words', () => {
  expect(judge({gates: {min: {roc_auc: 0.75}}})).toEqual([
    {
      gate: 'min.roc_auc',
      passed: false,
      words: 'roc_auc is 0.74, but at least 0.75 is asked for.',
      value: 0.74,
      limit: 0.75,
    },
  ]);
  expect(judge({gates: {min: {roc_auc: 0.74}}})[0]!.passed).toBe(true);
});

test('an error has a maximum', () => {
  expect(judge({gates: {max: {log_loss: 0.4}}})[0]).toMatchObject({gate: 'max.log_loss', passed: false});
});

test('the share of rows that could not be read is one of all rows that came', () => {
  expect(judge({gates: {max_rejected: 0.01}, rejected_rows: 10})[0]).toMatchObject({passed: true, value: 0.01});
  expect(judge({gates: {max_rejected: 0.01}, rejected_rows: 11})[0]!.passed).toBe(false);
});

test('a share of empty cells that is no longer known does not pass', () => {
  expect(judge({gates: {max_missing: 0.05}})[0]).toMatchObject({passed: true, value: 0.02});
  expect(judge({gates: {max_missing: 0.05}}, null)[0]).toMatchObject({passed: false, value: null});
});

test('too few rows and a warning of a leak shut their gates', () => {
  const warnings = [{code: 'leak.target_like', message: 'A column gives it away.'}];
  const verdicts = judge({gates: {min_rows: 1000, no_leaks: true}, warnings});
  expect(verdicts.map(({gate, passed}) => [gate, passed])).toEqual([
    ['min_rows', false],
    ['no_leaks', false],
  ]);
  expect(sayShut(verdicts)).toMatch(/990 rows.*A column gives it away\.$/);
});

test('a model with a mistake on purpose never passes', () => {
  expect(judge({gates: {}, honest: false}).map(({passed}) => passed)).toEqual([false]);
});

test('a new model has to be better than the one in production by more than the margin', () => {
  const comparison = {
    comparable: true,
    metric: 'roc_auc',
    challenger: 0.8,
    champion: 0.75,
    gain: 0.05,
    rows: 50,
  } as const;
  expect(productionGate(comparison, 3, 0.01)).toMatchObject({passed: true, limit: 0.01});
  expect(productionGate(comparison, 3, 0.1).words).toBe(
    'roc_auc 0.8 against 0.75 on the same 50 rows for version 3: that is not better by more than 0.1.',
  );
});

test.each([
  [{min_row: 5}, 'Did you mean min_rows?'],
  [{min: {roc_acu: 0.7}}, 'Did you mean roc_auc?'],
  [{min: {log_loss: 0.7}}, 'Of `log_loss`, less is better'],
  [{max_rejected: 5}, 'a share from 0 to 1'],
  [{no_leaks: 'yes'}, 'true or false'],
  [{min: 0.7}, 'a map such as {roc_auc: 0.75}'],
])('a gate that cannot be understood is told with what was meant: %j', (gates, words) => {
  expect(problemOf(gates)).toContain(words);
});

test('a run by hand goes through the same gates, whatever rule promotes', async () => {
  const named = ['deployment.name=m', 'deployment.promote=always'];
  const ports = memoryPorts();
  const gates = 'deployment.gates={min: {accuracy: 0.999}}';
  const {result} = await runDataset('iris', [...named, gates, 'training.model=dummy'], ports);
  expect(result.deployment).toMatchObject({version: 1, promoted: false});
  expect(result.deployment!.reason).toMatch(
    /^a gate is shut \(accuracy is 0\.3158, but at least 0\.999 is asked for\), so no version is in production$/,
  );
  const {result: open} = await runDataset('iris', [...named, 'deployment.gates={min: {accuracy: 0.5}}'], ports);
  expect(open.deployment).toMatchObject({version: 2, promoted: true});
});

test('a gate that cannot be understood is told before anything runs', async () => {
  const ports = memoryPorts();
  await expect(runDataset('iris', ['deployment.gates={minimum: 1}'], ports)).rejects.toMatchObject({
    code: 'bad_setting',
  });
  expect(ports.runs.list()).toEqual([]);
});
