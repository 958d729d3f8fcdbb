/** What is known of the machine that the program runs on, gathered without judging it. */
export type MachineFacts = {
  /** As Node writes it: `v20.11.1`. */
  readonly node: string;
  readonly terminal: {
    /** Both ends are a terminal, and not a dumb one. */
    readonly isInteractive: boolean;
    /** null where nobody knows. */
    readonly size: {readonly columns: number; readonly rows: number} | null;
    readonly term: string | null;
    readonly colorDepth: 'none' | '16' | '256' | 'true';
    readonly glyphSet: 'braille' | 'block' | 'ascii';
  };
  readonly home: {
    readonly folder: string;
    /** Why nothing can be written to it; null where all is well. */
    readonly problem: string | null;
    /** null where the system does not tell. */
    readonly freeBytes: number | null;
  };
  /** What Python brings along, for checks of exported scripts; null where there is no Python, or no scikit-learn. */
  readonly python: {readonly version: string | null; readonly sklearn: string | null};
};

/** One thing that was looked at: how it is, and what to do where that is not good. */
export type Finding = {
  readonly check: 'node' | 'terminal' | 'colour' | 'unicode' | 'home' | 'disk' | 'clock' | 'assets' | Kept | 'python';
  /** `note`: something works less well than it could; `bad`: something needed is missing. */
  readonly state: 'good' | 'note' | 'bad';
  readonly message: string;
  readonly hint: string | null;
};

type Kept = 'store' | 'runs' | 'models';

/** A finding with nothing to do about it. */
export function good(check: Finding['check'], message: string): Finding {
  return {check, state: 'good', message, hint: null};
}
