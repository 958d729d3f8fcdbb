import type {ErrorCode} from '../../errors.ts';
import type {GateVerdict} from '../gates.ts';
import type {Metrics} from '../run-result.ts';

/** What happened to a schedule: one line of its log. */
export type ScheduleEntry = {
  /** When, in ISO form. */
  readonly at: string;
  readonly kind: 'started' | 'ran' | 'failed' | 'missed' | 'note' | 'stopped';
  /** One or two sentences for people. */
  readonly words: string;
  /** The time that a run was planned for; null where no time was planned. */
  readonly scheduled: string | null;
  /** Why it ran. */
  readonly why: string | null;
  readonly run: string | null;
  /** The version that the run registered: `churn@3`. */
  readonly model: string | null;
  readonly promoted: boolean;
  /** The metrics on the test rows. */
  readonly metrics: Metrics | null;
  readonly gates: readonly GateVerdict[];
  /** The hash of what the source held. */
  readonly data: string | null;
  /** How many planned times went by without a run. */
  readonly missed: number;
  readonly error: {readonly code: ErrorCode | 'bug'; readonly hint: string} | null;
};

const nothing = {
  scheduled: null,
  why: null,
  run: null,
  model: null,
  promoted: false,
  metrics: null,
  gates: [],
  data: null,
  missed: 0,
  error: null,
} as const;

/** Make an entry of what is known. */
export function entryOf(
  at: Date,
  kind: ScheduleEntry['kind'],
  words: string,
  more: Partial<ScheduleEntry> = {},
): ScheduleEntry {
  return {at: at.toISOString(), kind, words, ...nothing, ...more};
}

/** An entry as one line for people. */
export function sayEntry({at, kind, words}: ScheduleEntry): string {
  return `${at.slice(0, 19).replace('T', ' ')} UTC  ${kind.padEnd(7)}  ${oneLine(words)}`;
}

/** An entry as one line of JSON. */
export function formatEntry(entry: ScheduleEntry): string {
  return JSON.stringify(entry);
}

/** Read a line of a log; undefined where it is damaged, as the last line of a program that was killed may be. */
export function parseEntry(line: string): ScheduleEntry | undefined {
  try {
    const entry = JSON.parse(line) as ScheduleEntry;
    const isWhole =
      kinds.includes(entry.kind) && !Number.isNaN(Date.parse(entry.at)) && typeof entry.words === 'string';
    return isWhole ? {...nothing, ...entry} : undefined;
  } catch {
    return undefined;
  }
}

const kinds: readonly string[] = ['started', 'ran', 'failed', 'missed', 'note', 'stopped'] satisfies ReadonlyArray<
  ScheduleEntry['kind']
>;

/** Words may quote data or files of others: no control characters, no line breaks. */
function oneLine(words: string): string {
  return words.replace(/\p{Cc}+/gu, ' ');
}
