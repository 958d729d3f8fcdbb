import type {Ports} from '../ports.ts';
import type {DriftSignal} from './drift-trigger.ts';
import type {ScheduleEntry} from './entry.ts';

/** Who holds the lock of a schedule. */
export type LockHolder = {
  readonly pid: number;
  readonly host: string;
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

/** What a schedule needs from outside besides what every action does; a machine that lacks one does without. */
export type SchedulePorts = Ports & {
  readonly schedules?: ScheduleDesk;
  readonly driftSignal?: DriftSignal;
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
export type Machine = {
  readonly host: string;
  /** When it was switched on. */
  readonly booted: Date;
  readonly isAlive: (pid: number) => boolean;
};

/**
 * Tell whether a lock was left behind by a program that is gone. A number of a process is given again after a restart,
 * so a lock from before the restart counts as left behind as well.
 */
export function isLeftBehind({pid, host, started}: LockHolder, machine: Machine): boolean {
  // Whether a program on another machine is alive cannot be found out from here.
  if (host !== machine.host) return false;
  return Date.parse(started) < machine.booted.getTime() || !machine.isAlive(pid);
}
