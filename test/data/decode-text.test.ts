import {expect, test} from 'vitest';
import {decodeText} from '../../src/data/decode-text.ts';

test('UTF-8 is read with or without its mark', () => {
  const bytes = new TextEncoder().encode('Zürich 😀');
  expect(decodeText(bytes)).toEqual({text: 'Zürich 😀', encoding: 'utf-8', problems: []});
  expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes)).text).toBe('Zürich 😀');
});

test('UTF-16 is read by its mark, in both byte orders', () => {
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0xe9, 0))).toMatchObject({text: 'aé', encoding: 'utf-16le'});
  expect(decodeText(Uint8Array.of(0xfe, 0xff, 0, 0x61, 0, 0xe9))).toMatchObject({text: 'aé', encoding: 'utf-16be'});
});

test('bytes that are not UTF-8 are read as windows-1252, with a warning that names the first line', () => {
  const bytes = Uint8Array.from('city\nRome\nZ\xFCrich\n', letter => letter.charCodeAt(0));
  const decoded = decodeText(bytes);
  expect(decoded.text).toBe('city\nRome\nZürich\n');
  expect(decoded.encoding).toBe('windows-1252');
  expect(decoded.problems).toMatchObject([{line: 3, rejected: false}]);
});

test('the euro sign and curly quotes are where windows-1252 has them, which Node 20 forgets', () => {
  expect(decodeText(Uint8Array.of(0x80, 0x93, 0x78, 0x94, 0x9f, 0x81)).text).toBe('€“x”Ÿ\x81');
});

test('no bytes are no text', () => {
  expect(decodeText(new Uint8Array())).toEqual({text: '', encoding: 'utf-8', problems: []});
});

test('where lines of two encodings are mixed, each is read as what it is', () => {
  const bytes = Buffer.concat([Buffer.from('Zürich\r\nplain\n', 'utf8'), Buffer.from('Zürich\n50 \x80', 'latin1')]);
  expect(decodeText(bytes)).toEqual({
    text: 'Zürich\r\nplain\nZürich\n50 €',
    encoding: 'mixed',
    problems: [
      {
        line: 3,
        row: '',
        message:
          'The file mixes two encodings: line 3 and 1 more are not UTF-8, but others are. What is not is read as windows-1252; look whether accented letters are right.',
        rejected: false,
      },
    ],
  });
});
