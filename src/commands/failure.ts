import {type ErrorCode, formatPlace, KnownError, type Problem} from '../errors.ts';

/** The exit code of every foreseen failure: 2 wrong use, 3 wrong data, 4 a check said no, 130 interrupted. */
const exitCodes = {
  bad_usage: 2,
  bad_pipeline: 2,
  bad_setting: 2,
  unknown_command: 2,
  unknown_dataset: 2,
  unknown_lesson: 2,
  unknown_model: 2,
  unknown_run: 2,
  unknown_term: 2,
  bad_expression: 2,
  bad_home: 2,
  no_terminal: 2,
  missing_file: 2,
  cannot_write: 2,
  busy: 2,
  bad_csv: 3,
  bad_json: 3,
  bad_sqlite: 3,
  bad_http: 3,
  empty_table: 3,
  unknown_column: 3,
  bad_target: 3,
  missing_value: 3,
  bad_column: 3,
  bad_row: 3,
  too_large: 3,
  cannot_fit: 3,
  corrupt_store: 3,
  check_failed: 4,
  gate_refused: 4,
  merge_conflict: 4,
  interrupted: 130,
} as const satisfies Record<ErrorCode, number>;

/** The exit code that goes with an error; 1 is a bug. */
export function exitCodeOf(error: unknown): number {
  return error instanceof KnownError ? exitCodes[error.code] : 1;
}

/**
 * An error as text for people: what, where, what next; a bug with its stack.
 *
 * @param commandLine - the command that failed, for failures from which it can go on.
 */
export function formatFailure(error: unknown, commandLine?: string): string {
  if (!(error instanceof KnownError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `This is a bug in ml-pipeline-tutor. Please report it with these lines:\n${stack}`;
  }
  const at = error.at ? `  at ${formatPlace(error.at)}\n` : '';
  const resume = error.resumable && commandLine !== undefined ? `\nResume with: ${commandLine}` : '';
  return `${error.message}\n${at}${error.problems.map(formatProblem).join('')}→ ${error.hint}${resume}`;
}

function formatProblem({message, hint, at}: Problem): string {
  return `  ${formatPlace(at)}: ${message}\n    → ${hint}\n`;
}

/** An error as the one JSON document that `--json` promises. */
export function failureJson(error: unknown, commandLine?: string): {readonly error: object} {
  if (!(error instanceof KnownError)) {
    const message = error instanceof Error ? error.message : String(error);
    return {error: {code: 'bug', message, hint: 'Please report this bug with the command you ran.', at: null}};
  }
  const {code, message, hint, at, problems, resumable} = error;
  const resume = resumable && commandLine !== undefined ? {resume: commandLine} : {};
  const listed = problems.map(problem => ({...problem, at: formatPlace(problem.at)}));
  return {
    error: {
      code,
      message,
      hint,
      at: at ? formatPlace(at) : null,
      ...(listed.length > 0 ? {problems: listed} : {}),
      ...resume,
    },
  };
}
