import {expect, test} from 'vitest';
import {readYaml} from '../../../src/tutor/parse/yaml.ts';
import {
  either,
  integer,
  list,
  literal,
  map,
  number,
  oneKindOf,
  optional,
  parsed,
  record,
  text,
  withDefault,
  word,
} from '../../../src/tutor/schema/build.ts';

const animal = oneKindOf(
  [
    record('A cat', {kind: literal('cat'), lives: integer('Lives', {minimum: 1, maximum: 9})}),
    record('A dog', {kind: literal('dog'), name: text('Its name')}),
  ],
  'An animal',
);
const schema = record('A zoo', {
  id: parsed('id', 'Stable name'),
  size: withDefault(word(['small', 'large'], 'How large'), 'small'),
  note: optional(parsed('figure-text', 'A note')),
  price: optional(either(number('Euro'), text('In words'), 'The price')),
  open: optional(map(number('Hour'), 'Opening hours')),
  animals: list(animal, 'The animals', {minItems: 1}),
});
const read = (source: string) => readYaml({path: 'zoo.yaml', text: source}, schema);

test('a file is read into typed values with defaults, and each record knows its place', () => {
  const {value, problems} = read(
    'id: city-zoo\nprice: 5\nanimals:\n  - {kind: cat, lives: 9}\n  - kind: dog\n    name: Rex\n',
  );
  expect(problems).toEqual([]);
  expect(value).toEqual({
    at: {file: 'zoo.yaml', line: 1, column: 1},
    id: 'city-zoo',
    size: 'small',
    price: 5,
    animals: [
      {at: {file: 'zoo.yaml', line: 4, column: 5}, kind: 'cat', lives: 9},
      {at: {file: 'zoo.yaml', line: 5, column: 5}, kind: 'dog', name: 'Rex'},
    ],
  });
});

test('all problems are reported at once, each with line, column and the next move', () => {
  const {value, problems} = read(
    [
      'id: City Zoo',
      'sise: large',
      'size: big',
      'price: [1]',
      'open: {monday: nine, friday: 8}',
      'animals:',
      '  - {kind: cat, lives: 12}',
      '  - {kind: cow}',
      '  - {kind: dog}',
      '  - seven',
      'note: "twice {{a.b | prcent}}"',
    ].join('\n'),
  );
  expect(value).toBeUndefined();
  const told = problems.map(({message, at}) => `${at.line}:${at.column} ${message}`).sort();
  expect(told).toEqual(
    [
      '11:22 `prcent` is not a format.',
      '1:5 `City Zoo` is not an id.',
      '2:1 There is no field `sise` here.',
      '3:7 `size` is `big`, which is not one of small, large.',
      '4:8 `price` is a list, but must be a number or text.',
      '5:16 `monday` is `nine`, but must be a number.',
      '7:24 `lives` is 12, but must be at most 9.',
      '8:12 `kind` is `cow`, which is not one of cat, dog.',
      '9:5 `name` is missing in `animals 3`.',
      '10:5 `animals 4` is `seven`, but must be a map of names and values.',
    ].sort(),
  );
  expect(problems.find(problem => problem.message.includes('sise'))?.hint).toBe('Did you mean `size`?');
});

test('what is wrong is left out and the rest is kept', () => {
  const {value} = read('id: zoo\nopen: {monday: nine, friday: 8}\nanimals: [{kind: cow}, {kind: cat, lives: 2}]\n');
  expect(value?.open).toEqual({friday: 8});
  expect(value?.animals).toHaveLength(1);
});

test('a comma that cuts a text short is recognised', () => {
  const {problems} = read('id: zoo\nanimals: [{kind: dog, name: Rex, the good one}]\n');
  expect(problems[0]).toMatchObject({
    hint: 'A comma ended the text before it: put that text in quotes.',
    at: {line: 2, column: 34},
  });
});

test('a fault inside a block of text is found at its line and column', () => {
  const {problems} = read('id: zoo\nnote: |\n  first line\n  and {{a.b | prcent}}\nanimals: [{kind: cat, lives: 1}]\n');
  expect(problems).toMatchObject([{message: '`prcent` is not a format.', at: {line: 4, column: 15}}]);
});

test('text that is not YAML is a problem with its line', () => {
  const {value, problems} = read('id: zoo\nanimals: [\n');
  expect(value).toBeUndefined();
  expect(problems[0]!.message).toMatch(/^This is not YAML: /u);
  expect(problems[0]!.at.line).toBeGreaterThanOrEqual(2);
  expect(read('id: a\nid: b\n').problems[0]).toMatchObject({at: {line: 2, column: 1}});
});

test('an empty file says what must be in it', () => {
  expect(read('').problems).toMatchObject([{message: 'This file is empty, but must be a map of names and values.'}]);
});
