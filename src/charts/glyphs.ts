import type {GlyphSet} from './chart.ts';

/** The characters that draw charts in one glyph set; each takes one cell. */
export type Glyphs = {
  readonly set: GlyphSet;
  readonly across: string;
  readonly down: string;
  readonly corner: string;
  /** Ticks: on the axis at the left, on the axis below. */
  readonly tickLeft: string;
  readonly tickBelow: string;
  readonly whisker: string;
  readonly rule: string;
  readonly capLeft: string;
  readonly capRight: string;
  readonly point: string;
  readonly ring: string;
  readonly marker: string;
  readonly median: string;
  readonly full: string;
  readonly rest: string;
  /** The right half of a cell, for bars that grow to the left. */
  readonly rightHalf: string;
  /** From empty to full, growing upward and growing to the right. */
  readonly upward: string;
  readonly rightward: string;
  /** Columns of a sparkline, lowest first; the lowest is not empty. */
  readonly spark: string;
  /** Five degrees of shading, from none to full. */
  readonly shades: string;
  /** How a tree branches: on to the next, and for the last time. */
  readonly branch: string;
  readonly lastBranch: string;
  /** One mark per class, for points on a map. */
  readonly marks: string;
};

const block: Glyphs = {
  set: 'block',
  across: '─',
  down: '│',
  corner: '└',
  tickLeft: '┤',
  tickBelow: '┬',
  whisker: '╎',
  rule: '╌',
  capLeft: '├',
  capRight: '┤',
  point: '●',
  ring: '∘',
  marker: '┃',
  median: '┃',
  full: '█',
  rest: '░',
  rightHalf: '▐',
  upward: ' ▁▂▃▄▅▆▇█',
  spark: '▁▂▃▄▅▆▇█',
  rightward: ' ▏▎▍▌▋▊▉█',
  shades: ' ░▒▓█',
  branch: '├',
  lastBranch: '└',
  marks: '●▲■◆+',
};

const ascii: Glyphs = {
  set: 'ascii',
  across: '-',
  down: '|',
  corner: '+',
  tickLeft: '+',
  tickBelow: '+',
  whisker: ':',
  rule: '-',
  capLeft: '|',
  capRight: '|',
  point: 'O',
  ring: 'o',
  marker: '|',
  median: '|',
  full: '#',
  rest: '.',
  rightHalf: '#',
  upward: ' .:#',
  spark: '.:-=+*#',
  rightward: ' #',
  shades: ' .:+#',
  branch: '|',
  lastBranch: '`',
  marks: 'ABCDE',
};

/** The characters of a glyph set; braille draws only curves with dots, the rest with blocks. */
export function glyphsOf(set: GlyphSet): Glyphs {
  if (set === 'ascii') return ascii;
  return set === 'block' ? block : {...block, set};
}

/** The character for a share from 0 to 1 on a ramp of characters; only 0 itself is the empty one. */
export function onRamp(ramp: string, share: number): string {
  const characters = Array.from(ramp);
  const last = characters.length - 1;
  const step = Math.round(Math.min(1, Math.max(0, share)) * last);
  return characters[share > 0 ? Math.max(1, step) : 0]!;
}
