/** A run that is due now. */
export type Due = {
  /** Why, in words. */
  readonly why: string;
  /** The time it was planned for, in ISO form; null where no time was planned. */
  readonly scheduled: string | null;
};

/** What a trigger saw. */
export type Look = {
  readonly due?: Due;
  /** Times that went by without a run. */
  readonly missed?: {readonly times: number; readonly words: string};
  /** Something worth a line in the log, such as a file that is gone. */
  readonly note?: string;
};

/** Something that decides when a pipeline runs. */
export type Trigger = {
  /** When to look next; null where it never wants to be asked again. */
  readonly wake: (now: Date) => Date | null;
  /** Find out whether a run is due. */
  readonly look: (now: Date) => Promise<Look>;
};
