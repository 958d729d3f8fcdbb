import type {Artifact} from '../deployment/artifact.ts';
import type {PipelineSpec} from '../spec.ts';
import type {SplitMethod} from '../split/split-rows.ts';
import type {TrainingSettings} from '../training/settings.ts';

/** The file that a script reads, and how this program read it. */
export type ExportedSource = {
  /** Its name as the script has it. */
  readonly file: string;
  /** It lies beside the script, wherever that is. */
  readonly beside: boolean;
  readonly encoding: string;
  readonly delimiter: string;
  /** All column names in order, where the file's own header could not be taken as it is. */
  readonly header: readonly string[] | null;
  /** The lines of a CSV file that hold no whole row, counted from 1. */
  readonly brokenLines: readonly number[];
};

/** Everything that the makers of scripts need to know of a run that is over. */
export type ExportedRun = {
  readonly product: string;
  /** The pipeline with every setting resolved. */
  readonly spec: PipelineSpec & {readonly seed: number};
  readonly artifact: Artifact;
  readonly source: ExportedSource;
  /** The columns as they were loaded, target and split column among them. */
  readonly columns: ReadonlyArray<{readonly name: string; readonly type: string}>;
  /** Rows after repeated ones were left out: what the row numbers of the split count. */
  readonly rows: number;
  readonly split: {readonly method: SplitMethod; readonly test: Int32Array};
  /** Classes that occur among the training rows. */
  readonly trainedClasses: readonly string[];
  readonly classWeight: TrainingSettings['class_weight'];
  readonly converged: boolean;
  /** Metrics of the test rows, and why some have no value. */
  readonly metrics: {readonly [name: string]: number | null};
  readonly undefinedMetrics: {readonly [name: string]: string};
  /** The selection of columns cannot be left to another library's way of settling equal scores. */
  readonly selectionIsTied: boolean;
};
