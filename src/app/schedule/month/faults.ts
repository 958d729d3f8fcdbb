/** What goes wrong in a simulated month: on which days, from 1. */
export type MonthFaults = {
  /** The rows arrive after the run of that day. */
  readonly late: readonly number[];
  /** Some of the rows that arrive cannot be read. */
  readonly broken_rows: readonly number[];
  /** Instead of the data there is an error page. */
  readonly corrupt: readonly number[];
  /** A colleague tries a setting that makes a bad model. */
  readonly bad_model: readonly number[];
  /** A colleague lets a column in that gives the answer away. */
  readonly leak: readonly number[];
  /** The computer is switched off. */
  readonly off: readonly number[];
};

/** A month in which each of these happens once, and the computer is off over one weekend. */
export const plantedFaults: MonthFaults = {
  late: [5],
  broken_rows: [9],
  corrupt: [13],
  bad_model: [20],
  leak: [],
  off: [27, 28],
};
