import {randomBytes} from 'node:crypto';
import {linkSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import path from 'node:path';
import {type HeldLock, isLeftBehind, type LockHolder, type Machine, type ScheduleDesk} from '../app/schedule/desk.ts';
import {formatEntry, parseEntry} from '../app/schedule/entry.ts';
import {sha256} from '../engine/hash.ts';
import {KnownError} from '../errors.ts';
import {cannotWrite, removeQuietly} from './atomic-write.ts';
import {isAlive} from './in-use.ts';
import {makeFolder} from './make-folder.ts';
import {appendLine, lastLines} from './rotated-log.ts';

/** Who asks for a lock: a program on a machine. */
export type LockAsker = Machine & {readonly pid: number; readonly now: () => Date};

/** This program on this machine. */
export const thisProgram: LockAsker = {
  pid: process.pid,
  host: hostname(),
  boot: bootName(),
  isAlive: pid => pid !== process.pid && isAlive(pid),
  now: () => new Date(),
};

/**
 * Keep the locks of schedules in `schedules/<name>.lock` and their logs in `log/schedule-<name>.jsonl` of a home. A lock that
 * a dead program left behind is taken over.
 */
export function diskDesk(home: string, asker: LockAsker = thisProgram): ScheduleDesk {
  const lockFile = (name: string) => path.join(home, 'schedules', `${fileNameOf(name)}.lock`);
  const log = (name: string) => path.join(home, 'log', `schedule-${fileNameOf(name)}.jsonl`);
  return {
    lock: name => takeLock(lockFile(name), name, asker),
    holder(name) {
      const holder = readHolder(lockFile(name));
      // The program that asks may well be the one that holds it.
      return holder && (isOf(asker, holder) || !isLeftBehind(holder, asker)) ? holder : null;
    },
    append: (name, entry) => appendLine(log(name), formatEntry(entry)),
    tail: (name, most) => lastLines(log(name), most).flatMap(line => parseEntry(line) ?? []),
  };
}

type Token = LockHolder & {readonly token: string};

function takeLock(file: string, name: string, asker: LockAsker): HeldLock {
  const {pid, host, boot} = asker;
  const token = randomBytes(8).toString('hex');
  const own: Token = {pid, host, boot, started: asker.now().toISOString(), token};
  const temporary = `${file}.${token}.tmp`;
  try {
    makeFolder(path.dirname(file));
    writeFileSync(temporary, JSON.stringify(own), {flag: 'wx'});
    // A link appears with its content or not at all, and fails where the name is taken.
    if (!tryLink(temporary, file)) {
      const holder = readHolder(file);
      if (holder && !isLeftBehind(holder, asker)) throw busy(name, holder);
      renameSync(temporary, file);
    }
  } catch (error) {
    throw error instanceof KnownError ? error : cannotWrite(file, error);
  } finally {
    removeQuietly(temporary);
  }
  const holds = () => readHolder(file)?.token === token;
  return {holds, release: () => void (holds() && removeQuietly(file))};
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Some disks, such as memory sticks, have no links.
    return tryCreate(to, readFileSync(from));
  }
}

function tryCreate(file: string, content: Uint8Array): boolean {
  try {
    writeFileSync(file, content, {flag: 'wx'});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Who a lock names; null where there is none, or one that says nothing. */
function readHolder(file: string): Token | null {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Token;
    return Number.isInteger(holder.pid) && typeof holder.host === 'string' ? holder : null;
  } catch {
    return null;
  }
}

function isOf({pid, host, boot}: LockAsker, holder: LockHolder): boolean {
  return holder.pid === pid && holder.host === host && holder.boot === boot;
}

function busy(name: string, {pid, host, started}: LockHolder): KnownError {
  return new KnownError('busy', `The schedule \`${name}\` is kept by process ${pid} on ${host} since ${started}.`, {
    hint: `Two at a time would run everything twice. End that one with Ctrl-C, or with \`kill ${pid}\` on ${host}; or give this pipeline another \`name\`.`,
  });
}

/** A name in a form that every disk takes; two names never share a file. */
function fileNameOf(name: string): string {
  const plain = name.replace(/[^a-z0-9_-]+/g, '_').slice(0, 60);
  return plain === name ? name : `${plain}-${sha256(name).slice(0, 8)}`;
}

/** Linux names each start of the machine; others do not. */
function bootName(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
