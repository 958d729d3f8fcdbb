import {expect, test} from 'vitest';
import {mergePipelines} from '../../../src/stages/merge/merge-pipelines.ts';

const good = 'ingestion: {dataset: wine}\ntraining: {model: knn}\n';

function merge(theirs: string) {
  return mergePipelines({
    base: {name: 'base.yaml', text: good},
    mine: {name: 'mine.yaml', text: good},
    theirs: {name: 'theirs.yaml', text: theirs},
  });
}

test('broken YAML in one of three files is told with its file and its line', async () => {
  await expect(merge('ingestion: {dataset: wine}\ntraining: {model: knn\n')).rejects.toMatchObject({
    code: 'bad_pipeline',
    message: 'theirs.yaml cannot be merged: it is not valid YAML.',
    at: {file: 'theirs.yaml', line: 3},
  });
});

test.each([
  ['a list', '- a\n- b\n', 'a pipeline is a map of blocks'],
  ['a word', 'hello\n', 'a pipeline is a map of blocks'],
  ['an anchor', 'a: &x [1, 1]\nb: [*x, *x]\n', '`&x` is an anchor'],
  ['brackets without end', '['.repeat(100_000), 'nested deeper'],
  ['braces without end', '{a: '.repeat(50_000), 'nested deeper'],
  ['lists in lists without end', '- '.repeat(100_000), 'nested deeper'],
  ['keys in keys without end', '? '.repeat(100_000), 'nested deeper'],
  [
    'indentation without end',
    Array.from({length: 300}, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    'nested deeper',
  ],
  ['a file of data', 'x'.repeat(300 * 1024), 'has more than 256 KB'],
])('%s instead of a pipeline is refused before it is read', async (_, text, message) => {
  await expect(merge(text)).rejects.toThrow(message);
});

test('a line of many settings is not taken for deep nesting', async () => {
  const columns = Array.from({length: 200}, (_, number) => `c${number}: text`).join(', ');
  await expect(merge(`${good}ingestion2: 1\n`.replace('wine}', `wine, types: {${columns}}}`))).resolves.toMatchObject({
    conflicts: [],
  });
});

test('names that JavaScript knows are only names', async () => {
  const text = `${good}__proto__: {polluted: true}\nconstructor: {a: 1}\n`;
  const {problems} = await merge(text);
  expect(({} as {polluted?: boolean}).polluted).toBeUndefined();
  expect(problems.map(({path}) => path)).toContain('constructor');
});
