import {type ChildProcess, execFile, type SpawnOptions, spawn} from 'node:child_process';
import {cpSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterAll} from 'vitest';
import {removeWhenLeft} from './temporary-folder.ts';

/** How a program ended and what it said. */
export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type Running = {readonly child: ChildProcess; readonly ended: Promise<Ended>};

/** The product as it is published, built once for the tests of one file. */
export type BuiltProgram = {
  /** The file that Node runs. */
  readonly entry: string;
  readonly start: (words: readonly string[], options?: SpawnOptions) => Running;
  readonly run: (words: readonly string[], options?: SpawnOptions) => Promise<Ended>;
};

/** Build the program into a folder of its own, which is gone after the tests. */
export async function buildProgram(): Promise<BuiltProgram> {
  const root = path.join(import.meta.dirname, '../..');
  const folder = mkdtempSync(path.join(tmpdir(), 'mlpt-built-'));
  afterAll(() => removeWhenLeft(folder));
  // A small course is enough for a program that runs pipelines.
  const lessons = path.join(folder, 'lessons');
  cpSync(path.join(root, 'test/fixtures/course'), lessons, {recursive: true});
  const words = ['scripts/build.mjs', '--out', path.join(folder, 'dist'), '--lessons', lessons];
  await promisify(execFile)(process.execPath, words, {cwd: root});
  const entry = path.join(folder, 'dist/cli.cjs');
  const start = (given: readonly string[], options: SpawnOptions = {}) => {
    const child = spawn(process.execPath, [entry, ...given], {
      ...options,
      env: {...process.env, NO_COLOR: '1', npm_command: '', ...options.env},
    });
    return {child, ended: endOf(child)};
  };
  return {entry, start, run: (given, options) => start(given, options).ended};
}

/** Wait until a program has ended, and collect what it said. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', chunk => (stdout += chunk));
  child.stderr?.on('data', chunk => (stderr += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({code, signal, stdout, stderr}));
  });
}
