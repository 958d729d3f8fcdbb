import fc from 'fast-check';
import {expect, test} from 'vitest';
import {makeLevels, makeTable} from '../../../src/data/table.ts';
import {evaluate} from '../../../src/ml/expression/evaluate.ts';
import {parseExpression} from '../../../src/ml/expression/parse.ts';

const gap = Number.NaN;
const table = makeTable([
  {name: 'a', type: 'number', values: Float64Array.of(6, -2, 0, gap)},
  {name: 'b', type: 'number', values: Float64Array.of(4, 3, 0, 1)},
  {name: 'monthly fee', type: 'encoded', values: Float64Array.of(1, 0, 1, 0)},
  makeLevels('plan', ['family', 'basic', null, 'family']),
  makeLevels('joined', ['2024-02-29', '1999-12-31T23:59:00Z', '2023-02-29', null], 'date'),
  makeLevels('note', ['naïve', '😀!', '', null], 'text'),
]);

const suggest = (word: string, candidates: readonly string[]) => candidates.find(name => name[0] === word[0]);

function run(text: string): number[] {
  return [...evaluate(parseExpression(`x = ${text}`), table, suggest)];
}

test.each([
  ['a / b', [1.5, -2 / 3, gap, gap]],
  ['a + b * 2 - 1', [13, 3, -1, gap]],
  ['a % b', [2, 1, gap, gap]],
  ['-a % 4', [2, 2, 0, gap]],
  ['b ** 2', [16, 9, 0, 1]],
  ['b ** -1', [0.25, 1 / 3, gap, 1]],
  ['a ** 0', [1, 1, 1, gap]],
  ['a > 0', [1, 0, 0, gap]],
  ['a <= 0 or b == 4', [1, 1, 1, gap]],
  ['a != 0 and not (b == 3)', [1, 0, 0, gap]],
  ['log(a)', [Math.log(6), gap, gap, gap]],
  ['log1p(a)', [Math.log(7), gap, 0, gap]],
  ['sqrt(abs(a))', [Math.sqrt(6), Math.SQRT2, 0, gap]],
  ['min(a, b, 2)', [2, -2, 0, gap]],
  ['max(a, b)', [6, 3, 0, gap]],
  ['round(b / 8)', [0, 0, 0, 0]],
  ['round(a / 4)', [2, 0, 0, gap]],
  ['round((a + 1) / 2)', [4, 0, 0, gap]],
  ['if(b > 0, a / b, 0)', [1.5, -2 / 3, 0, gap]],
  ['if(a > 0, 1, 2)', [1, 2, 2, gap]],
  ['`monthly fee` * 2', [2, 0, 2, 0]],
  ['plan == "family"', [1, 0, gap, 1]],
  ['"family" != plan', [0, 1, gap, 0]],
  ['plan == "gold"', [0, 0, gap, 0]],
  ['year(joined)', [2024, 1999, gap, gap]],
  ['month(joined) * 100 + day(joined)', [229, 1231, gap, gap]],
  ['weekday(joined)', [3, 4, gap, gap]],
  ['length(note)', [5, 2, 0, gap]],
  ['length(plan)', [6, 5, gap, 6]],
  ['1e308 * 10', [gap, gap, gap, gap]],
])('%s gives %j', (text, wanted) => {
  expect(run(text)).toEqual(wanted);
});

test('a zero is never negative, so equal features are equal byte for byte', () => {
  for (const text of ['-b', '0 * -5', 'round(-b / 100)', '-b * 0']) {
    expect(Object.is(run(text)[2], 0), text).toBe(true);
  }
});

test('dates before 1970 have the right weekday', () => {
  const old = makeTable([makeLevels('d', ['1969-07-20', '1900-01-01'], 'date')]);
  expect([...evaluate(parseExpression('x = weekday(d)'), old, suggest)]).toEqual([6, 0]);
});

test('evaluating leaves the columns as they were', () => {
  const before = [...(table.columns[0] as {values: Float64Array}).values];
  run('-a + round(a)');
  expect([...(table.columns[0] as {values: Float64Array}).values]).toEqual(before);
});

test.each([
  ['plam == "family"', 4, /no column `plam`/, /Did you mean `plan`\?/],
  ['zeta + 1', 4, /no column `zeta`/, /There are: a, b, monthly fee, plan, joined, note\./],
  ['a + sqr(b)', 8, /no function `sqr`/, /`sqrt`/],
  ['constructor(b)', 4, /no function `constructor`/, /There are: log/],
  ['plan + 1', 4, /`plan` holds words/, /`plan == "basic"`/],
  ['joined > 3', 4, /`joined` holds dates/, /weekday\(joined\)/],
  ['plan == note', 4, /`plan` holds words/, /quoted word/],
  ['a == "6"', 4, /`a` is not a column of words/, /without quotes/],
  ['plan < "z"', 4, /`plan` holds words/, /`plan == "basic"`/],
  ['"z" < plan', 4, /quoted text is no number/, /`==`/],
  ['(a + b) == "6"', 7, /must be a column of words/, /name of a column/],
  ['year(plan)', 9, /`plan` is not a date column/, /YYYY-MM-DD/],
  ['year(2024)', 9, /must be a date column/, /name of a column/],
  ['log(a, b)', 4, /`log` takes one input, not 2/, /commas/],
  ['min(a)', 4, /`min` takes at least two inputs/, /commas/],
  ['if(a, b)', 4, /`if` takes three inputs/, /commas/],
])('%s is refused with a mark at character %i', (text, at, message, hint) => {
  const evaluated = () => run(text);
  expect(evaluated).toThrow(expect.objectContaining({code: 'bad_expression', hint: expect.stringMatching(hint)}));
  expect(evaluated).toThrow(message);
  expect(evaluated).toThrow(`  x = ${text}\n  ${' '.repeat(at)}^`);
});

test('a table without rows is enough to find a mistake', () => {
  const empty = makeTable([{name: 'a', type: 'number', values: new Float64Array(0)}], 0);
  expect(() => evaluate(parseExpression('x = a + q'), empty, suggest)).toThrow(/no column `q`/);
  expect(evaluate(parseExpression('x = a + 1'), empty, suggest)).toHaveLength(0);
});

test('arithmetic gives what JavaScript gives', () => {
  const expression = fc.letrec<{sum: string}>(tie => ({
    sum: fc.oneof(
      {depthSize: 'small'},
      fc.constantFrom('a', 'b', '2', '0.5'),
      fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*'), tie('sum')).map(parts => `(${parts.join(' ')})`),
    ),
  })).sum;
  fc.assert(
    fc.property(expression, text => {
      const wanted = new Function('a', 'b', `return ${text}`)(6, 4);
      expect(run(text)[0]).toBe(wanted + 0);
    }),
  );
});
