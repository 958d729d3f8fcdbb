import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {glyphSets} from '../../../src/ui/theme/glyphs.ts';
import {chooseTheme, themes} from '../../../src/ui/theme/themes.ts';
import type {Tone} from '../../../src/ui/theme/tokens.ts';
import {toneProps} from '../../../src/ui/theme/tone-props.ts';

const tones = Object.keys(themes.dark.tones) as Tone[];

test('the theme follows the terminal and then the wish', () => {
  const choose = (colorDepth: 'none' | '16' | '256' | 'true', wish?: 'auto' | 'dark' | 'light' | 'ansi16' | 'mono') =>
    chooseTheme({colorDepth, background: 'light'}, wish).name;
  expect(choose('true')).toBe('light');
  expect(choose('256', 'dark')).toBe('dark');
  expect(choose('16', 'dark')).toBe('ansi16');
  expect(choose('none', 'dark')).toBe('mono');
  expect(choose('true', 'mono')).toBe('mono');
});

test('mono names no colour at all', () => {
  expect(JSON.stringify(themes.mono)).not.toMatch(/olor":"/);
});

test('text can be read on every background: contrast at least 4.5 to 1', () => {
  for (const theme of [themes.dark, themes.light]) {
    for (const tone of tones) {
      const {color, backgroundColor} = toneProps(theme, undefined, tone);
      if (backgroundColor)
        expect(contrast(color!, backgroundColor), `${theme.name} ${tone}`).toBeGreaterThanOrEqual(4.5);
      const own = toneProps(theme, tone);
      if (own.backgroundColor) expect(contrast(own.color!, own.backgroundColor), tone).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('the tones that carry text can be read on the usual background', () => {
  const texts: readonly Tone[] = [
    'dim',
    'heading',
    'accent',
    'data',
    'second',
    'third',
    'good',
    'bad',
    'warn',
    'term',
    'code',
    'key',
  ];
  for (const tone of texts) {
    expect(contrast(themes.dark.tones[tone].color!, '#1e1e1e'), `dark ${tone}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(themes.light.tones[tone].color!, '#ffffff'), `light ${tone}`).toBeGreaterThanOrEqual(4.5);
  }
});

test('good and bad are blue and orange, told apart without red and green', () => {
  for (const theme of [themes.dark, themes.light]) {
    const [, , goodBlue] = channels(theme.tones.good.color!);
    const [badRed, , badBlue] = channels(theme.tones.bad.color!);
    expect(goodBlue).toBeGreaterThan(0.3);
    expect(badRed).toBeGreaterThan(badBlue);
  }
});

test('a tone that the theme does not know, and a background without colours, look like plain text', () => {
  expect(toneProps(themes.dark, 'sparkle' as Tone)).toEqual({});
  expect(toneProps(themes.dark, 'toString' as Tone)).toEqual({});
  expect(toneProps(themes.mono, 'data', 'ramp4')).toEqual({});
});

test('every character is one cell wide, in ASCII below 127, and a frame has all its parts', () => {
  for (const glyphs of Object.values(glyphSets)) {
    const {keys, set, isSpoken: _, marks, box, ...single} = glyphs;
    for (const [name, character] of Object.entries({...single, ...marks, ...box})) {
      expect(stringWidth(character), `${set} ${name}`).toBe(1);
      if (set === 'ascii') expect(character, name).toMatch(/^[ -~]$/);
    }
    if (set === 'ascii') expect(Object.values(keys).join('')).toMatch(/^[ -~]+$/);
  }
});

test('the marks of one glyph set differ from one another and from the pointer', () => {
  for (const {marks, pointer} of Object.values(glyphSets)) {
    const all = [...Object.values(marks), pointer];
    expect(new Set(all).size).toBe(all.length);
  }
});

function channels(hex: string): readonly [number, number, number] {
  const of = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [of(1), of(3), of(5)];
}

/** The contrast ratio of WCAG 2: (lighter + 0.05) / (darker + 0.05). */
function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [red, green, blue] = channels(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
