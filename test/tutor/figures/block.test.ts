import {expect, test} from 'vitest';
import {figureKinds, parseBlockFigure, runsOfBlock, valuesOfBlock} from '../../../src/tutor/figures/block.ts';

test('a picture is its kind and the words after it', () => {
  expect(parseBlockFigure(' confusion unscaled\n')).toEqual({value: {kind: 'confusion', args: ['unscaled']}});
  expect(parseBlockFigure('table wine')).toEqual({value: {kind: 'table', args: ['wine']}});
});

test('the runs a picture needs are those it names, by themselves or before a value', () => {
  expect(runsOfBlock({kind: 'roc', args: ['one', 'fifty']})).toEqual(['one', 'fifty']);
  expect(runsOfBlock({kind: 'bars', args: ['a.test.f1', 'b.test.f1']})).toEqual(['a', 'b']);
  expect(runsOfBlock({kind: 'histogram', args: ['wine', 'proline']})).toEqual([]);
});

test('the values of bars are expressions', () => {
  expect(valuesOfBlock({kind: 'bars', args: ['a.test.f1']})[0]).toMatchObject({
    source: 'a.test.f1',
    value: {first: {run: 'a', path: ['test', 'f1']}},
  });
});

test.each([
  ['confusoin a', 'Did you mean `confusion`?', 0],
  ['confusion', 'Write `confusion <run>`.', 0],
  ['histogram wine', 'Write `histogram <dataset> <column>`.', 0],
  ['table wine many', 'Write `table wine 5`.', 11],
  ['bars accuracy', 'Write the run, a dot and the value: `unscaled.test.accuracy`.', 5],
])('the picture %s is refused with the hint %s', (text, hint, offset) => {
  expect(parseBlockFigure(text)).toMatchObject({fault: {hint, offset}});
});

test('every kind of picture can be written', () => {
  const example = {run: 'a', 'run*': 'a', 'value*': 'a.b', 'rows?': '3'};
  for (const [kind, args] of Object.entries(figureKinds)) {
    const words = args.map((arg: string) => (example as Record<string, string>)[arg] ?? 'word');
    expect(parseBlockFigure([kind, ...words].join(' '))).toHaveProperty('value');
  }
});
