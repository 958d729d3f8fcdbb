import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {cleanOneLine, cleanText} from '../../../src/ui/components/clean-text.ts';
import {
  cutLine,
  cutText,
  lineText,
  lineWidth,
  padLine,
  padText,
  splitAt,
} from '../../../src/ui/components/rich-text.ts';
import {wrapSpans, wrapText} from '../../../src/ui/components/wrap-spans.ts';

const commonText = fc
  .array(fc.constantFrom('data', 'ein', '日本語', 'é', ' ', '  ', '\n', 'averyveryverylongword', '\u001B[31m', '…'), {
    maxLength: 20,
  })
  .map(parts => parts.join(''));
const anyText = fc.oneof(fc.string({unit: 'grapheme', maxLength: 60}), commonText);

test('escape sequences and control characters never get through', () => {
  expect(cleanText('\u001B[31mred\u001B[0m \u001B]0;title\u0007and\u0000 \u009B2Jmore')).toBe('red and more');
  expect(cleanText('a\tb\r\nc\u2028d')).toBe('a  b\nc\nd');
  expect(cleanText('user\u202Egnp.exe \uFEFF\u200Bx\uFE0F')).toBe('usergnp.exe x');
  expect(cleanText('half \uD83D pair')).toBe('half \uFFFD pair');
  expect(cleanOneLine('two\nlines')).toBe('two lines');
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), text => {
      expect(cleanText(text)).not.toMatch(/[^\P{Cc}\n]/u);
    }),
  );
});

test('in the ASCII set other characters are spelt out', () => {
  expect(cleanText('café → 3 ≤ 5…', 'ascii')).toBe('cafe -> 3 <= 5..');
});

test('a cut line says so and never exceeds its width', () => {
  expect(cutText('abcdef', 4, '…')).toBe('abc…');
  expect(cutText('abcd', 4, '…')).toBe('abcd');
  expect(cutText('日本語', 4, '…')).toBe('日…');
  expect(cutLine([{text: 'ab', tone: 'data'}, {text: 'cd'}], 3, '…')).toEqual([
    {text: 'ab', tone: 'data'},
    {text: '…', tone: 'data'},
  ]);
  fc.assert(
    fc.property(anyText, fc.nat(30), (text, width) => {
      expect(lineWidth(cutLine([{text: cleanOneLine(text)}], width, '…'))).toBeLessThanOrEqual(width);
    }),
  );
});

test('padding fills to the width on the side that is asked for', () => {
  expect(padText('ab', 5)).toBe('ab   ');
  expect(padText('ab', 5, 'right')).toBe('   ab');
  expect(padText('ab', 5, 'center')).toBe(' ab  ');
  expect(lineText(padLine([{text: 'too long'}], 3))).toBe('too long');
});

test('splitting keeps all text and styles', () => {
  const line = [{text: 'ab', tone: 'data' as const}, {text: '日本'}];
  expect(splitAt(line, 3)).toEqual([[{text: 'ab', tone: 'data'}], [{text: '日本'}]]);
  expect(splitAt(line, 4)).toEqual([[{text: 'ab', tone: 'data'}, {text: '日'}], [{text: '本'}]]);
});

test('text breaks at spaces, long words are cut, and line breaks stay', () => {
  expect(wrapText('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
  expect(wrapText('a incomprehensible b', 8)).toEqual(['a', 'incompre', 'hensible', 'b']);
  expect(wrapText('one\n\ntwo', 8)).toEqual(['one', '', 'two']);
  expect(wrapText('  indented code', 40)).toEqual(['  indented code']);
  expect(wrapText('', 8)).toEqual(['']);
});

test('a word of several styles is not broken between them', () => {
  const lines = wrapSpans([{text: 'see '}, {text: 'scal', bold: true}, {text: 'ing, now'}], 9);
  expect(lines).toEqual([[{text: 'see'}], [{text: 'scal', bold: true}, {text: 'ing,'}], [{text: 'now'}]]);
});

test('a bullet stands before the first line and its width before the others', () => {
  const lines = wrapSpans([{text: 'one two three'}], 8, {first: [{text: '• '}]});
  expect(lines.map(lineText)).toEqual(['• one', '  two', '  three']);
});

test('each line uses all the room that what stands before it leaves', () => {
  const lines = wrapSpans([{text: 'aa bb cc dd'}], 7, {first: [{text: '! Go: '}], rest: [{text: ' '}]});
  expect(lines.map(lineText)).toEqual(['! Go: a', ' a bb', ' cc dd']);
});

test('wrapped lines fit, whatever the text', () => {
  fc.assert(
    fc.property(anyText, fc.integer({min: 1, max: 40}), (text, width) => {
      for (const line of wrapText(text, width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test('wrapping loses no character that fits into a line', () => {
  const bare = (text: string) => text.replace(/\s/g, '');
  fc.assert(
    fc.property(commonText, fc.integer({min: 2, max: 40}), (text, width) => {
      expect(bare(wrapText(text, width).join(''))).toBe(bare(cleanText(text)));
    }),
  );
});
