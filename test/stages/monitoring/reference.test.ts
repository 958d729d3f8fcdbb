import {beforeAll, expect, test} from 'vitest';
import {findVersion, readArtifactOf} from '../../../src/app/models-find.ts';
import type {Artifact} from '../../../src/stages/deployment/artifact.ts';
import {parseArtifact} from '../../../src/stages/deployment/read-artifact.ts';
import {datasetText, runDataset} from '../../helpers/fitted.ts';
import {churnHome} from '../../helpers/monitored.ts';

let text: string;
let artifact: Artifact;
beforeAll(async () => {
  const {models} = await churnHome(['ingestion.drop=[customer_id,refund_issued]']);
  text = readArtifactOf(findVersion('churn', models), models);
  artifact = parseArtifact(text).artifact;
});

const column = (name: string) => artifact.reference!.columns.find(found => found.name === name)!;

test('an artifact keeps what the training rows looked like in every column of its signature', () => {
  expect(artifact.reference!.columns.map(({name}) => name)).toEqual(artifact.signature.map(({name}) => name));
  expect(artifact.reference!.rows).toBe(2250);
  expect(column('device')).toMatchObject({kind: 'levels', levels: ['laptop', 'phone', 'tablet', 'tv'], gaps: 0});
  expect(column('signup_date')).toMatchObject({kind: 'untested', type: 'date'});
});

test('of numbers at most a thousand are kept, sorted, so that no row can be put together from them', () => {
  const hours = column('watch_hours') as {readonly values: readonly number[]};
  expect(hours.values).toHaveLength(1000);
  expect([...hours.values].sort((a, b) => a - b)).toEqual(hours.values);
  expect(artifact.reference!.answers).toMatchObject({kind: 'numbers'});
  expect(text.length).toBeLessThan(datasetText('subscriptions').length / 2);
});

test('a column that the rows were sorted by is known to move on, and others are not', () => {
  expect(column('month')).toMatchObject({ordered: true});
  expect(column('age')).toMatchObject({ordered: false});
});

test('it keeps the metric on the test rows and how sure that is', () => {
  const {score} = artifact.reference!;
  expect(score).toMatchObject({metric: 'roc_auc', value: artifact.metrics.test.roc_auc, rows: 750});
  expect(score!.error).toBeGreaterThan(0.005);
  expect(score!.error).toBeLessThan(0.03);
});

test('models of many classes and of numbers keep their answers too', async () => {
  for (const [dataset, kind] of [
    ['iris', 'levels'],
    ['diabetes', 'numbers'],
  ] as const) {
    const {ports} = await runDataset(dataset, ['deployment.name=m']);
    const {reference} = parseArtifact(readArtifactOf(findVersion('m', ports.models), ports.models)).artifact;
    expect(reference!.answers.kind).toBe(kind);
  }
});

test('a reference that somebody changed into something else is refused with its place', () => {
  const spoil = (change: (reference: Record<string, unknown>) => void) => {
    const raw = JSON.parse(text) as {reference: Record<string, unknown>};
    change(raw.reference);
    return () => parseArtifact(JSON.stringify(raw));
  };
  expect(spoil(reference => (reference.rows = 'many'))).toThrow();
  expect(spoil(reference => (reference.columns = [{name: 'x', gaps: 0, kind: '__proto__'}]))).toThrow();
  expect(spoil(reference => (reference.answers = null))).toThrow();
  expect(spoil(() => {})).not.toThrow();
});
