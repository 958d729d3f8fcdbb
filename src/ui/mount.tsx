import type {ReactNode} from 'react';
import {KnownError} from '../errors.ts';
import {type Capabilities, detectCapabilities, type GlyphSet, isTerminal} from './terminal/capabilities.ts';
import {captureOutput, type Writer} from './terminal/captured-output.ts';
import {type AppExit, interrupted, type ProcessEvents, watchExits} from './terminal/exits.ts';
import {type KeyInput, KeyPump} from './terminal/key-pump.ts';
import {type AppScreen, Screen, type ScreenOutput} from './terminal/screen.ts';
import {suspend, takeBack} from './terminal/suspend.ts';
import type {ThemeName} from './theme/themes.ts';

/** The streams and events of a process: Node's own, or a test's. */
export type Terminal = {
  readonly stdin: KeyInput;
  readonly stdout: ScreenOutput & Writer & {readonly isTTY?: boolean};
  readonly stderr: Writer;
  readonly env: {readonly [name: string]: string | undefined};
  readonly events: ProcessEvents;
  /** Stop the program until the shell continues it. */
  readonly stop: () => void;
};

/** The screen and the keyboard of a mounted app. */
export type MountedTerminal = {readonly screen: AppScreen; readonly keys: KeyPump; readonly capabilities: Capabilities};

/** Makes a screen on the output of a terminal; only `write` reaches it. */
export type OpenScreen = (output: ScreenOutput, write: (text: string) => void) => AppScreen;

/** How an app is shown. */
export type MountOptions = {
  readonly theme?: ThemeName | 'auto';
  readonly glyphs?: GlyphSet | 'auto';
  /** Gets each line that something wrote past the screen: `console`, warnings of Node. */
  readonly onLog?: (line: string) => void;
  /** Makes the screen that frames are given to; left out, they are painted on the full screen. */
  readonly openScreen?: OpenScreen;
  readonly onMount?: (mounted: MountedTerminal) => void;
  readonly terminal?: Terminal;
};

/**
 * Show an app on the full screen, or say it to a screen reader, until it ends, and give the terminal back as it was, whatever ends it.
 *
 * Nothing of Ink or React is loaded before; pass a function that imports the app to keep it so. Prints nothing and sets no exit code:
 * the caller does, with what this returns, once the terminal is its own again.
 *
 * @throws {KnownError} `no_terminal` if there is no terminal at either end, or a dumb one where pictures are to be painted.
 */
export async function mountApp(
  app: ReactNode | ((capabilities: Capabilities) => Promise<ReactNode>),
  options: MountOptions = {},
): Promise<AppExit> {
  const terminal = options.terminal ?? nodeTerminal();
  const capabilities = detectCapabilities(terminal.env, terminal);
  const {openScreen} = options;
  // Text that is only ever added to needs nothing of a terminal but its keys.
  const isPossible = openScreen ? isTerminal(terminal) : capabilities.isInteractive;
  if (!isPossible) {
    throw new KnownError('no_terminal', 'The full screen needs a terminal for both its keys and its picture.', {
      hint: 'Add `--plain` to use the tutor as numbered text.',
    });
  }
  const log = options.onLog ?? (() => {});
  const out = captureOutput(terminal.stdout, log);
  const err = captureOutput(terminal.stderr, log);
  const screen = openScreen ? openScreen(terminal.stdout, out.write) : new Screen(terminal.stdout, out.write);
  const keys = new KeyPump(terminal.stdin);
  const restore = () => {
    screen.leave();
    keys.setRawMode(false);
    out.release();
    err.release();
  };
  const {promise: ended, resolve: end} = deferred<AppExit>();
  const stopWatching = watchExits(
    terminal.events,
    exit => {
      restore();
      end(exit);
    },
    restore,
  );
  const goOn = () => takeBack({screen, keys});
  terminal.events.on('SIGCONT', goOn);
  keys.on('suspend', () => suspend({screen, keys, stop: terminal.stop}));
  const hangUp = () => end({reason: 'signal', code: 129, signal: 'SIGHUP'});
  keys.on('hangup', hangUp);
  terminal.stdout.on('error', hangUp);
  screen.enter();
  options.onMount?.({screen, keys, capabilities});
  const running = runInk(app, {screen, keys, capabilities, options}, ended);
  const exit = await Promise.race([running, ended]);
  restore();
  terminal.events.off('SIGCONT', goOn);
  stopWatching();
  return exit;
}

type Running = MountedTerminal & {readonly options: MountOptions};

async function runInk(
  app: Parameters<typeof mountApp>[0],
  {screen, keys, capabilities, options}: Running,
  ended: Promise<AppExit>,
): Promise<AppExit> {
  try {
    const [node, {startInk}] = await Promise.all([
      typeof app === 'function' ? app(capabilities) : app,
      import('./terminal/start-ink.tsx'),
    ]);
    const {theme = 'auto', glyphs = 'auto'} = options;
    const ink = startInk(node, {screen, keys, capabilities, theme, glyphs});
    void ended.then(() => ink.unmount());
    const result: unknown = await ink.waitUntilExit();
    return result === interrupted ? interrupted : {reason: 'quit', code: 0};
  } catch (error) {
    return {reason: 'crash', code: 1, error};
  }
}

function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>(settle => {
    resolve = settle;
  });
  return {promise, resolve};
}

function nodeTerminal(): Terminal {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    events: process as unknown as ProcessEvents,
    stop: () => {
      if (process.platform !== 'win32') process.kill(0, 'SIGTSTP');
    },
  };
}
