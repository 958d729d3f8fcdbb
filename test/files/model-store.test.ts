import {execFile} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {sha256} from '../../src/engine/hash.ts';
import {diskRegistry} from '../../src/files/model-store.ts';
import {bundleProgram} from '../helpers/bundle.ts';
import {entryOf} from '../helpers/model-entries.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'mlpt-models-'));
});
afterEach(() => rmSync(home, {recursive: true, force: true}));

const fileOf = (...names: string[]) => path.join(home, 'models', ...names);
const promote = (to: number) => () =>
  ({alias: 'production', kind: 'promote', from: null, to, at: '2026-01-01T00:00:00.000Z', why: 'test'}) as const;

test('what one process registers, another one reads, with its history', () => {
  const writer = diskRegistry(home, {who: 'ada'});
  writer.register(entryOf('churn'), 'artifact');
  writer.move('churn', promote(1));
  const reader = diskRegistry(home, {who: 'bob'});
  expect(reader.names()).toEqual(['churn']);
  expect(reader.versions('churn')).toEqual([{...entryOf('churn'), version: 1, artifact: sha256('artifact')}]);
  expect(reader.moves('churn')).toMatchObject([{to: 1, who: 'ada'}]);
  expect(reader.readArtifact(sha256('artifact'))).toBe('artifact');
});

test('names that a file system may fold or refuse keep apart', () => {
  const registry = diskRegistry(home, {who: 'ada'});
  const names = ['Churn', 'churn', 'con', 'churn model', 'churn.model', 'Ünïcode', '..'];
  for (const name of names) registry.register(entryOf(name), name);
  expect(registry.names()).toEqual([...names].sort());
  for (const name of names) expect(registry.versions(name)).toHaveLength(1);
  expect(readdirSync(home)).toEqual(['models']);
  expect(readdirSync(fileOf('named'))).toHaveLength(names.length);
});

test('an artifact that was changed is not handed out, and registering the same one again puts it right', () => {
  const registry = diskRegistry(home, {who: 'ada'});
  const {artifact} = registry.register(entryOf('churn'), '{"threshold":0.5}');
  writeFileSync(fileOf('artifacts', `${artifact}.json`), '{"threshold":0.1}');
  expect(registry.readArtifact(artifact)).toBeUndefined();
  registry.register(entryOf('churn'), '{"threshold":0.5}');
  expect(registry.readArtifact(artifact)).toBe('{"threshold":0.5}');
});

test('a path in place of a hash reads nothing', () => {
  expect(diskRegistry(home, {who: 'ada'}).readArtifact('../../secret')).toBeUndefined();
});

test('a version that was changed or half written is told once and left out; its number is not given again', () => {
  const damaged: string[] = [];
  const registry = diskRegistry(home, {who: 'ada', onDamage: file => damaged.push(path.basename(file))});
  for (const text of ['a', 'b', 'c']) registry.register(entryOf('churn'), text);
  const first = fileOf('named', 'churn', 'versions', '1.json');
  writeFileSync(first, readFileSync(first, 'utf8').replace('0.9', '0.99'));
  truncateSync(fileOf('named', 'churn', 'versions', '3.json'), 100);
  expect(registry.versions('churn').map(entry => entry?.version ?? null)).toEqual([null, 2, null]);
  expect(registry.names()).toEqual(['churn']);
  expect(damaged).toEqual(['1.json', '3.json']);
  expect(registry.register(entryOf('churn'), 'd').version).toBe(4);
});

test('a move that a person added meanwhile is seen before the next one is decided', () => {
  const registry = diskRegistry(home, {who: 'ada'});
  const seen: number[] = [];
  registry.move('churn', moves => {
    seen.push(moves.length);
    // Somebody else is quicker, once.
    if (moves.length === 0) diskRegistry(home, {who: 'bob'}).move('churn', promote(1));
    return promote(2)();
  });
  expect(seen).toEqual([0, 1]);
  expect(registry.moves('churn').map(move => move?.who)).toEqual(['bob', 'ada']);
});

test('a full disk is said in words, leaves nothing half written, and the next time works', () => {
  const full = diskRegistry(home, {
    who: 'ada',
    write: file => {
      writeFileSync(file, 'ha');
      throw Object.assign(new Error('no space left on device'), {code: 'ENOSPC'});
    },
  });
  expect(() => full.register(entryOf('churn'), 'a')).toThrow(expect.objectContaining({code: 'cannot_write'}));
  expect(() => full.move('churn', promote(1))).toThrow('the disk is full');
  expect(readdirSync(fileOf('artifacts'))).toEqual([]);
  expect(readdirSync(fileOf('named', 'churn', 'moves'))).toEqual([]);
  expect(diskRegistry(home, {who: 'ada'}).register(entryOf('churn'), 'a').version).toBe(1);
});

test('a file system without links still writes each entry once', () => {
  const registry = diskRegistry(home, {
    who: 'ada',
    write: (file, content, options) => {
      if (file.endsWith('.tmp')) throw Object.assign(new Error('no links here'), {code: 'EPERM'});
      writeFileSync(file, content, options);
    },
  });
  expect(registry.register(entryOf('churn'), 'a').version).toBe(1);
  expect(registry.register(entryOf('churn'), 'b').version).toBe(2);
});

test('processes at once in one home lose none of each other’s versions and moves', async () => {
  const program = path.join(home, 'register.mjs');
  await bundleProgram(path.join(import.meta.dirname, '../fixtures/models/register.ts'), program);
  const run = (who: string) => promisify(execFile)(process.execPath, [program, home, who, '15']);
  await Promise.all(['ada', 'bob', 'eve'].map(run));
  const registry = diskRegistry(home, {who: 'judge'});
  const versions = registry.versions('shared');
  expect(versions.map(entry => entry?.version)).toEqual(Array.from({length: 45}, (_, place) => place + 1));
  const texts = new Set(versions.map(entry => registry.readArtifact(entry!.artifact)));
  expect(texts.size).toBe(45);
  expect(new Set(registry.moves('shared').map(move => move?.why)).size).toBe(45);
});
