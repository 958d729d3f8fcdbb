import type {Registry} from '../engine/registry.ts';
import type {RunRecord} from '../engine/run-record.ts';
import type {Store} from '../engine/store.ts';
import type {IngestionSettings} from '../stages/ingestion/settings.ts';
import type {Snapshot} from '../stages/ingestion/snapshot.ts';
import type {Course} from '../tutor/parse/course.ts';
import type {SourceFile} from '../tutor/parse/source.ts';
import type {ProgressStore} from './learner.ts';
import type {RunSummary} from './runs-summary.ts';

/** What is known of a bundled dataset without opening it. */
export type DatasetInfo = {
  readonly name: string;
  readonly title: string;
  readonly target: string;
  readonly task: 'classification' | 'regression';
  readonly positive: string | null;
  readonly rows: number;
  readonly columns: number;
  readonly description: string;
  readonly generated: boolean;
};

/** The bundled datasets. */
export type DatasetLibrary = {
  list(): readonly DatasetInfo[];
  /** The dataset's card as Markdown: what a row is, units, source, licence. */
  card(name: string): string;
  read(name: string): Uint8Array;
};

/** The records of finished runs, newest first. */
export type RunStore = {
  /** Every record, which takes a while where there are many: for a list there are the summaries. */
  list(): readonly RunRecord[];
  summaries(): readonly RunSummary[];
  read(run: string): RunRecord | undefined;
  /** The newest run of the pipeline of that name that was made here. */
  latest(name: string): RunRecord | undefined;
  write(record: RunRecord): void;
  remove(run: string): void;
};

/**
 * Fetch what a source holds right now, as bytes that can be hashed; relative paths start at `folder`.
 *
 * @param signal - gives up a source that takes long, such as an API with many pages.
 */
export type SourceReader = (ingestion: IngestionSettings, folder: string, signal?: AbortSignal) => Promise<Snapshot>;

/** A file of rows that came in later: its name without the ending, and its bytes once they are asked for. */
export type BatchFile = {readonly name: string; readonly read: () => Uint8Array};

/** A text file that a person named, and the folder it lies in. */
export type NamedText = {readonly name: string; readonly text: string; readonly folder: string};

/** Everything the actions of this folder need from outside: they are given it and never reach for it. */
export type Ports = {
  readonly store: Store;
  readonly runs: RunStore;
  readonly models: Registry;
  readonly datasets: DatasetLibrary;
  readonly readSource: SourceReader;
  /** @throws {KnownError} `missing_file` when it cannot be read, `too_large` when it has more than `most` bytes. */
  readonly readText: (name: string, folder: string, most?: number) => NamedText;
  /** The batches in a folder, or those of a bundled dataset, in their order. @throws {KnownError} `missing_file` */
  readonly batches: (
    of: {readonly folder: string} | {readonly dataset: string},
    folder: string,
  ) => readonly BatchFile[];
  /** Write a file that a person named. @throws {KnownError} `cannot_write` */
  readonly saveFile: (name: string, folder: string, content: string | Uint8Array) => void;
  /** What the learner did so far; loaded only when it is asked for. */
  readonly progress: () => Promise<ProgressStore>;
  /** The bundled course. */
  readonly course: () => Promise<Course>;
  /** The content files of a course folder, or of the bundled course where none is named. */
  readonly readCourseFiles: (folder: string | undefined, from: string) => readonly SourceFile[];
  /** The time of day, for records. */
  readonly now: () => Date;
  /** Milliseconds from any fixed moment, for durations. */
  readonly elapsed: () => number;
  /** A seed nobody chose, for pipelines with `seed: none`. */
  readonly freshSeed: () => number;
  readonly product: string;
  readonly node: string;
  /** Tell whether another program uses the same home right now. */
  readonly othersAtWork?: () => boolean;
  /** Tell whether a path stays in a folder, with every link on the way followed. */
  readonly isInside: (path: string, folder: string) => boolean;
};
