import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseExactJson} from '../../src/data/exact-json.ts';

test('whole numbers too long for a double keep their digits as text', () => {
  expect(parseExactJson('{"id": 12345678901234567890, "n": -9007199254740993, "list":[1234567890123456789]}')).toEqual({
    id: '12345678901234567890',
    n: '-9007199254740993',
    list: ['1234567890123456789'],
  });
});

test('other numbers and texts with digits stay what they are', () => {
  const text =
    '[0.1234567890123456789, 1234567890123456.5, 1234567890123456e3, 1e-1234567890123456789, "a 12345678901234567890 \\" 12345678901234567890", 5]';
  expect(parseExactJson(text)).toEqual(JSON.parse(text));
});

test('JSON without long numbers reads as usual', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = JSON.stringify(value);
      fc.pre(!/\d{16}/.test(text));
      expect(parseExactJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('a long number in any surroundings is found, and texts are not touched', () => {
  fc.assert(
    fc.property(fc.string(), fc.bigInt({min: 10n ** 16n}), (text, long) => {
      const source = `[${JSON.stringify(`${text} ${long}`)}, ${long}, {${JSON.stringify(text)}: -${long}}]`;
      expect(parseExactJson(source)).toEqual([`${text} ${long}`, String(long), {[text]: `-${long}`}]);
    }),
  );
});

test('broken JSON is complained about as usual', () => {
  expect(() => parseExactJson('[12345678901234567890, }')).toThrow(SyntaxError);
});
