import type {GlyphSet} from './chart.ts';

const escapeCodes = new RegExp(`[${String.fromCharCode(0x1b, 0x9b)}]\\[?[0-9;?]*[ -/]*[@-~]`, 'g');
const invisible = /[\p{C}\p{Emoji_Modifier}\p{Variation_Selector}]/gu;
const accent = /[\p{Mn}\p{Me}]/u;
const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Script=Tangut}\p{Script=Nushu}\u2329\u232A\u2630-\u2637\u268A-\u268F\u2E80-\u303E\u3099-\u30FF\u3190-\u33FF\u4DC0-\u4DFF\uA960-\uA97C\uFE10-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FB}\u{1D300}-\u{1D376}\u{1F000}-\u{1FAFF}]/u;
const spellings: {readonly [character: string]: string} = {
  '≤': '<=',
  '≥': '>=',
  '±': '+/-',
  '×': 'x',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '..',
  '→': '->',
  '←': '<-',
  '≈': '~',
  '≠': '!=',
  '·': '.',
  '•': '*',
  '●': '*',
  '÷': '/',
  '√': 'sqrt ',
  '²': '^2',
  '∞': 'inf',
  '€': 'EUR',
  ß: 'ss',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
};

/** Make text that came from data safe to draw: no control characters, one line, and ASCII where the set asks for it. */
export function cleanText(text: string, glyphs: GlyphSet): string {
  const clean = text.replace(escapeCodes, '').replace(/\s+/g, ' ').normalize('NFC').replace(invisible, '').trim();
  return glyphs === 'ascii' ? toAscii(clean) : clean;
}

/** Spell text with the characters from space to `~`: accents go, and what has no spelling becomes `?`. */
export function toAscii(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[^ -~]/gu, character => spellings[character] ?? '?');
}

/** Cut text into what each fills one cell or two: a character with its accents, and how many cells it takes. */
export function cellsOfText(text: string): ReadonlyArray<{readonly text: string; readonly width: 1 | 2}> {
  const cells: {text: string; width: 1 | 2}[] = [];
  for (const character of text.replace(invisible, '')) {
    const last = cells.at(-1);
    if (!accent.test(character)) cells.push({text: character, width: wide.test(character) ? 2 : 1});
    else if (last) last.text += character;
  }
  return cells;
}

/** How many cells of the terminal a text takes; never less than the terminal uses. */
export function textWidth(text: string): number {
  let width = 0;
  for (const cell of cellsOfText(text)) width += cell.width;
  return width;
}

/** Clean a text and shorten it to a width, with an ellipsis where something is left out. */
export function fitText(text: string, width: number, glyphs: GlyphSet): string {
  const clean = cleanText(text, glyphs);
  if (textWidth(clean) <= width) return clean;
  const ellipsis = glyphs === 'ascii' ? '..' : '…';
  const short = takeCells(clean, width - ellipsis.length).trimEnd();
  return short === '' ? takeCells(clean, width) : short + ellipsis;
}

/**
 * Clean and shorten labels that stand under one another: each loses its end, and those that would then be alike are cut in
 * the middle, where that tells them apart.
 */
export function fitLabels(labels: readonly string[], width: number, glyphs: GlyphSet): readonly string[] {
  const clean = labels.map(label => cleanText(label, glyphs));
  const short = clean.map(label => fitText(label, width, glyphs));
  const isAlone = (place: number) => short.every((own, other) => own !== short[place] || clean[other] === clean[place]);
  const ellipsis = glyphs === 'ascii' ? '..' : '…';
  const room = width - ellipsis.length;
  // Half of the room for the end reads best; more only where that is not enough to tell labels apart.
  for (let end = Math.min(room - 1, Math.max(2, Math.floor(room / 2))); end < room; end++) {
    const tried = clean.map((label, place) =>
      textWidth(label) <= width || isAlone(place)
        ? short[place]!
        : takeCells(label, room - end) + ellipsis + takeLast(label, end),
    );
    if (new Set(tried).size === new Set(clean).size) return tried;
  }
  return short;
}

/** Break a text into lines at its spaces; a word longer than a line is cut. */
export function wrapText(text: string, width: number, glyphs: GlyphSet): readonly string[] {
  if (width < 1) return [];
  const lines: string[] = [];
  let line = '';
  for (const whole of cleanText(text, glyphs).split(' ')) {
    let word = whole;
    if (line !== '' && textWidth(`${line} ${word}`) > width) {
      lines.push(line);
      line = '';
    }
    while (textWidth(word) > width) {
      // A character wider than the line cannot be shown at all.
      const head = takeCells(word, width) || ' ';
      lines.push(head);
      word = word.slice(head === ' ' ? cellsOfText(word)[0]!.text.length : head.length);
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** Break plain text at its spaces, so that no line is longer than the width unless one word is: an address stays whole. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Put spaces before a text, so that it ends at a column. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}

function takeCells(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const cell of cellsOfText(text)) {
    used += cell.width;
    if (used > width) break;
    taken += cell.text;
  }
  return taken;
}

function takeLast(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const cell of [...cellsOfText(text)].reverse()) {
    used += cell.width;
    if (used > width) break;
    taken = cell.text + taken;
  }
  return taken;
}
