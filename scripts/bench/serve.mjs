// Compare one-row predictions with GET /health on the same running service: node scripts/bench/serve.mjs [DATASET] [MODEL] [SECONDS]
// Prints ratios, because rates say more about the machine than about the code: of requests in the same time, and of
// processor time per request, which other programs on the machine disturb less. Then memory over a minute of load.
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import autocannon from 'autocannon';

const rounds = 5;
const roundSeconds = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** Put a service under load, of a build that is there already or of one that is made for it. */
export async function measure(options = {}) {
  const {dataset = 'subscriptions', model = 'logistic_regression', seconds = 60} = options;
  const folder = mkdtempSync(join(tmpdir(), 'bench-serve-'));
  const cli = options.cli ?? join(folder, 'dist/cli.cjs');
  const command = (...words) => [cli, ...words, '--home', join(folder, 'home')];
  try {
    if (!options.cli) await run(process.execPath, ['scripts/build.mjs', '--out', join(folder, 'dist')], {cwd: root});
    const words = ['--dataset', dataset, '--set', `training.model=${model}`, '--set', 'deployment.name=bench'];
    await run(process.execPath, command('run', ...words, '--json'), {maxBuffer: 1 << 26});
    const serve = command('serve', '--model', 'bench', '--port', '0', '--json');
    return await withService(serve, address => measureService(address, seconds));
  } finally {
    rmSync(folder, {recursive: true});
  }
}

async function withService(words, use) {
  // The log goes where it costs what it costs in use, and is read by nobody.
  const child = spawn(process.execPath, words, {stdio: ['ignore', 'pipe', 'pipe']});
  child.stderr.resume();
  const ended = once(child, 'exit');
  try {
    const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
    return await use(JSON.parse(line).address);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function measureService(address, seconds) {
  const {components} = await (await fetch(`${address}/openapi.json`)).json();
  const health = {url: `${address}/health`};
  const [row] = components.schemas.Row.examples;
  const post = {url: `${address}/predict`, method: 'POST', headers: {'content-type': 'application/json'}};
  const predict = {...post, body: JSON.stringify(row)};
  // More rows than the service remembers answers to.
  const rows = Array.from({length: 2000}, (_, index) => JSON.stringify(withNumbersMoved(row, index / 1000)));
  const fresh = {...post, requests: rows.map(body => ({body}))};
  for (const request of [health, predict, fresh]) await load(address, request, roundSeconds);
  const pairs = [];
  for (let round = 0; round < rounds; round++) {
    const turns = [];
    for (const request of [health, predict, fresh]) turns.push(await load(address, request, roundSeconds));
    pairs.push(turns);
  }
  const memory = await measureMemory(address, predict, seconds);
  const failed = pairs.flat().reduce((sum, one) => sum + one.failed, memory.failed);
  const ratio = of => median(pairs.map(turns => of(...turns)));
  const rate = ratio((one, other) => other.rate / one.rate);
  const processor = ratio((one, other) => one.cpuMs / other.cpuMs);
  return [
    {what: 'POST /predict in the same time, against GET /health', value: rate, limit: 0.5, unit: '×', atLeast: true},
    {
      what: 'POST /predict with another row each time, against GET /health',
      value: ratio((one, _, other) => other.rate / one.rate),
      limit: 0.5,
      unit: '×',
      atLeast: true,
    },
    {
      what: 'POST /predict by processor time, against GET /health',
      value: processor,
      limit: 0.5,
      unit: '×',
      atLeast: true,
    },
    {what: `memory after ${seconds} s of load, against a third before`, value: memory.growth, limit: 1.1, unit: '×'},
    {what: 'requests that failed', value: failed, limit: 0, unit: ''},
  ];
}

function withNumbersMoved(row, by) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? value + by : value]),
  );
}

async function measureMemory(address, request, seconds) {
  const readings = [];
  const read = async () => readings.push(await readMetric(address, 'process_resident_memory_bytes'));
  const timer = setInterval(read, (seconds * 1000) / 60);
  const {failed, count} = await load(address, request, seconds);
  clearInterval(timer);
  const third = Math.floor(readings.length / 3);
  return {failed, count, growth: median(readings.slice(2 * third)) / median(readings.slice(third, 2 * third))};
}

async function load(address, request, duration) {
  const before = await readMetric(address, 'process_cpu_seconds_total');
  const {requests, non2xx, errors, timeouts} = await autocannon({...request, duration, connections: 10});
  const after = await readMetric(address, 'process_cpu_seconds_total');
  return {
    rate: requests.average,
    count: requests.total,
    cpuMs: ((after - before) * 1000) / requests.total,
    failed: non2xx + errors + timeouts,
  };
}

async function readMetric(address, name) {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)[1]);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dataset, model, seconds] = process.argv.slice(2);
  for (const row of await measure({dataset, model, ...(seconds && {seconds: Number(seconds)})})) {
    const {what, value, limit, unit, atLeast = false} = row;
    const isMet = atLeast ? value >= limit : value <= limit;
    process.stdout.write(`${what}: ${Number(value.toFixed(2))} ${unit}${isMet ? '' : '  NOT GOOD ENOUGH'}\n`);
  }
}
