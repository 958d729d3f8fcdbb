import {setTimeout as delay} from 'node:timers/promises';
import type {Clock} from '../app/schedule/clock.ts';

/** A timer cannot tell that the clock was set meanwhile, so it is asked again after this long. */
const longestNapMs = 20_000;

/** The clock of this machine. */
export const machineClock: Clock = {
  now: () => new Date(),
  async sleepUntil(moment, signal) {
    for (let left = leftUntil(moment); left > 0 && !signal.aborted; left = leftUntil(moment)) {
      await delay(Math.min(left, longestNapMs), undefined, {signal}).catch(() => {});
    }
  },
};

function leftUntil(moment: Date): number {
  return moment.getTime() - Date.now();
}

/** The exit codes that shells give to a program stopped by a signal. */
const exitCodes = {SIGINT: 130, SIGTERM: 143} as const;

type StopName = keyof typeof exitCodes;

/** Ctrl-C and the system's request to end, as something that work can look at; a second Ctrl-C ends it the hard way. */
export type StopSignal = {
  readonly signal: AbortSignal;
  /** 0 where nobody stopped it. */
  readonly exitCode: () => number;
  /** Stop listening. */
  readonly end: () => void;
};

/** Listen for the wish to stop. */
export function stopSignal(): StopSignal {
  const controller = new AbortController();
  const names = Object.keys(exitCodes) as readonly StopName[];
  const stop = (name: NodeJS.Signals) => {
    end();
    controller.abort(name);
  };
  const end = () => {
    for (const name of names) process.removeListener(name, stop);
  };
  for (const name of names) process.once(name, stop);
  return {
    signal: controller.signal,
    exitCode: () => (controller.signal.aborted ? exitCodes[controller.signal.reason as StopName] : 0),
    end,
  };
}
