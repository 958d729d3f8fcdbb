import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Ports} from '../../src/app/ports.ts';
import {verifyRun} from '../../src/app/verify.ts';
import {cannotWrite, writeFileAtomic} from '../../src/files/atomic-write.ts';
import {diskStore} from '../../src/files/disk-store.ts';
import {createPorts} from '../../src/files/ports.ts';
import {runsBeside, storeBeside} from '../../src/files/read-only-home.ts';
import {diskRunStore} from '../../src/files/run-store.ts';
import {recordRun} from '../app/recorded-run.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

function portsOf(home: string) {
  const notices: string[] = [];
  return {ports: createPorts({home, product: 'test', onNotice: text => notices.push(text)}), notices};
}

test('what one program ran, the next finds unchanged', async () => {
  const home = temporaryFolder();
  const first = await recordRun(portsOf(home).ports, 'wine');
  const {ports, notices} = portsOf(home);
  const second = await recordRun(ports, 'wine');
  expect(second.steps.every(step => step.status === 'unchanged')).toBe(true);
  expect(second.fingerprint).toBe(first.fingerprint);
  expect(ports.runs.summaries().map(({run}) => run)).toEqual([second.run, first.run]);
  expect(notices).toEqual([]);
});

test('where no home can be made a run works all the same, with one notice', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'file'), '');
  const home = path.join(folder, 'file/home');
  const {ports, notices} = portsOf(home);
  const record = await recordRun(ports, 'wine');
  expect((await verifyRun({run: record.run}, ports)).verdict).toBe('identical');
  expect(notices).toEqual([
    `Cannot write to ${home}, so nothing is kept. Name a folder of your own with --home DIR or MLPT_HOME.`,
  ]);
});

test('a home that can only be read still shows its runs and lends its outputs', async () => {
  const home = temporaryFolder();
  const first = await recordRun(portsOf(home).ports, 'wine');
  const refuse = (file: string) => {
    throw cannotWrite(file, new Error('EROFS'));
  };
  const ports = memoryPorts({
    store: storeBeside(diskStore(path.join(home, 'store'), {write: refuse})),
    runs: runsBeside(diskRunStore(home, {write: refuse})),
  });
  const second = await recordRun(ports, 'wine', 'training.model=knn');
  expect(second.steps[0]?.status).toBe('unchanged');
  expect(ports.runs.summaries().map(({run}) => run)).toContain(first.run);
  expect(existsSync(path.join(home, 'runs', `${second.run}.json`))).toBe(false);
});

/** The first writes go through, then the disk is full. */
function diskWithRoomFor(home: string, writes: number): Ports {
  let left = writes;
  const write = (file: string, content: string | Uint8Array) => {
    left -= 1;
    if (left < 0) throw cannotWrite(file, Object.assign(new Error('full'), {code: 'ENOSPC'}));
    writeFileAtomic(file, content);
  };
  return memoryPorts({store: diskStore(path.join(home, 'store'), {write}), runs: diskRunStore(home, {write})});
}

test('wherever the disk runs full, the message says so, nothing is lost, and the next run goes on', async () => {
  const unbroken = await recordRun(memoryPorts(), 'iris');
  for (let writes = 0; writes <= 20; writes += 4) {
    const home = temporaryFolder();
    await expect(recordRun(diskWithRoomFor(home, writes), 'iris')).rejects.toMatchObject({
      code: 'cannot_write',
      message: expect.stringMatching(/^Cannot write to .*: the disk is full\.$/),
      resumable: true,
    });
    const next = await recordRun(diskWithRoomFor(home, 1000), 'iris');
    expect(next.fingerprint).toBe(unbroken.fingerprint);
    expect(next.steps.filter(step => step.status === 'restored')).toHaveLength(Math.floor(writes / 2));
  }
});
