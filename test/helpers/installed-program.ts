import {execFile, spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterAll} from 'vitest';
import {type Ended, endOf, type Running} from './built-program.ts';
import {removeWhenLeft} from './temporary-folder.ts';
import {startTmux, type Tmux, type TmuxOptions} from './tmux.ts';

const call = promisify(execFile);

/** The product as a stranger gets it: the packed tarball, installed in an empty folder. */
export type InstalledProgram = {
  /** The folder it was installed in. */
  readonly folder: string;
  /** The command that npm put there. */
  readonly command: string;
  /** A home that no other test uses. */
  readonly newHome: () => string;
  /** Run it without a terminal; `input` is what comes through the pipe, or null where the test writes it bit by bit. */
  readonly run: (words: readonly string[], options?: RunOptions) => Promise<Ended>;
  readonly start: (words: readonly string[], options?: RunOptions) => Running;
  /** A shell in a terminal of its own, in which `ml-pipeline-tutor` starts it: a person's terminal. */
  readonly openShell: (options: TmuxOptions & {readonly home: string}) => Promise<Tmux>;
};

type RunOptions = {
  readonly home?: string;
  readonly input?: string | null;
  readonly env?: {readonly [name: string]: string};
};

/** Pack the build that is in `dist/`, install it in an empty folder without a network, and clean up after the tests. */
export async function installProgram(): Promise<InstalledProgram> {
  const root = path.join(import.meta.dirname, '../..');
  const folder = mkdtempSync(path.join(tmpdir(), 'mlpt-installed-'));
  const opened: Tmux[] = [];
  afterAll(async () => {
    for (const tmux of opened) await tmux.close();
    await removeWhenLeft(folder);
  });
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [packed] = JSON.parse((await call('npm', pack, {cwd: root})).stdout) as [{filename: string}];
  const place = path.join(folder, 'app');
  mkdirSync(place);
  writeFileSync(path.join(place, 'package.json'), '{"private": true}\n');
  const tarball = path.join(folder, packed.filename);
  await call('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], {cwd: place});
  const command = path.join(place, 'node_modules/.bin/ml-pipeline-tutor');
  let homes = 0;
  const environment = (home: string | undefined) => ({NO_COLOR: '1', ...(home && {MLPT_HOME: home})});
  const start = (words: readonly string[], {home, input, env}: RunOptions = {}) => {
    const child = spawn(command, [...words], {cwd: place, env: {...process.env, ...environment(home), ...env}});
    // A program that ends before it has read everything closes the pipe.
    child.stdin.on('error', () => {});
    if (input !== null) child.stdin.end(input ?? '');
    return {child, ended: endOf(child)};
  };
  return {
    folder: place,
    command,
    newHome: () => path.join(folder, `home-${++homes}`),
    start,
    run: (words, options) => start(words, options).ended,
    async openShell({home, ...options}) {
      // The shell that tmux starts commands with may set a path of its own, so the path comes after it.
      const bare = `exec env PATH='${path.dirname(command)}':"$PATH" sh`;
      const env = {LANG: 'C.UTF-8', MLPT_HOME: home, ...options.env};
      const tmux = await startTmux(bare, {columns: 100, rows: 40, cwd: place, ...options, env});
      opened.push(tmux);
      // Job control, as a person's own shell has it.
      await tmux.type('set -m');
      await tmux.press('Enter');
      return tmux;
    },
  };
}
