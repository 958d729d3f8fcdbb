import {EventEmitter} from 'node:events';
import xterm from '@xterm/headless';
import type {ReactNode} from 'react';
import stringWidth from 'string-width';
import {expect, vi} from 'vitest';
import {type MountedTerminal, type MountOptions, mountApp} from '../../src/ui/mount.tsx';
import type {ColorDepth, GlyphSet} from '../../src/ui/terminal/capabilities.ts';
import type {AppExit, ProcessEvents} from '../../src/ui/terminal/exits.ts';
import type {ThemeName} from '../../src/ui/theme/themes.ts';

// Drawing whole screens takes its time on a busy machine, and slowness is not what these tests look for.
vi.setConfig({testTimeout: 60_000});

const keyCodes: {readonly [name: string]: string} = {
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  home: '\u001B[H',
  end: '\u001B[F',
  'page-up': '\u001B[5~',
  'page-down': '\u001B[6~',
  delete: '\u001B[3~',
  'shift-tab': '\u001B[Z',
  tab: '\t',
  enter: '\r',
  esc: '\u001B',
  space: ' ',
  backspace: '\u007F',
  'ctrl-c': '\u0003',
  'ctrl-z': '\u001A',
};

/** What a terminal sends for a key, by its name in the key table or as a character. */
export function keyCode(name: string): string {
  const control = /^ctrl-([a-z])$/.exec(name);
  if (control) return String.fromCharCode(control[1]!.charCodeAt(0) - 96);
  return keyCodes[name] ?? name;
}

/** A keyboard to type on. */
export class FakeKeyboard extends EventEmitter {
  readonly isTTY: boolean = true;
  isRaw = false;
  setRawMode(on: boolean) {
    this.isRaw = on;
  }
  setEncoding() {}
  resume() {}
  pause() {}
}

/** A terminal screen without a window. */
export class FakeTty extends EventEmitter {
  readonly isTTY = true;
  readonly term: xterm.Terminal;
  bytes = '';

  constructor(
    public columns: number,
    public rows: number,
  ) {
    super();
    this.term = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
  }

  write = (text: string): boolean => {
    this.bytes += text;
    this.term.write(text);
    return true;
  };

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.term.resize(columns, rows);
    this.emit('resize');
  }
}

/** One cell of the screen. */
export type ScreenCell = {
  readonly char: string;
  /** `default`, a palette number, or `#rrggbb`. */
  readonly color: string;
  readonly background: string;
  readonly isBold: boolean;
  readonly isInverse: boolean;
  readonly isUnderlined: boolean;
};

/** One whole frame as Ink drew it, before anything could cut it to the size of the window. */
export type Frame = {readonly lines: readonly string[]; readonly columns: number; readonly rows: number};

/** How to mount: the window, and what the terminal can do. */
export type XtermOptions = Omit<MountOptions, 'terminal' | 'onMount'> & {
  readonly columns?: number;
  readonly rows?: number;
  readonly colors?: ColorDepth;
  readonly glyphs?: GlyphSet;
  readonly theme?: ThemeName;
};

const forced: {readonly [depth in ColorDepth]: string} = {none: '0', 16: '1', 256: '2', true: '3'};

/**
 * Mount an app on a terminal without a window, through the same code as in the product. Colours and characters are options;
 * the environment of the tests is neither read nor changed.
 */
