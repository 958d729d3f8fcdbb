// Whole programs: how long short answers and a run take, against bare Node and against scikit-learn.
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {runToEnd, takeTurns} from './processes.mjs';

const here = import.meta.dirname;

export async function measure({cli, folder, python, root}) {
  const ms = async (command, words, env = {}) => (await runToEnd(command, words, {env: {...process.env, ...env}})).ms;
  const node = words => ms(process.execPath, words);
  const fresh = ['run', '--dataset', 'breast_cancer', '--fresh', '--json', '--home', path.join(folder, 'run-home')];
  const times = await takeTurns(9, {
    bare: () => node(['-e', '0']),
    version: () => node([cli, '--version']),
    help: () => node([cli, '--help']),
    run: () => node([cli, ...fresh]),
    ...(python && {theirs: () => ms(python, [path.join(here, 'run.py'), path.join(root, 'datasets')], oneThread)}),
  });
  const rows = [
    {what: '--version, against node -e 0', value: times.version / times.bare, limit: 2, unit: '×'},
    {what: '--help, against node -e 0', value: times.help / times.bare, limit: 2, unit: '×'},
  ];
  if (python)
    rows.push({
      what: 'run on breast_cancer, against scikit-learn',
      value: times.run / times.theirs,
      limit: 0.25,
      unit: '×',
    });
  return [...rows, ...(await largeTable(cli, folder))];
}

const oneThread = {OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1'};

async function largeTable(cli, folder) {
  const csv = path.join(folder, 'large.csv');
  writeFileSync(csv, largeCsv(100_000, 20));
  const words = [
    cli,
    'run',
    '--csv',
    csv,
    '--target',
    'y',
    '--fresh',
    '--json',
    '--home',
    path.join(folder, 'large-home'),
  ];
  const preload = pathToFileURL(path.join(here, 'memory-preload.mjs')).href;
  const {ms, stderr} = await runToEnd(process.execPath, ['--import', preload, ...words]);
  const megabytes = Number(/peak memory: (\d+)/.exec(stderr)[1]) / 1024;
  return [
    {what: 'run on 100 000 × 20', value: ms / 1000, limit: 4, unit: 's'},
    {what: 'run on 100 000 × 20, peak memory', value: megabytes, limit: 700, unit: 'MB'},
  ];
}

/** A table of numbers with a target that depends on three of them, the same each time. */
function largeCsv(rows, columns) {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const lines = [[...Array.from({length: columns - 1}, (_, index) => `x${index}`), 'y'].join(',')];
  for (let row = 0; row < rows; row++) {
    const values = Array.from({length: columns - 1}, () => next() + next() + next() - 1.5);
    const score = values[0] + 2 * values[1] - values[2] + (next() - 0.5);
    lines.push([...values.map(value => value.toFixed(5)), score > 0 ? 'yes' : 'no'].join(','));
  }
  return `${lines.join('\n')}\n`;
}
