import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {mergeTexts} from '../../../src/app/merge/merge-texts.ts';
import {mergeCommand} from '../../../src/commands/merge.ts';
import {runCommandOf} from '../../helpers/run-command.ts';
import {temporaryFolder} from '../../helpers/temporary-folder.ts';

const base = 'ingestion: {dataset: wine}\nsplit: {test_size: 0.25}\ntraining: {model: knn}\n';
const mine = base
  .replace('0.25}', '0.3} # more rows to judge by')
  .replace('training', 'preprocessing: {scale: robust}\ntraining');
const theirs = base.replace('0.25', '0.2').replace('knn', 'random_forest');

function threeFiles(): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({base, mine, ilir: theirs})) {
    writeFileSync(path.join(folder, `${name}.yaml`), text);
  }
  return folder;
}

const merge = (folder: string, options: {readonly [name: string]: unknown} = {}, json = false) =>
  runCommandOf(mergeCommand, {words: ['base.yaml', 'mine.yaml', 'ilir.yaml'], options, folder, json});

test('texts are merged as plain data, first with the conflict, then with a decision', async () => {
  const texts = {base: {name: 'b', text: base}, mine: {name: 'm', text: mine}, theirs: {name: 't', text: theirs}};
  const open = await mergeTexts({...texts, names: {mine: 'You', theirs: 'Ilir'}});
  expect(open).toMatchObject({merged: null, conflicts: [{path: 'split.test_size', mine: 0.3, theirs: 0.2}]});
  expect(open.words.at(-1)).toContain('You want 0.3 (more rows to judge by). Ilir wants 0.2');
  const settled = await mergeTexts({...texts, decisions: {'split.test_size': {take: 'theirs'}}});
  expect(settled).toMatchObject({conflicts: [], problems: []});
  expect(settled.merged).toContain('test_size: 0.2');
  expect(await mergeTexts({...texts, take: 'mine'})).toMatchObject({merged: expect.stringContaining('test_size: 0.3')});
  expect(JSON.parse(JSON.stringify(settled))).toEqual(settled);
});

test('a conflict that nobody decided ends with 4, says both wishes and how to decide, and writes nothing', async () => {
  const folder = threeFiles();
  const told = await merge(folder, {out: 'merged.yaml'});
  expect(told).toMatchObject({code: 4, printed: ''});
  expect(told.notes).toMatch(/mine +0\.3 +mine\.yaml, line 2 +more rows to judge by/);
  expect(told.notes).toContain('--choose split.test_size=theirs');
  expect(readdirSync(folder)).toHaveLength(3);
  expect(JSON.parse((await merge(folder, {}, true)).printed)).toMatchObject({
    merged: null,
    conflicts: [{at: {mine: {line: 2}}}],
  });
});

test('a decision on the command line settles it, and what the file said before is kept', async () => {
  const folder = threeFiles();
  const told = await merge(folder, {out: 'mine.yaml', choose: ['split.test_size=theirs']});
  expect(told.code).toBe(0);
  expect(told.notes).toContain('ilir changed training.model to random_forest; both kept.');
  expect(told.notes).toContain('It was decided that split.test_size is 0.2.');
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  expect(read('mine.yaml')).toContain('preprocessing: {scale: robust}');
  expect(read('mine.yaml.orig')).toBe(mine);
});

test('another value than either wanted can be set', async () => {
  expect((await merge(threeFiles(), {set: ['split.test_size=0.4']})).printed).toContain('test_size: 0.4');
});

test('a decision that cannot be read, or is about nothing, is refused', async () => {
  const folder = threeFiles();
  await expect(merge(folder, {choose: ['split.test_size=hers']})).rejects.toMatchObject({code: 'bad_usage'});
  await expect(merge(folder, {choose: ['split.tst_size=mine']})).rejects.toMatchObject({code: 'bad_usage'});
  await expect(merge(folder, {take: 'both'})).rejects.toMatchObject({code: 'bad_usage'});
});

test('two changes that are wrong together are told, and nothing is written', async () => {
  const folder = threeFiles();
  writeFileSync(path.join(folder, 'mine.yaml'), base.replace('knn', 'knn, params: {n_neighbors: 3}'));
  const told = await merge(folder, {out: 'merged.yaml'});
  expect(told.code).toBe(4);
  expect(told.notes).toContain('Each version alone is right, but not both together');
  expect(readdirSync(folder)).not.toContain('merged.yaml');
});
