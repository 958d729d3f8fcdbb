import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseBody} from '../../../src/app/serve/read-body.ts';

test('every JSON text is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json({maxDepth: 5}), text => {
      // Digits that a double may not hold are kept as text on purpose.
      fc.pre(!/\d{16}/.test(text));
      expect(parseBody(text)).toEqual(JSON.parse(text));
    }),
    {seed: 4},
  );
});

test('no text at all makes it fail in another way than it says', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ':',
    ',',
    'a',
    '1',
    '-',
    ' ',
    '\u0000',
    '{"a":1}',
    '"a":',
  );
  fc.assert(
    fc.property(fc.array(pieces, {maxLength: 60}), parts => {
      try {
        parseBody(parts.join(''));
      } catch (error) {
        expect(error).toMatchObject({code: 'bad_json', message: expect.stringMatching(/^(The body|The name)/)});
      }
    }),
    {seed: 4, numRuns: 2000},
  );
});

test('a whole number too long for a double keeps its digits', () => {
  expect(parseBody('{"id": 12345678901234567890}')).toEqual({id: '12345678901234567890'});
});

test.each([
  ['{"a": 1, "a": 1}', 'line 1, column 10'],
  ['[{"a": {"b": 1,\n"b": 2}}]', 'line 2, column 1'],
  ['{"\\"": 1, "\\u0022": 2}', 'line 1, column 11'],
])('a name that comes twice in one object is refused: %s', (text, place) => {
  const [line, column] = place.match(/\d+/g)!.map(Number);
  expect(() => parseBody(text)).toThrow(expect.objectContaining({code: 'bad_json', at: {line, column}}));
});

test('the same name in two objects, and a colon or brace in a text, are no trouble', () => {
  expect(parseBody('[{"a": "{:"}, {"a": {"a": "\\":"}}]')).toEqual([{a: '{:'}, {a: {a: '":'}}]);
});

test('__proto__ is a name like any other and changes nothing', () => {
  const value = parseBody('{"__proto__": {"polluted": 1}}') as object;
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect((value as {polluted?: unknown}).polluted).toBeUndefined();
});

test('thirty-two lists in one another are read, thirty-three are not', () => {
  expect(() => parseBody('['.repeat(32) + ']'.repeat(32))).not.toThrow();
  expect(() => parseBody('['.repeat(33) + ']'.repeat(33))).toThrow('nested too deep');
});
