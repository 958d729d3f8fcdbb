import {expect, test} from 'vitest';
import {parseAsk} from '../../../src/tutor/parse/ask.ts';
import {plainInlines} from '../../../src/tutor/parse/block.ts';

const told = (quoted: string) => parseAsk(quoted, 10, 'x.md');

test('an ask has a question, answers with reasons, and a word afterwards', () => {
  const {ask, problems} = told(
    '**Ask:** Which one\nis it?\n- [ ] this :: because\n  it goes on\n- [x] that :: since\n**Then:** Well\ndone.',
  );
  expect(problems).toEqual([]);
  expect(plainInlines(ask.question)).toBe('Which one is it?');
  expect(ask.options.map(({id, line, right, why}) => [id, line, right, plainInlines(why)])).toEqual([
    ['that', 14, true, 'since'],
    ['this', 12, false, 'because it goes on'],
  ]);
  expect(plainInlines(ask.afterwards)).toBe('Well done.');
});

test('the answers are mixed, always in the same way, so that the place of the right one tells nothing', () => {
  const places = Array.from({length: 60}, (_, index) => {
    const {ask} = told(`**Ask:** Number ${index}?\n- [x] a :: b\n- [ ] c :: d\n- [ ] e :: f`);
    expect(told(`**Ask:** Number ${index}?\n- [x] a :: b\n- [ ] c :: d\n- [ ] e :: f`).ask).toEqual(ask);
    return ask.options.findIndex(({right}) => right);
  });
  for (const place of [0, 1, 2]) expect(places.filter(other => other === place).length).toBeGreaterThan(10);
});

test('an answer without a reason and an ask without a wrong answer are problems with their lines', () => {
  const {problems} = told('**Ask:** Which?\n- [x] this\n- [x] that :: since');
  expect(problems.map(({message, at}) => [at.line, message])).toEqual([
    [11, 'This answer has no reason.'],
    [10, 'The ask needs a right answer `[x]` and a wrong one `[ ]`.'],
  ]);
});

test('the reason may hold colons and figures', () => {
  const {ask} = told('**Ask:** Q?\n- [ ] a :: b\n- [x] c :: it is {{r.test.f1 | percent}} :: really');
  expect(ask.options.find(({right}) => right)!.why).toMatchObject([
    {kind: 'text', text: 'it is '},
    {kind: 'figure', figure: {format: {name: 'percent'}}},
    {kind: 'text', text: ' :: really'},
  ]);
});