export async function mountInXterm(app: ReactNode, options: XtermOptions = {}) {
  const {columns = 80, rows = 24, colors = 'true', glyphs = 'block', theme = 'auto', ...rest} = options;
  const tty = new FakeTty(columns, rows);
  const keyboard = new FakeKeyboard();
  const events = new EventEmitter();
  const stops: string[] = [];
  let mounted!: MountedTerminal;
  const ended: Promise<AppExit> = mountApp(app, {
    ...rest,
    theme,
    glyphs,
    onMount: parts => {
      mounted = parts;
    },
    terminal: {
      stdin: keyboard,
      stdout: tty,
      stderr: {write: () => true},
      env: {FORCE_COLOR: forced[colors], TERM: 'xterm-256color', LANG: 'en_US.UTF-8'},
      events: events as unknown as ProcessEvents,
      // The terminal reads what it is sent a little later, so the bytes tell in which buffer it will be.
      stop: () =>
        stops.push(tty.bytes.lastIndexOf('?1049l') > tty.bytes.lastIndexOf('?1049h') ? 'normal' : 'alternate'),
    },
  });
  await until(() => mounted.screen.frame !== '');
  const {screen, keys} = mounted;

  /** Wait until keys, React and the terminal have nothing left to do. */
  const settle = async () => {
    let quiet = 0;
    for (let frames = -1; quiet < 4; quiet++) {
      for (let turn = 0; turn < 4; turn++) await new Promise(resolve => setImmediate(resolve));
      if (!keys.isIdle || screen.isPending || frames !== screen.sent.frames) quiet = -1;
      frames = screen.sent.frames;
      if (!keys.isIdle) await new Promise(resolve => setTimeout(resolve, 2));
    }
    await new Promise<void>(resolve => tty.term.write('', resolve));
  };
  await settle();

  const send = async (text: string) => {
    keyboard.emit('data', text);
    await settle();
  };
  const lines = () => {
    const buffer = tty.term.buffer.active;
    return Array.from(
      {length: tty.rows},
      (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
    );
  };
  return {
    tty,
    events,
    keyboard,
    screen,
    /** What the shell saw each time the app was stopped with Ctrl-Z: the type of buffer. */
    stops,
    /** How the app ended; pending while it runs. */
    ended,
    settle,
    send,
    lines,
    text: () => lines().join('\n'),
    frame: (): Frame => ({lines: screen.frame.split('\n'), columns: tty.columns, rows: tty.rows}),
    cell: (column: number, row: number): ScreenCell => cellOf(tty, column, row),
    isAlternate: () => tty.term.buffer.active.type === 'alternate',
    /** Press keys one after the other, letting the screen settle after each. */
    press: async (...names: readonly string[]) => {
      for (const name of names) await send(keyCode(name));
    },
    /** Press keys all at once, as a slow line delivers them. */
    burst: (...names: readonly string[]) => send(names.map(keyCode).join('')),
    type: (text: string) => send(text),
    paste: (text: string) => send(`\u001B[200~${text}\u001B[201~`),
    resize: async (width: number, height: number) => {
      tty.resize(width, height);
      await settle();
    },
    /** Wait for a text that needs time or work of its own to appear. */
    waitFor: async (text: string, timeoutMs = 20_000) => {
      await until(
        () => lines().join('\n').includes(text),
        timeoutMs,
        () => `no "${text}" on\n${lines().join('\n')}`,
      );
      await settle();
    },
    /** End the app as a signal from outside would, and wait for its end. */
    unmount: async () => {
      events.emit('SIGTERM');
      await ended;
      await new Promise<void>(resolve => tty.term.write('', resolve));
    },
  };
}

/** An app on a terminal without a window. */
export type XtermApp = Awaited<ReturnType<typeof mountInXterm>>;

/** Assert that a frame is no larger than its window. */
export function expectFits({lines, columns, rows}: Frame): void {
  expect(lines.length).toBeLessThanOrEqual(rows);
  for (const line of lines) {
    if (stringWidth(line) > columns) expect.fail(`a line is ${stringWidth(line)} wide, the window ${columns}: ${line}`);
  }
}

/** Wait until something holds, looking again every few milliseconds. */
export async function until(
  holds: () => boolean,
  timeoutMs = 20_000,
  describe = () => 'waited in vain',
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error(describe());
    await new Promise(resolve => setTimeout(resolve, 2));
  }
}

function cellOf(tty: FakeTty, column: number, row: number): ScreenCell {
  const buffer = tty.term.buffer.active;
  const cell = buffer.getLine(buffer.viewportY + row)?.getCell(column);
  if (!cell) throw new Error(`no cell ${column}, ${row}`);
  const colorOf = (isDefault: boolean, isRgb: boolean, value: number) =>
    isDefault ? 'default' : isRgb ? `#${value.toString(16).padStart(6, '0')}` : String(value);
  return {
    char: cell.getChars(),
    color: colorOf(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
    background: colorOf(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
    isBold: cell.isBold() !== 0,
    isInverse: cell.isInverse() !== 0,
    isUnderlined: cell.isUnderline() !== 0,
  };
}
