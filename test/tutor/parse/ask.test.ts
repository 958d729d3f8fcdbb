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
    ['this', 12, false, 'because it goes on'],
    ['that', 14, true, 'since'],
  ]);
  expect(plainInlines(ask.afterwards)).toBe('Well done.');
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
  expect(ask.options[1]!.why).toMatchObject([
    {kind: 'text', text: 'it is '},
    {kind: 'figure', figure: {format: {name: 'percent'}}},
    {kind: 'text', text: ' :: really'},
  ]);
});
