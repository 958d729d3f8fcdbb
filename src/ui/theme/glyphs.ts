import type {GlyphSet} from '../terminal/capabilities.ts';

/** The characters of the interface in one glyph set; each is one cell wide, except where its name says text. */
export type Glyphs = {
  readonly set: GlyphSet;
  /** Words in place of signs, for a screen reader: lines are said, so nothing is laid out in columns or drawn. */
  readonly isSpoken: boolean;
  /** Stands before what is selected, so that colour is not needed to see it. */
  readonly pointer: string;
  readonly bullet: string;
  readonly ellipsis: string;
  /** Between the steps of the first line. */
  readonly step: string;
  readonly marks: {readonly done: string; readonly part: string; readonly todo: string; readonly here: string};
  readonly right: string;
  readonly wrong: string;
  readonly info: string;
  readonly warn: string;
  readonly up: string;
  readonly down: string;
  readonly left: string;
  readonly rightArrow: string;
  readonly moreAbove: string;
  readonly moreBelow: string;
  readonly thumb: string;
  readonly track: string;
  readonly full: string;
  readonly empty: string;
  readonly line: string;
  readonly bar: string;
  readonly caret: string;
  readonly checked: string;
  readonly unchecked: string;
  readonly chosen: string;
  readonly unchosen: string;
  /** A frame as Ink's `borderStyle` takes it. */
  readonly box: {
    readonly topLeft: string;
    readonly top: string;
    readonly topRight: string;
    readonly left: string;
    readonly bottomLeft: string;
    readonly bottom: string;
    readonly bottomRight: string;
    readonly right: string;
  };
  /** How special keys are written. */
  readonly keys: {readonly [name: string]: string};
};

const words = {
  enter: 'Enter',
  esc: 'Esc',
  tab: 'Tab',
  space: 'Space',
  'shift-tab': 'Shift-Tab',
  'ctrl-c': 'Ctrl-C',
  'page-up': 'PgUp',
  'page-down': 'PgDn',
  home: 'Home',
  end: 'End',
};

const block: Glyphs = {
  set: 'block',
  isSpoken: false,
  pointer: '❯',
  bullet: '•',
  ellipsis: '…',
  step: '›',
  marks: {done: '✓', part: '◐', todo: '○', here: '▸'},
  right: '✓',
  wrong: '✗',
  info: 'i',
  warn: '!',
  up: '↑',
  down: '↓',
  left: '←',
  rightArrow: '→',
  moreAbove: '▲',
  moreBelow: '▼',
  thumb: '█',
  track: '│',
  full: '█',
  empty: '░',
  line: '─',
  bar: '│',
  caret: '█',
  checked: '■',
  unchecked: '□',
  chosen: '●',
  unchosen: '○',
  box: {
    topLeft: '╭',
    top: '─',
    topRight: '╮',
    left: '│',
    bottomLeft: '╰',
    bottom: '─',
    bottomRight: '╯',
    right: '│',
  },
  keys: {...words, up: '↑', down: '↓', left: '←', right: '→'},
};

const ascii: Glyphs = {
  set: 'ascii',
  isSpoken: false,
  pointer: '>',
  bullet: '*',
  ellipsis: '~',
  step: '>',
  marks: {done: 'x', part: '/', todo: '.', here: '@'},
  right: '+',
  wrong: 'x',
  info: 'i',
  warn: '!',
  up: '^',
  down: 'v',
  left: '<',
  rightArrow: '>',
  moreAbove: '^',
  moreBelow: 'v',
  thumb: '#',
  track: '|',
  full: '#',
  empty: '.',
  line: '-',
  bar: '|',
  caret: '_',
  checked: 'x',
  unchecked: '.',
  chosen: '*',
  unchosen: 'o',
  box: {
    topLeft: '+',
    top: '-',
    topRight: '+',
    left: '|',
    bottomLeft: '+',
    bottom: '-',
    bottomRight: '+',
    right: '|',
  },
  keys: {...words, up: 'Up', down: 'Down', left: 'Left', right: 'Right'},
};

/** The characters of the interface by glyph set; braille differs from block only inside charts. */
export const glyphSets: {readonly [set in GlyphSet]: Glyphs} = {braille: {...block, set: 'braille'}, block, ascii};

/** What a selected line begins with when it is said; Ink writes states the same way. */
export const selectedWord = '(selected)';

/** Words and nothing in place of signs: what a screen reader would spell out or skip has no sign, and its text has the word. */
export function spokenGlyphs(set: GlyphSet): Glyphs {
  return {
    ...ascii,
    set: set === 'ascii' ? 'ascii' : 'block',
    isSpoken: true,
    pointer: selectedWord,
    bullet: '-',
    ellipsis: '...',
    step: ',',
    marks: {done: 'done', part: 'started', todo: 'not begun', here: 'current'},
    right: '',
    wrong: '',
    info: '',
    warn: 'Warning:',
    up: '',
    down: '',
    left: '',
    rightArrow: '',
    moreAbove: '',
    moreBelow: '',
    thumb: '',
    track: '',
    full: '',
    empty: '',
    line: '',
    bar: '',
    caret: '',
    checked: '(checked)',
    unchecked: '',
    chosen: '(checked)',
    unchosen: '',
  };
}
