import type {Ports} from '../ports.ts';
import type {ScheduleEntry} from './entry.ts';

/** Who holds the lock of a schedule. */
export type LockHolder = {
  readonly pid: number;
  readonly host: string;
  /** What the machine calls the time since it was last switched on; null where it has no name for it. */
  readonly boot: string | null;
  /** When it took the lock, in ISO form. */
  readonly started: string;
};

/** The right to run a schedule, which one program at a time has. */
export type HeldLock = {
  /** Whether it is still ours: another program may have taken it for left behind. */
  readonly holds: () => boolean;
  readonly release: () => void;
};

/** Where a schedule keeps its lock and its log. */
export type ScheduleDesk = {
  /** @throws {KnownError} `busy` with who holds it. */
  readonly lock: (name: string) => HeldLock;
  /** Who holds the lock now; null where nobody who is alive does. */
  readonly holder: (name: string) => LockHolder | null;
  /** Add an entry to the log. @throws {KnownError} `cannot_write` */
  readonly append: (name: string, entry: ScheduleEntry) => void;
  /** The last entries, oldest first; damaged ones are left out. */
  readonly tail: (name: string, most: number) => readonly ScheduleEntry[];
};

/** What a schedule needs from outside besides what every action does; a home that cannot be written to has none. */
export type SchedulePorts = Ports & {
  readonly schedules?: ScheduleDesk;
};

/** A desk that keeps nothing: for simulations, tests, and homes that cannot be written to. */
export function memoryDesk(): ScheduleDesk {
  const logs = new Map<string, ScheduleEntry[]>();
  return {
    lock: () => ({holds: () => true, release: () => {}}),
    holder: () => null,
    append: (name, entry) => void logs.set(name, [...(logs.get(name) ?? []), entry]),
    tail: (name, most) => (logs.get(name) ?? []).slice(-most),
  };
}

/** What a machine knows of the program that a lock names. */
export type Machine = Pick<LockHolder, 'host' | 'boot'> & {
  /** Whether a program of that number runs, other than the one that asks. */
  readonly isAlive: (pid: number) => boolean;
};

/**
 * Tell whether a lock was left behind by a program that is gone. The number of a process is given again after a restart,
 * so a lock from before the restart counts as left behind as well; times are not compared, because clocks are changed.
 */
export function isLeftBehind({pid, host, boot}: LockHolder, machine: Machine): boolean {
  // Whether a program on another machine is alive cannot be found out from here.
  if (host !== machine.host) return false;
  const isFromBefore = boot !== null && machine.boot !== null && boot !== machine.boot;
  return isFromBefore || !machine.isAlive(pid);
}
