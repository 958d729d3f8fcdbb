import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {entryOf} from '../../src/app/schedule/entry.ts';
import {diskDesk, type LockAsker} from '../../src/files/schedule-desk.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

const program = (change: Partial<LockAsker> = {}): LockAsker => ({
  pid: 100,
  host: 'here',
  boot: 'b1',
  isAlive: () => true,
  now: () => new Date('2026-01-01T00:00:00Z'),
  ...change,
});
const note = (words: string) => entryOf(new Date('2026-01-01T00:00:00Z'), 'note', words);

test('a second scheduler is told who holds the lock', () => {
  const home = temporaryFolder();
  diskDesk(home, program()).lock('churn');
  const second = diskDesk(home, program({pid: 200}));
  expect(() => second.lock('churn')).toThrow(
    expect.objectContaining({code: 'busy', message: expect.stringContaining('process 100 on here since 2026-01-01')}),
  );
  expect(second.holder('churn')).toMatchObject({pid: 100, host: 'here'});
  expect(readdirSync(path.join(home, 'schedules'))).toEqual(['churn.lock']);
});

test('a lock that was released can be taken', () => {
  const desk = diskDesk(temporaryFolder(), program());
  desk.lock('churn').release();
  expect(desk.holder('churn')).toBeNull();
  expect(desk.lock('churn').holds()).toBe(true);
});

test('the lock of a program that is gone is taken over, and the program learns of it if it was not', () => {
  const home = temporaryFolder();
  const first = diskDesk(home, program()).lock('churn');
  const second = diskDesk(home, program({pid: 200, isAlive: () => false})).lock('churn');
  expect([first.holds(), second.holds()]).toEqual([false, true]);
  first.release();
  expect(second.holds()).toBe(true);
});

test('a lock from before the machine was restarted is taken over, whatever runs under that number now', () => {
  const home = temporaryFolder();
  diskDesk(home, program()).lock('churn');
  expect(
    diskDesk(home, program({pid: 200, boot: 'b2'}))
      .lock('churn')
      .holds(),
  ).toBe(true);
});

test('a lock on another machine is left alone, since nobody here knows whether its program is alive', () => {
  const home = temporaryFolder();
  diskDesk(home, program({host: 'there'})).lock('churn');
  const desk = diskDesk(home, program({isAlive: () => false}));
  expect(() => desk.lock('churn')).toThrow(expect.objectContaining({code: 'busy'}));
});

test('a damaged lock is taken over', () => {
  const home = temporaryFolder();
  mkdirSync(path.join(home, 'schedules'));
  writeFileSync(path.join(home, 'schedules', 'churn.lock'), '{"pid":');
  expect(diskDesk(home, program()).lock('churn').holds()).toBe(true);
});

test('names that no disk takes, or that would leave the folder, get a file of their own', () => {
  const home = temporaryFolder();
  const desk = diskDesk(home, program());
  for (const name of ['../../etc', 'a/b', 'a:b', 'Churn', 'churn']) expect(desk.lock(name).holds()).toBe(true);
  expect(readdirSync(path.join(home, 'schedules'))).toHaveLength(5);
});

test('the log comes back in order, without the line that a killed program left half written', () => {
  const home = temporaryFolder();
  const desk = diskDesk(home, program());
  desk.append('churn', note('one'));
  const file = path.join(home, 'log', 'schedule-churn.jsonl');
  writeFileSync(file, '{"at":"2026', {flag: 'a'});
  desk.append('churn', note('two'));
  expect(desk.tail('churn', 10).map(({words}) => words)).toEqual(['one', 'two']);
  expect(desk.tail('churn', 1).map(({words}) => words)).toEqual(['two']);
});

test('a log that has grown large is put aside once, and is still looked back at', () => {
  const home = temporaryFolder();
  const desk = diskDesk(home, program());
  const long = 'x'.repeat(400_000);
  for (const word of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) desk.append('churn', note(word + long));
  expect(readdirSync(path.join(home, 'log')).sort()).toEqual(['schedule-churn.1.jsonl', 'schedule-churn.jsonl']);
  expect(desk.tail('churn', 10).map(({words}) => words[0])).toEqual(['d', 'e', 'f', 'g']);
  expect(readFileSync(path.join(home, 'log', 'schedule-churn.jsonl'), 'utf8').length).toBeLessThan(1_000_000);
});

test('a log that cannot be written says so', () => {
  const home = temporaryFolder();
  writeFileSync(path.join(home, 'log'), '');
  expect(() => diskDesk(home, program()).append('churn', note('one'))).toThrow(
    expect.objectContaining({code: 'cannot_write'}),
  );
});
