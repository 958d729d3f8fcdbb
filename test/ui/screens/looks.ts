import {expect} from 'vitest';
import type {MountedTutor} from '../../helpers/mount-tutor.ts';
import {expectFits} from '../../helpers/xterm.ts';

/** The sizes of window that every screen has to suit. */
export const sizes = [
  [40, 12],
  [60, 20],
  [80, 24],
  [120, 40],
  [200, 60],
] as const;

/** What terminals can draw with. */
export const looks = [
  {glyphs: 'braille', colors: 'true'},
  {glyphs: 'block', colors: 'none'},
  {glyphs: 'ascii', colors: '16'},
] as const;

/** Assert what holds of every frame: it fits, it fills the window, its last line leads out, and in ASCII it is ASCII. */
export function expectSound(app: MountedTutor): void {
  const {lines, rows} = app.frame();
  expectFits(app.frame());
  expect(lines).toHaveLength(rows);
  expect(app.lines()[rows - 1]).toMatch(/quit|close|go on|cancel/);
  expect(app.lines()[0]).not.toBe('');
  // What Enter does is the most important thing to know, so it stays in the shortest line, unless Esc is the only way on.
  expect(app.lines()[rows - 1]).toMatch(/Enter|Esc close/);
}

/** Assert that nothing but ASCII is on the screen. */
export function expectAscii(app: MountedTutor): void {
  expect(app.text().replaceAll('\n', '')).toMatch(/^[ -~]*$/);
}
