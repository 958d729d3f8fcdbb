import {stripVTControlCharacters} from 'node:util';
import {toAscii} from '../../charts/text.ts';
import type {GlyphSet} from '../terminal/capabilities.ts';

// Controls, marks that turn the direction of writing, joiners and variation selectors: invisible, and terminals disagree about their width.
const unprintable = /[\p{Cc}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Variation_Selector}]/gu;
const needsWork = /[^ -~]/;

/**
 * Make text that came from data or a lesson safe to show: no escape sequences, no control characters but line breaks, tabs as two spaces.
 * In the ASCII glyph set other characters are spelt out (`→` becomes `->`).
 */
export function cleanText(text: string, glyphs: GlyphSet = 'block'): string {
  if (!needsWork.test(text)) return text;
  return stripVTControlCharacters(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(line => cleanLine(line, glyphs))
    .join('\n');
}

/** The same for text that must stay on one line: line breaks become spaces. */
export function cleanOneLine(text: string, glyphs: GlyphSet = 'block'): string {
  return cleanText(text, glyphs).replaceAll('\n', ' ');
}

function cleanLine(line: string, glyphs: GlyphSet): string {
  const clean = line
    .replaceAll('\t', '  ')
    .replace(unprintable, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC');
  return glyphs === 'ascii' && needsWork.test(clean) ? toAscii(clean) : clean;
}
