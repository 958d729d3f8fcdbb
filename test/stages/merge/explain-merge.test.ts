import {expect, test} from 'vitest';
import {explainMerge} from '../../../src/stages/merge/explain-merge.ts';
import {mergePipelines} from '../../../src/stages/merge/merge-pipelines.ts';
import type {Decisions} from '../../../src/stages/merge/outcome.ts';

const base = 'ingestion: {dataset: wine}\npreprocessing: {scale: standard}\ntraining: {model: ridge}\n';
const names = {mine: 'You', theirs: 'Ilir'};

async function explain(mine: string, theirs: string, decisions: Decisions = {}) {
  const texts = {
    base: {name: 'base.yaml', text: base},
    mine: {name: 'mine.yaml', text: mine},
    theirs: {name: 'ilir.yaml', text: theirs},
  };
  return explainMerge(await mergePipelines(texts, decisions), names);
}

test('a merge without conflict is one sentence that names both people', async () => {
  expect(await explain(base.replace('standard', 'robust'), base.replace('ridge', 'knn'))).toEqual([
    'You changed preprocessing.scale to robust; Ilir changed training.model to knn; both kept.',
  ]);
});

test('what only one person changed is said without the other', async () => {
  expect(await explain(base, base.replace('ridge', 'knn'))).toEqual(['Ilir changed training.model to knn.']);
  expect(await explain(base, base)).toEqual(['Nobody changed anything.']);
});

test('a conflict is said with what it was, both wishes and both reasons', async () => {
  const mine = base.replace('{model: ridge}', '{model: knn} # because it is simple');
  expect(await explain(mine, base.replace('ridge', 'dummy'))).toEqual([
    'Both changed training.model, which was ridge. You want knn (because it is simple). Ilir wants dummy.',
  ]);
});

test('changes that are wrong together are said with both places', async () => {
  const [sentence, problem] = await explain(
    base.replace('ridge', 'knn'),
    base.replace('{model: ridge}', '{model: ridge, params: {alpha: 2}}'),
  );
  expect(sentence).toMatch(/both kept\.$/);
  expect(problem).toMatch(
    /^Each version alone is right, but not both together: `knn` has no parameter `alpha`\. It is about training\.params\.alpha \(Ilir, ilir\.yaml, line 3\) and training\.model \(You, mine\.yaml, line 3\)\./,
  );
});

test('escape sequences in a file do not reach the terminal', async () => {
  const mine = base.replace('{model: ridge}', '{model: "\\e[31mknn"}');
  const lines = await explain(mine, base.replace('ridge', 'dummy'));
  expect(lines.join('')).not.toContain('\u001B');
});
