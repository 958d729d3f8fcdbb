import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {newCanvas} from '../../src/charts/canvas.ts';
import {cleanText, fitLabels, fitText, textWidth, toAscii, wrapText} from '../../src/charts/text.ts';

test('text from data loses colour codes, control characters and line breaks', () => {
  expect(cleanText('\u001b[31mred\u001b[0m\ttab\nline\u0007\u202e', 'block')).toBe('red tab line');
});

test('in the ascii set accents go and signs are spelled', () => {
  expect(toAscii('Café ≤ 5 ± 1 年')).toBe('Cafe <= 5 +/- 1 ?');
});

test('the width of a text is never less than what a terminal uses', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), text => {
      const clean = cleanText(text, 'block');
      expect(textWidth(clean)).toBeGreaterThanOrEqual(stringWidth(clean));
    }),
  );
  expect(textWidth('e\u0301年')).toBe(3);
});

test('a text too long ends in an ellipsis of its set', () => {
  expect(fitText('versicolor', 7, 'block')).toBe('versic…');
  expect(fitText('versicolor', 7, 'ascii')).toBe('versi..');
  expect(fitText('年齢の平均', 6, 'block')).toBe('年齢…');
});

test('wrapping breaks at spaces and cuts only words longer than a line', () => {
  expect(wrapText('a random malignant sample', 9, 'block')).toEqual(['a random', 'malignant', 'sample']);
  expect(wrapText('abcdefgh ij', 3, 'block')).toEqual(['abc', 'def', 'gh', 'ij']);
});

test('a canvas cuts what falls outside and keeps wide characters whole', () => {
  const canvas = newCanvas(5, 1, 'block');
  canvas.put(-1, 0, 'xab');
  canvas.put(4, 0, '年');
  canvas.put(2, 0, '年');
  canvas.put(3, 0, 'z');
  canvas.put(0, 9, 'nowhere');
  expect(canvas.lines()).toEqual([[{text: 'ab z'}]]);
});

test('labels that would be alike without their ends are cut in the middle', () => {
  const labels = ['cultivar_acid', 'cultivar_ash', 'cultivar_hue', 'age'];
  expect(fitLabels(labels, 10, 'block')).toEqual(['culti…acid', 'culti…_ash', 'culti…_hue', 'age']);
  expect(fitLabels(labels, 10, 'ascii')).toEqual(['cult..acid', 'cult.._ash', 'cult.._hue', 'age']);
  expect(fitLabels(['refund_issued', 'monthly_charges'], 8, 'block')).toEqual(['refund_…', 'monthly…']);
  expect(fitLabels(['同じ名前の一', '同じ名前の二'], 8, 'block')).toEqual(['同じ…一', '同じ…二']);
});

test('labels that are cut differ wherever some cut tells them apart, and none is too wide', () => {
  const word = fc.constantFrom('this run: ', 'before: ', 'train', 'test', 'cultivar_', 'accuracy');
  const label = fc.array(word, {minLength: 1, maxLength: 4}).map(words => words.join(''));
  fc.assert(
    fc.property(fc.array(label, {maxLength: 6}), fc.integer({min: 1, max: 30}), (labels, width) => {
      const short = fitLabels(labels, width, 'block');
      const cutAtEnd = labels.map(text => fitText(text, width, 'block'));
      expect(new Set(short).size).toBeGreaterThanOrEqual(new Set(cutAtEnd).size);
      for (const text of short) expect(textWidth(text)).toBeLessThanOrEqual(width);
    }),
  );
});
