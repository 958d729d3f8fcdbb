import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** How to start a command in tmux. */
export type TmuxOptions = {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: {readonly [name: string]: string};
  readonly cwd?: string;
};

/** What tmux knows about the terminal itself. */
export type TmuxModes = {
  readonly isAlternate: boolean;
  readonly isCursorShown: boolean;
  readonly wraps: boolean;
};

/**
 * Start a command in a tmux server of its own, which nothing else shares, and drive it like a person at a terminal.
 * `close` ends that server and nothing else.
 */
export async function startTmux(command: string, options: TmuxOptions = {}) {
  const {columns = 80, rows = 24, env = {}, cwd = process.cwd()} = options;
  const folder = mkdtempSync(path.join(tmpdir(), 'mlpt-tmux-'));
  const socket = path.join(folder, 'socket');
  const tmux = async (...args: readonly string[]) => (await run('tmux', ['-S', socket, ...args])).stdout;
  const variables = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const size = ['-x', String(columns), '-y', String(rows)];
  await tmux('-f', '/dev/null', '-u', 'new-session', '-d', '-s', 'main', '-c', cwd, ...size, ...variables, command);

  const text = async () => (await tmux('capture-pane', '-p', '-t', 'main')).trimEnd();
  const waitUntil = async (holds: (text: string) => boolean, wanted: string, timeoutMs = 60_000) => {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const now = await text().catch(error => `tmux: ${String(error)}`);
      if (holds(now)) return now;
      if (Date.now() > end) throw new Error(`waited in vain for ${wanted}; the screen was:\n${now}`);
      await new Promise(resolve => setTimeout(resolve, 30));
    }
  };
  return {
    /** What stands on the screen. */
    text,
    /** The same with the codes of its colours. */
    styledText: () => tmux('capture-pane', '-e', '-p', '-t', 'main'),
    /** Press keys by tmux's names: `Down`, `Enter`, `C-c`, `q`. */
    press: async (...keys: readonly string[]) => {
      await tmux('send-keys', '-t', 'main', '--', ...keys);
    },
    /** Type a text as it is. */
    type: async (line: string) => {
      await tmux('send-keys', '-t', 'main', '-l', '--', line);
    },
    /** Wait for a text on the screen. */
    waitFor: (wanted: string | RegExp, timeoutMs?: number) =>
      waitUntil(
        now => (typeof wanted === 'string' ? now.includes(wanted) : wanted.test(now)),
        String(wanted),
        timeoutMs,
      ),
    /** Wait until the screen shows exactly this. */
    waitForExactly: (wanted: string, timeoutMs?: number) =>
      waitUntil(now => now === wanted, `exactly:\n${wanted}\n`, timeoutMs),
    /** Wait until the screen shows something else than this. */
    waitForChange: (before: string, timeoutMs?: number) =>
      waitUntil(now => now !== before && !now.startsWith('tmux: '), 'any change', timeoutMs),
    /** Wait until a text is no longer on the screen. */
    waitForNo: (unwanted: string, timeoutMs?: number) =>
      waitUntil(now => !now.includes(unwanted), `the end of "${unwanted}"`, timeoutMs),
    /** The process that the shell in it waits for. */
    child: async () => {
      const shell = (await tmux('display-message', '-p', '-t', 'main', '#{pane_pid}')).trim();
      return Number((await run('pgrep', ['-P', shell])).stdout.trim());
    },
    resize: async (width: number, height: number) => {
      await tmux('resize-window', '-t', 'main', '-x', String(width), '-y', String(height));
    },
    modes: async (): Promise<TmuxModes> => {
      const flags = await tmux('display-message', '-p', '-t', 'main', '#{alternate_on}#{cursor_flag}#{wrap_flag}');
      return {isAlternate: flags[0] === '1', isCursorShown: flags[1] === '1', wraps: flags[2] === '1'};
    },
    close: async () => {
      // A server whose last command has ended is gone already.
      await tmux('kill-server').catch(() => {});
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** A command in a tmux server of its own. */
export type Tmux = Awaited<ReturnType<typeof startTmux>>;
