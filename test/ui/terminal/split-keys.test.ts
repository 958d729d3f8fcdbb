import fc from 'fast-check';
import {expect, test} from 'vitest';
import {settleRest, splitKeys} from '../../../src/ui/terminal/split-keys.ts';

const esc = '\u001B';
const keysOf = (text: string) =>
  splitKeys(text).inputs.map(input => (input.type === 'key' ? input.code : `<${input.text}>`));

test('a chunk is cut into its keys', () => {
  expect(keysOf(`k${esc}[A${esc}[B${esc}OCj\r`)).toEqual(['k', `${esc}[A`, `${esc}[B`, `${esc}OC`, 'j', '\r']);
  expect(keysOf(`é日🙂`)).toEqual(['é', '日', '🙂']);
  expect(keysOf(`${esc}b${esc}[1;2A${esc}[Z${esc}[3~`)).toEqual([`${esc}b`, `${esc}[1;2A`, `${esc}[Z`, `${esc}[3~`]);
});

test('Escape before another key in the same chunk is a key of its own', () => {
  expect(keysOf(`${esc}${esc}[B`)).toEqual([esc, `${esc}[B`]);
});

test('mouse and focus reports, function keys and answers to queries are left out', () => {
  const noise = [
    `${esc}[<0;10;5M`,
    `${esc}[<0;10;5m`,
    `${esc}[M !!`,
    `${esc}[I`,
    `${esc}[O`,
    `${esc}OP`,
    `${esc}[15~`,
    `${esc}[24;2~`,
    `${esc}[[A`,
    `${esc}[1;5P`,
    `${esc}[?62;4c`,
    `${esc}[12;40R`,
    `${esc}[2~`,
  ];
  for (const report of noise) expect(keysOf(`a${report}b`), JSON.stringify(report)).toEqual(['a', 'b']);
});

test('the start of a sequence waits for the rest of it', () => {
  for (const start of [esc, `${esc}[`, `${esc}[1`, `${esc}[1;`, `${esc}O`, `${esc}[<0;1`, `${esc}[M!`]) {
    expect(splitKeys(`x${start}`), JSON.stringify(start)).toEqual({inputs: [{type: 'key', code: 'x'}], rest: start});
  }
});

test('a paste is one input, whatever it holds', () => {
  expect(keysOf(`a${esc}[200~q\r${esc}[Ax${esc}[201~b`)).toEqual(['a', `<q\r${esc}[Ax>`, 'b']);
  const open = splitKeys(`${esc}[200~half`);
  expect(open.inputs).toEqual([]);
  expect(settleRest(open.rest)).toEqual([{type: 'paste', text: 'half'}]);
});

test('what never continues is Escape if it is only that, and otherwise nothing', () => {
  expect(settleRest(esc)).toEqual([{type: 'key', code: esc}]);
  expect(settleRest(`${esc}[`)).toEqual([]);
  expect(settleRest('')).toEqual([]);
});

test('it never matters where a chunk was cut', () => {
  const piece = fc.constantFrom(
    'k',
    'é',
    `${esc}[A`,
    `${esc}OB`,
    `${esc}[5~`,
    `${esc}[<0;10;5M`,
    `${esc}[200~ab${esc}[201~`,
  );
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 12}), fc.nat(), (pieces, at) => {
      const text = pieces.join('');
      const cut = text.length === 0 ? 0 : at % text.length;
      const first = splitKeys(text.slice(0, cut));
      const second = splitKeys(first.rest + text.slice(cut));
      expect([...first.inputs, ...second.inputs]).toEqual(splitKeys(text).inputs);
      expect(second.rest).toBe('');
    }),
  );
});
