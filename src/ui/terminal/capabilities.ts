import tty from 'node:tty';
import isUnicodeSupported from 'is-unicode-supported';

/** How many colours the terminal can show. */
export type ColorDepth = 'none' | '16' | '256' | 'true';
/** Which characters pictures are drawn with. */
export type GlyphSet = 'braille' | 'block' | 'ascii';
/** The size of a screen or of a part of it, in character cells. */
export type WindowSize = {readonly columns: number; readonly rows: number};

/** What the terminal can do; decided once, before anything of Ink is loaded. */
export type Capabilities = {
  readonly colorDepth: ColorDepth;
  readonly glyphSet: GlyphSet;
  readonly background: 'dark' | 'light';
  /** Whether a full screen can be shown: both ends are a terminal, and not a dumb one. */
  readonly isInteractive: boolean;
};

type Env = {readonly [name: string]: string | undefined};
type Sizes = {readonly columns?: number | undefined; readonly rows?: number | undefined};

type Streams = {readonly stdin: {readonly isTTY?: boolean}; readonly stdout: {readonly isTTY?: boolean}};

/** Whether both ends are a terminal, be it a dumb one. */
export function isTerminal({stdin, stdout}: Streams): boolean {
  return stdin.isTTY === true && stdout.isTTY === true;
}

/** Decide what the terminal can do from the environment and the two streams. */
export function detectCapabilities(env: Env, streams: Streams): Capabilities {
  const isTty = streams.stdout.isTTY === true;
  return {
    colorDepth: detectColorDepth(env, isTty),
    glyphSet: detectGlyphSet(env),
    background: detectBackground(env),
    isInteractive: isTerminal(streams) && env.TERM !== 'dumb',
  };
}

/** The size of the terminal; one that reports 0 (as some do in CI) counts as 80×24. */
export function terminalSize(stream: Sizes): WindowSize {
  return {columns: stream.columns || 80, rows: stream.rows || 24};
}

/**
 * The colours to use. `FORCE_COLOR` (0–3) wins over everything, then `NO_COLOR` and `TERM=dumb`, then Node's own table of terminals.
 *
 * @see https://no-color.org and https://nodejs.org/api/tty.html#writestreamgetcolordepthenv
 */
export function detectColorDepth(env: Env, isTty: boolean): ColorDepth {
  const {CI: _ci, FORCE_COLOR: forced, NO_COLOR: noColor, NODE_DISABLE_COLORS: _disabled, ...rest} = env;
  if (forced !== undefined) return forcedDepth(forced);
  if (noColor || env.TERM === 'dumb' || !isTty) return 'none';
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return 'true';
  const bits = tty.WriteStream.prototype.getColorDepth.call(undefined as never, rest);
  return ({1: 'none', 4: '16', 8: '256', 24: 'true'} as const)[bits as 1 | 4 | 8 | 24] ?? 'none';
}

function forcedDepth(value: string): ColorDepth {
  if (value === 'false') return 'none';
  const level = value === '' || value === 'true' ? 1 : Number.parseInt(value, 10);
  return (['none', '16', '256', 'true'] as const)[level] ?? '16';
}

function detectGlyphSet(env: Env): GlyphSet {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  // A locale that is set and is not UTF-8 says what the terminal can print; an unset one (as in containers) says nothing.
  if (locale && process.platform !== 'win32' && !/utf-?8/i.test(locale)) return 'ascii';
  return isUnicodeSupported() && env.TERM !== 'linux' ? 'braille' : 'ascii';
}

function detectBackground(env: Env): 'dark' | 'light' {
  const background = env.COLORFGBG?.split(';').at(-1);
  return background === '7' || background === '15' ? 'light' : 'dark';
}
