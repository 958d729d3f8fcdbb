/** The time a schedule goes by: that of this machine, or one that a lesson or a test makes up. */
export type Clock = {
  readonly now: () => Date;
  /** Wait until the clock shows a moment or later, however it is set meanwhile, or until the signal gives up waiting. */
  readonly sleepUntil: (moment: Date, signal: AbortSignal) => Promise<void>;
};

/** A clock on which nothing takes time but waiting, and waiting takes none. */
export type SimulatedClock = Clock & {
  /** Put the clock forward or back, as a person or a time server does. */
  readonly set: (moment: Date) => void;
};

/** Start a clock at a moment. */
export function simulatedClock(from: Date): SimulatedClock {
  let now = from.getTime();
  return {
    now: () => new Date(now),
    async sleepUntil(moment, {aborted}) {
      if (!aborted) now = Math.max(now, moment.getTime());
    },
    set: moment => {
      now = moment.getTime();
    },
  };
}
