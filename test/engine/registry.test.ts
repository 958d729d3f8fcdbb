import {expect, test} from 'vitest';
import {type AliasMove, memoryRegistry, namedByModels} from '../../src/engine/registry.ts';
import {aliasesOf, placesOf, versionAt} from '../../src/engine/registry-aliases.ts';
import {entryOf} from '../helpers/model-entries.ts';

const move = (to: number, kind: AliasMove['kind'] = 'promote', alias = 'production'): AliasMove => ({
  alias,
  kind,
  from: null,
  to,
  at: '2026-01-01T00:00:00.000Z',
  who: 'ada',
  why: 'test',
});

test('versions are numbered from 1 by name, and their artifacts are found by content', () => {
  const registry = memoryRegistry();
  const first = registry.register(entryOf('churn'), 'a');
  const second = registry.register(entryOf('churn'), 'b');
  const other = registry.register(entryOf('wine'), 'a');
  expect([first.version, second.version, other.version]).toEqual([1, 2, 1]);
  expect(other.artifact).toBe(first.artifact);
  expect(registry.readArtifact(second.artifact)).toBe('b');
  expect(registry.names()).toEqual(['churn', 'wine']);
});

test('an alias points to where its last move put it', () => {
  const moves = [move(1), move(1, 'promote', 'staging'), move(2)];
  expect(versionAt(moves, 'production')).toBe(2);
  expect(aliasesOf(moves, 1)).toEqual(['staging']);
  expect(versionAt(moves, 'nothing')).toBeUndefined();
});

test('two rollbacks go back two versions, not there and back again', () => {
  const moves = [move(1), move(2), move(3), move(2, 'rollback')];
  expect(placesOf(moves).get('production')!.path).toEqual([1, 2]);
  expect(placesOf([...moves, move(1, 'rollback')]).get('production')!.path).toEqual([1]);
  expect(placesOf([...moves, move(3)]).get('production')!.path).toEqual([1, 2, 3]);
});

test('a damaged entry makes every alias uncertain until it is moved again', () => {
  const moves = [move(1), move(1, 'promote', 'staging'), null, move(2)];
  const places = placesOf(moves);
  expect(places.get('production')).toEqual({path: [1, 2], certain: true});
  expect(places.get('staging')).toEqual({path: [1], certain: false});
});

test('what versions came from is named, so that a clean-up leaves it alone', () => {
  const registry = memoryRegistry();
  registry.register({...entryOf('churn'), run: 'r1', lineage: [{step: 'split.rows', output: 'abc'}]}, 'a');
  expect(namedByModels(registry)).toEqual({runs: ['r1'], hashes: ['abc']});
});
