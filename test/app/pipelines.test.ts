import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readRequest} from '../../src/app/read-request.ts';
import {runSpec} from '../../src/app/run-spec.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';

type Case = {
  readonly name: string;
  readonly dataset: string;
  readonly drop: readonly string[];
  readonly settings: {readonly [path: string]: unknown};
  readonly metrics: {readonly [metric: string]: number | null};
};

const root = path.join(import.meta.dirname, '../..');
// Made with scikit-learn by test/reference/pipelines/make.py.
const cases = JSON.parse(readFileSync(path.join(root, 'test/reference/pipelines/pipelines.json'), 'utf8')) as Case[];
const targets: {readonly [dataset: string]: string} = {
  wine: 'cultivar',
  iris: 'species',
  breast_cancer: 'diagnosis',
  diabetes: 'progression',
  subscriptions: 'churned',
};

/** The table with a last column that says which rows are the test: every fourth. */
function withFold(dataset: string): Uint8Array {
  const [header, ...rows] = readFileSync(path.join(root, 'datasets', `${dataset}.csv`), 'utf8')
    .trimEnd()
    .split(/\r?\n/);
  const lines = rows.map((row, index) => `${row},${index % 4 === 0 ? 'test' : 'train'}`);
  return new TextEncoder().encode([`${header},fold`, ...lines].join('\n'));
}

for (const {name, dataset, drop, settings, metrics} of cases) {
  test(`${dataset}, ${name}: the metrics are scikit-learn's`, async () => {
    const bytes = withFold(dataset);
    const ports = memoryPorts({readSource: async () => ({format: 'csv', bytes, origin: `${dataset}.csv`})});
    const set = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
    const words = {
      csv: `${dataset}.csv`,
      target: targets[dataset],
      set: ['split.column=fold', ...set, `ingestion.drop=${drop.join(',')}`],
    };
    const result = await runSpec({spec: await readRequest(words), folder: root}, ports);
    for (const [metric, expected] of Object.entries(metrics)) {
      const actual = result.metrics.test[metric];
      // Where scikit-learn says 0 with a warning or nothing at all, there is no value here.
      if (expected === null || actual === null)
        expect(result.undefined_metrics, metric).toHaveProperty([`test.${metric}`]);
      else expect(actual, metric).toBeCloseTo(expected, 6);
    }
  });
}
