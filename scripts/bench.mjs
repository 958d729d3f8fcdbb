// Measures the budgets of the product and prints one line for each: node scripts/bench.mjs [screen|programs|package|models|serve]…
// Ratios are taken within one run. A line says "over" where a budget is not met; nothing fails, because machines differ.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const parts = ['package', 'programs', 'screen', 'models', 'serve'];
const wanted = process.argv.length > 2 ? process.argv.slice(2) : parts;
const unknown = wanted.find(part => !parts.includes(part));
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}". The parts are ${parts.join(', ')}.\n`);
  process.exit(2);
}

const python = process.env.PYTHON ?? '/usr/bin/python3';
const hasSklearn = spawnSync(python, ['-c', 'import sklearn, pandas'], {stdio: 'ignore'}).status === 0;
if (!hasSklearn)
  process.stdout.write('Comparisons with scikit-learn are left out: apt-get install python3-sklearn python3-pandas\n');
const folder = mkdtempSync(path.join(tmpdir(), 'mlpt-bench-'));
try {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], {cwd: root, stdio: 'inherit'});
  if (built.status !== 0) process.exit(built.status ?? 1);
  const place = {root, folder, cli: path.join(root, 'dist/cli.cjs'), python: hasSklearn ? python : null};
  for (const part of wanted) {
    process.stdout.write(`\n${part}\n`);
    const {measure} = await import(`./bench/${part}.mjs`);
    for (const row of await measure(place)) process.stdout.write(`${lineOf(row)}\n`);
  }
} finally {
  rmSync(folder, {recursive: true});
}

function lineOf({what, value, limit, unit, atLeast = false}) {
  const isMet = atLeast ? value >= limit : value <= limit;
  const figure = `${value.toPrecision(3)} ${unit}`.trim();
  return `  ${what.padEnd(58)} ${figure.padStart(10)}   ${atLeast ? 'at least' : 'at most'} ${limit}${isMet ? '' : '   over'}`;
}
