/** Every failure the product foresees, by the kind of thing that went wrong. */
export type ErrorCode =
  // wrong use or a wrong pipeline file
  | 'bad_usage'
  | 'bad_pipeline'
  | 'bad_setting'
  | 'unknown_command'
  | 'unknown_dataset'
  | 'unknown_lesson'
  | 'unknown_model'
  | 'unknown_run'
  | 'unknown_term'
  | 'bad_expression'
  | 'bad_home'
  | 'no_terminal'
  // wrong data
  | 'missing_file'
  | 'bad_csv'
  | 'bad_json'
  | 'bad_sqlite'
  | 'bad_http'
  | 'empty_table'
  | 'unknown_column'
  | 'bad_target'
  | 'missing_value'
  | 'bad_column'
  | 'bad_row'
  | 'too_large'
  | 'cannot_fit'
  // a check said no
  | 'check_failed'
  | 'gate_refused'
  | 'merge_conflict'
  // the machine
  | 'corrupt_store'
  | 'cannot_write'
  | 'busy'
  | 'interrupted';

/** Where a failure is, as precisely as it is known; printed as one short phrase. */
export type Place = {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly row?: number;
  readonly name?: string;
};

/**
 * A failure that was foreseen: it says what is wrong, where, and what to do next.
 * A plain `Error` is a bug in the product and is shown with its stack.
 */
export class KnownError extends Error {
  override readonly name = 'KnownError';
  readonly code: ErrorCode;
  /** The next thing to do or type, as one imperative sentence. */
  readonly hint: string;
  readonly at: Place | undefined;
  /** Every problem, where one failure holds several (a pipeline file, a course). */
  readonly problems: readonly Problem[];
  /** What was finished is kept: the same command goes on from there. */
  readonly resumable: boolean;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      readonly hint: string;
      readonly at?: Place | undefined;
      readonly cause?: unknown;
      readonly problems?: readonly Problem[];
      readonly resumable?: boolean;
    },
  ) {
    super(message, options.cause === undefined ? undefined : {cause: options.cause});
    this.code = code;
    this.hint = options.hint;
    this.at = options.at;
    this.problems = options.problems ?? [];
    this.resumable = options.resumable ?? false;
  }
}

/** One thing wrong in something a person wrote, with its place and the next move. */
export type Problem = {
  readonly message: string;
  readonly hint: string;
  readonly at: Place;
};

/** Write a place as people say it: `wine.yaml, line 3, column 12`. */
export function formatPlace(at: Place): string {
  const parts = [
    at.file,
    at.line === undefined ? undefined : `line ${at.line}`,
    at.column === undefined ? undefined : `column ${at.column}`,
    at.row === undefined ? undefined : `row ${at.row}`,
    at.name === undefined ? undefined : `\`${at.name}\``,
  ];
  return parts.filter(part => part !== undefined).join(', ');
}
