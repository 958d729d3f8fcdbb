// Compare our models' fit + predict with scikit-learn's on the same rows, both on one thread: node scripts/bench/models.mjs [DATASETS]
// Prints ratios, because seconds say more about the machine than about the code. Needs Python with scikit-learn.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const datasets = process.argv[2] ?? join(root, 'datasets');
const python = process.env.PYTHON ?? '/usr/bin/python3';
const features = {iris: 4, wine: 13, breast_cancer: 30, made_10000x20: 20};

const folder = mkdtempSync(join(tmpdir(), 'bench-models-'));
try {
  const outfile = join(folder, 'models.mjs');
  await build({
    entryPoints: [join(root, 'src/ml/models/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const {classifiers} = await import(pathToFileURL(outfile).href);
  const script = join(root, 'scripts/bench/models.py');
  const theirs = JSON.parse(execFileSync(python, [script, datasets, folder], {encoding: 'utf8'}));
  for (const [key, theirMs] of Object.entries(theirs)) {
    const [table, model] = key.split(' ');
    const ourMs = medianMs(job(classifiers[model], table), table.startsWith('made') ? 3 : 15);
    const bound = table.startsWith('made') ? 4 : 2;
    const ratio = ourMs / theirMs;
    const verdict = ratio <= bound ? '' : `  above ${bound}`;
    process.stdout.write(
      `${table.padEnd(14)} ${model.padEnd(20)} ${ratio.toFixed(2).padStart(6)} × scikit-learn (${ourMs.toFixed(2)} / ${theirMs.toFixed(2)} ms)${verdict}\n`,
    );
  }
} finally {
  rmSync(folder, {recursive: true});
}

function job(model, table) {
  const y = new Int32Array(bytes(`${table}.y_train`));
  const rows = {x: matrix(table, 'x_train'), y, classes: Math.max(...y) + 1};
  const test = matrix(table, 'x_test');
  const params = Object.fromEntries(Object.entries(model.params).map(([name, setting]) => [name, setting.default]));
  return () => model.load(model.fit(rows, params, {seed: '42'})).probabilities(test);
}

function matrix(table, part) {
  const data = new Float64Array(bytes(`${table}.${part}`));
  return {rows: data.length / features[table], columns: features[table], data};
}

function bytes(name) {
  const {buffer, byteOffset, byteLength} = readFileSync(join(folder, name));
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

// Warm, as scikit-learn's compiled code always is: how long the first run takes is measured with the whole process.
function medianMs(work, runs) {
  const warm = performance.now() + 500;
  do work();
  while (performance.now() < warm);
  const times = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[runs >> 1];
}
