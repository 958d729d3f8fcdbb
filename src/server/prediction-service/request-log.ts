/** One entry of the log: one line of JSON. */
export type LogEntry = {
  readonly level: 'info' | 'warning' | 'error';
  readonly event: string;
  readonly [field: string]: unknown;
};

export type RequestLog = {
  readonly write: (entry: LogEntry) => void;
  /** Write what is still waiting. */
  readonly flush: () => void;
};

const flushEveryMs = 100;
const mostWaiting = 64;

type LogOptions = {
  readonly write: (text: string) => void;
  readonly now: () => Date;
  /** Leave out what is not a warning or an error. */
  readonly quiet: boolean;
};

/** Log lines as JSON. Lines of a busy moment are written together, because each write costs as much as a request. */
export function requestLog({write, now, quiet}: LogOptions): RequestLog {
  let lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length > 0) write(`${lines.join('\n')}\n`);
    lines = [];
  };
  return {
    write(entry) {
      if (quiet && entry.level === 'info') return;
      lines.push(JSON.stringify({time: now().toISOString(), ...entry}));
      if (lines.length >= mostWaiting || entry.level !== 'info') flush();
      else timer ??= setTimeout(flush, flushEveryMs).unref();
    },
    flush,
  };
}
