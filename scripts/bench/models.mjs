// Compare our models' fit + predict with scikit-learn's on the same rows, both on one thread.
// Prints ratios, because seconds say more about the machine than about the code. Needs Python with scikit-learn.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const features = {iris: 4, wine: 13, breast_cancer: 30, made_10000x20: 20};

export async function measure({root, folder, python}) {
  if (!python) return [];
  const tables = path.join(folder, 'models');
  mkdirSync(tables);
  const outfile = path.join(tables, 'models.mjs');
  await build({
    entryPoints: [path.join(root, 'src/ml/models/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const {classifiers} = await import(pathToFileURL(outfile).href);
  const script = path.join(import.meta.dirname, 'models.py');
  const theirs = JSON.parse(execFileSync(python, [script, path.join(root, 'datasets'), tables], {encoding: 'utf8'}));
  return Object.entries(theirs).map(([key, theirMs]) => {
    const [table, model] = key.split(' ');
    const isMade = table.startsWith('made');
    const ourMs = medianMs(job(classifiers[model], tables, table), isMade ? 3 : 15);
    return {
      what: `${model} on ${table}, against scikit-learn`,
      value: ourMs / theirMs,
      limit: isMade ? 4 : 2,
      unit: '×',
    };
  });
}

function job(model, folder, table) {
  const y = new Int32Array(bytes(folder, `${table}.y_train`));
  const rows = {x: matrix(folder, table, 'x_train'), y, classes: Math.max(...y) + 1};
  const test = matrix(folder, table, 'x_test');
  const params = Object.fromEntries(Object.entries(model.params).map(([name, setting]) => [name, setting.default]));
  return () => model.load(model.fit(rows, params, {seed: '42'})).probabilities(test);
}

function matrix(folder, table, part) {
  const data = new Float64Array(bytes(folder, `${table}.${part}`));
  return {rows: data.length / features[table], columns: features[table], data};
}

function bytes(folder, name) {
  const {buffer, byteOffset, byteLength} = readFileSync(path.join(folder, name));
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
