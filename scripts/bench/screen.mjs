// The full screen: how soon its first frame is there, how soon a key is answered, and what that costs.
import {spawn} from 'node:child_process';
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {median, p95, runToEnd, takeTurns} from './processes.mjs';

const preload = path.join(import.meta.dirname, 'terminal-preload.cjs');
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

export async function measure(place) {
  const idle = await withTutor(place, place.cli, [], pressArrows);
  const busyCli = await buildBusyCourse(place);
  const busy = await withTutor(place, busyCli, ['lab', 'scaling'], pressArrows);
  const change = await withTutor(place, place.cli, ['lab', 'preprocessing'], changeSetting);
  return [
    {what: 'start to first frame, against node -e 0', value: await firstFrame(place), limit: 4, unit: '×'},
    {what: 'key to painted frame, p95', value: idle.ms, limit: 50, unit: 'ms'},
    {what: 'key to painted frame while a forest trains, p95', value: busy.ms, limit: 50, unit: 'ms'},
    {what: 'bytes per arrow key at 120×40', value: idle.bytes / 1000, limit: 1, unit: 'KB'},
    {what: 'a setting changed to its new chart', value: change, limit: 150, unit: 'ms'},
    {what: 'memory with the tutor open', value: idle.megabytes, limit: 110, unit: 'MB'},
  ];
}

async function firstFrame({cli, folder}) {
  const home = knownHome(folder, 'first-frame');
  const times = await takeTurns(11, {
    bare: async () => (await runToEnd(process.execPath, ['-e', '0'])).ms,
    prepared: async () => (await runToEnd(process.execPath, ['--require', preload, '-e', '0'])).ms,
    frame: async () => {
      const start = performance.now();
      const tutor = openTutor(cli, [], home);
      await tutor.until(text => text.includes('Enter'));
      const ms = performance.now() - start;
      await tutor.end();
      return ms;
    },
  });
  // What it takes to make pipes look like a terminal belongs to the measurement.
  return (times.frame - (times.prepared - times.bare)) / times.bare;
}

/** Answer the two questions of a first start, so that the tutor opens at its map. */
function knownHome(folder, name) {
  const home = path.join(folder, name);
  mkdirSync(home, {recursive: true});
  const progress = {version: 1, settings: {profile: 'professional'}};
  writeFileSync(path.join(home, 'progress.json'), JSON.stringify(progress));
  return home;
}

async function withTutor({folder}, cli, words, use) {
  const tutor = openTutor(cli, words, knownHome(folder, `screen-${words.join('-')}`));
  await tutor.until(text => text.includes('Enter'));
  await pause(1500);
  try {
    return await use(tutor);
  } finally {
    await tutor.end();
  }
}

function openTutor(cli, words, home) {
  const child = spawn(process.execPath, ['--require', preload, cli, ...words], {
    env: {...process.env, MLPT_HOME: home, TERM: 'xterm-256color', COLORTERM: 'truecolor', NO_COLOR: ''},
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let text = '';
  let look = () => {};
  let lastAt = performance.now();
  child.stdout.on('data', chunk => {
    text += chunk;
    lastAt = performance.now();
    look();
  });
  child.stdout.on('close', () => look());
  const until = (holds, from = 0) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`The screen did not change:\n${text.slice(-2000)}`)), 30_000);
      look = () => {
        if (!holds(text.slice(from))) return;
        clearTimeout(timer);
        look = () => {};
        resolve();
      };
      look();
    });
  /** Wait until nothing was painted for so long, and say when the last paint was. */
  const settled = async (quietMs = 500) => {
    while (performance.now() - lastAt < quietMs) await pause(20);
    return lastAt;
  };
  return {
    child,
    until,
    settled,
    length: () => text.length,
    press: key => child.stdin.write(key),
    end: async () => {
      const closed = new Promise(resolve => child.once('close', resolve));
      child.kill('SIGTERM');
      await closed;
    },
  };
}

async function pressArrows(tutor) {
  // The first arrow may only show where the pointer is.
  tutor.press('\u001B[B');
  await pause(500);
  const times = [];
  const sizes = [];
  for (let turn = 0; turn < 60; turn++) {
    const from = tutor.length();
    const start = performance.now();
    tutor.press(turn % 2 === 0 ? '\u001B[B' : '\u001B[A');
    await tutor.until(text => text.length > 0, from);
    times.push(performance.now() - start);
    await pause(60);
    sizes.push(tutor.length() - from);
  }
  return {ms: p95(times), bytes: median(sizes), megabytes: residentMegabytes(tutor.child.pid)};
}

/** In the first task of the lab: predict, change the setting, run; then again with other values. */
async function changeSetting(tutor) {
  await tutor.settled(1500);
  tutor.press('\r');
  await tutor.settled();
  const times = [];
  for (let turn = 0; turn < 7; turn++) {
    tutor.press('\u001B[C');
    await tutor.settled();
    const start = performance.now();
    tutor.press('r');
    await tutor.until(text => text.length > 0, tutor.length());
    times.push((await tutor.settled()) - start);
  }
  return median(times);
}

function residentMegabytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

/** A course whose lab trains large forests as soon as it is opened. */
async function buildBusyCourse({root, folder}) {
  const lessons = path.join(folder, 'busy-lessons');
  cpSync(path.join(root, 'test/fixtures/course'), lessons, {recursive: true});
  const file = path.join(lessons, '01-scaling/lab.yaml');
  const base = 'training: {model: random_forest, params: {n_estimators: 400}}\n  evaluation: {cross_validate: 20}';
  const lab = readFileSync(file, 'utf8').replace('dataset: wine', 'dataset: breast_cancer');
  writeFileSync(file, lab.replace('training: {model: knn, params: {n_neighbors: 5}}', base));
  const dist = path.join(folder, 'busy-dist');
  await runToEnd(process.execPath, ['scripts/build.mjs', '--out', dist, '--lessons', lessons], {cwd: root});
  return path.join(dist, 'cli.cjs');
}
