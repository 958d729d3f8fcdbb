import {expect, test} from 'vitest';
import {optionId, shuffleOptions, writtenOptions} from '../../../src/tutor/quiz/options.ts';
import {miniQuestion} from '../mini-course.ts';

test('options are shuffled by the seed, with the same ids and texts', () => {
  const question = miniQuestion('single');
  const orders = Array.from({length: 20}, (_, seed) => shuffleOptions(question, `s${seed}`).options.map(({id}) => id));
  expect(new Set(orders.map(order => order.join())).size).toBeGreaterThan(3);
  for (const order of orders)
    expect([...order].sort()).toEqual(
      writtenOptions(question)
        .map(({id}) => id)
        .sort(),
    );
  expect(shuffleOptions(question, 's1')).toEqual(shuffleOptions(question, 's1'));
});

test('shown options say nothing of right and wrong', () => {
  for (const option of shuffleOptions(miniQuestion('single'), 'a').options) {
    expect(Object.keys(option).sort()).toEqual(['id', 'text']);
  }
});

test('an order question never shows its solution', () => {
  const question = miniQuestion('order');
  const solution = question.items.map(item => item.text).join();
  for (let seed = 0; seed < 200; seed++) {
    expect(
      shuffleOptions(question, `s${seed}`)
        .options.map(({text}) => text)
        .join(),
    ).not.toBe(solution);
  }
});

test('a match question shows terms in order and definitions mixed', () => {
  const {options, targets} = shuffleOptions(miniQuestion('match'), 'x');
  expect(options.map(({text}) => text)).toEqual(['standard', 'min-max', 'robust']);
  expect(targets.map(({text}) => text).sort()).toEqual(['from 0 to 1', 'mean 0 and spread 1', 'median 0']);
  expect(targets.map(({id}) => id).sort()).toEqual(options.map(({id}) => id).sort());
});

test('a true or false question shows the verdict before the reason', () => {
  const texts = shuffleOptions(miniQuestion('true_false'), 'x').options.map(({text}) => text.split(':')[0]);
  expect(texts.sort()).toEqual(['False', 'True', 'True']);
});

test('a question about a line shows no options, or the plausible lines would be given away', () => {
  expect(shuffleOptions(miniQuestion('faulty_line'), 'x').options).toEqual([]);
});

test('the id of an option is its own or made from its text', () => {
  expect(optionId({id: 'own', text: 'x'})).toBe('own');
  expect(optionId({text: 'The 133 rows!'})).toBe('the-133-rows');
});
