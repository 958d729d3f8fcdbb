import {describe, expect, test} from 'vitest';
import {detectCapabilities, detectColorDepth, isTerminal, terminalSize} from '../../../src/ui/terminal/capabilities.ts';

const tty = {stdin: {isTTY: true}, stdout: {isTTY: true}};

describe('colours', () => {
  test.each([
    [{TERM: 'xterm-256color'}, '256'],
    [{TERM: 'xterm'}, '16'],
    [{TERM: 'xterm-256color', COLORTERM: 'truecolor'}, 'true'],
    [{TERM: 'screen-256color', TMUX: '/tmp/x', COLORTERM: '24bit'}, 'true'],
    [{TERM: 'xterm-256color', CI: '1'}, '256'],
    [{TERM: 'dumb'}, 'none'],
    [{TERM: 'xterm-256color', NO_COLOR: '1'}, 'none'],
    [{TERM: 'xterm-256color', NO_COLOR: ''}, '256'],
    [{TERM: 'xterm-256color', NO_COLOR: '1', FORCE_COLOR: '1'}, '16'],
    [{TERM: 'xterm', FORCE_COLOR: '3'}, 'true'],
    [{TERM: 'dumb', FORCE_COLOR: '2'}, '256'],
    [{TERM: 'xterm', FORCE_COLOR: ''}, '16'],
    [{TERM: 'xterm-256color', FORCE_COLOR: '0'}, 'none'],
    [{TERM: 'xterm-256color', FORCE_COLOR: 'false'}, 'none'],
  ])('%j gives %s', (env, depth) => {
    expect(detectColorDepth(env, true)).toBe(depth);
  });

  test('a pipe has none unless they are forced', () => {
    expect(detectColorDepth({TERM: 'xterm-256color'}, false)).toBe('none');
    expect(detectColorDepth({FORCE_COLOR: '3'}, false)).toBe('true');
  });
});

describe('characters', () => {
  test.each([
    [{LANG: 'de_DE.UTF-8'}, 'braille'],
    [{LANG: 'C.utf8'}, 'braille'],
    [{}, 'braille'],
    [{LANG: 'C'}, 'ascii'],
    [{LANG: 'de_DE.UTF-8', LC_ALL: 'POSIX'}, 'ascii'],
    [{LANG: 'de_DE.UTF-8', TERM: 'linux'}, 'ascii'],
  ])('%j gives %s', (env, glyphs) => {
    expect(detectCapabilities(env, tty).glyphSet).toBe(glyphs);
  });
});

test('a full screen needs a terminal at both ends that is not dumb', () => {
  expect(detectCapabilities({TERM: 'xterm'}, tty).isInteractive).toBe(true);
  expect(detectCapabilities({TERM: 'dumb'}, tty).isInteractive).toBe(false);
  expect(detectCapabilities({TERM: 'xterm'}, {...tty, stdin: {}}).isInteractive).toBe(false);
  expect(detectCapabilities({TERM: 'xterm'}, {...tty, stdout: {isTTY: false}}).isInteractive).toBe(false);
});

test('a light background is known from COLORFGBG, and dark is assumed', () => {
  expect(detectCapabilities({COLORFGBG: '0;15'}, tty).background).toBe('light');
  expect(detectCapabilities({COLORFGBG: '15;0'}, tty).background).toBe('dark');
  expect(detectCapabilities({}, tty).background).toBe('dark');
});

test('a terminal that reports size 0 counts as 80 by 24', () => {
  expect(terminalSize({columns: 0, rows: 0})).toEqual({columns: 80, rows: 24});
  expect(terminalSize({columns: 100, rows: 30})).toEqual({columns: 100, rows: 30});
});

test('a dumb terminal is a terminal, though nothing can be painted on it; a pipe at one end is none', () => {
  const tty = {isTTY: true};
  expect(isTerminal({stdin: tty, stdout: tty})).toBe(true);
  expect(detectCapabilities({TERM: 'dumb'}, {stdin: tty, stdout: tty}).isInteractive).toBe(false);
  expect(isTerminal({stdin: {}, stdout: tty})).toBe(false);
  expect(isTerminal({stdin: tty, stdout: {}})).toBe(false);
});
