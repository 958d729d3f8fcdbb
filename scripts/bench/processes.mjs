// How long programs take and what they use, measured from outside.
import {spawn} from 'node:child_process';

/** The middle one of some numbers. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

/** The number that 95 of 100 do not exceed. */
export function p95(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * 0.95))];
}

/** Run a program to its end: milliseconds, and what it wrote. */
export async function runToEnd(command, words, options = {}) {
  const start = performance.now();
  const child = spawn(command, words, {stdio: ['ignore', 'pipe', 'pipe'], ...options});
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', chunk => (stdout += chunk));
  child.stderr.on('data', chunk => (stderr += chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${code}:\n${stderr}`);
  return {ms: performance.now() - start, stdout, stderr};
}

/** The median times of several jobs that take turns, so that a busy machine slows them all alike. */
export async function takeTurns(rounds, jobs) {
  const times = Object.fromEntries(Object.keys(jobs).map(name => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, job] of Object.entries(jobs)) {
      const ms = await job();
      // The first round warms the disk's cache.
      if (round > 0) times[name].push(ms);
    }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}
