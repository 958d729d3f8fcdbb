import {type Answered, type RecordWriter, recordedRows} from '../../app/serve/recorded-rows.ts';
import type {RecordingFacts} from './prometheus.ts';
import type {LogEntry} from './request-log.ts';

/** Keeps answered rows for monitoring, behind the back of the requests. */
export type Recorder = {
  readonly record: (answered: Answered) => void;
  readonly facts: () => RecordingFacts;
  /** Write what is still waiting. */
  readonly close: () => Promise<void>;
};

const writeEveryMs = 250;
/** More rows than this do not wait: a slow disk must not fill the memory. */
const mostWaiting = 50_000;
/** Rows that are written as text in one go; between two lots other requests get their turn. */
const lot = 500;

/** Record answered rows a moment after their requests are over. What cannot be written is counted and told once. */
export function startRecorder(writer: RecordWriter, log: (entry: LogEntry) => void): Recorder {
  let waiting: Answered[] = [];
  let [waitingRows, rows, dropped] = [0, 0, 0];
  let problem: string | null = null;
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const tell = (next: string | null) => {
    if (next !== null && next !== problem) log({level: 'warning', event: 'not_recorded', problem: next});
    if (next === null && problem !== null) log({level: 'info', event: 'recording_again'});
    problem = next;
  };
  const writeAll = async () => {
    while (waiting.length > 0) {
      const group = takeGroup(waiting);
      waiting = waiting.slice(group.length);
      const [{model, at}] = group as [Answered];
      const recorded = recordedRows(group, model.pipeline);
      waitingRows -= recorded.rows;
      const failed = await writer.append(recorded, at);
      if (failed === null) rows += recorded.rows;
      else dropped += recorded.rows;
      tell(failed);
    }
  };
  const write = () => {
    timer = undefined;
    writing ??= writeAll().finally(() => {
      writing = undefined;
      if (waiting.length > 0) timer ??= setTimeout(write, writeEveryMs);
    });
    return writing;
  };
  return {
    record(answered) {
      if (waitingRows + answered.rows.length > mostWaiting) {
        dropped += answered.rows.length;
        tell('the disk is slower than the requests');
        return;
      }
      waiting.push(...inLots(answered));
      waitingRows += answered.rows.length;
      timer ??= setTimeout(write, writeEveryMs);
    },
    facts: () => ({rows, dropped}),
    async close() {
      clearTimeout(timer);
      await write();
      clearTimeout(timer);
    },
  };
}

function inLots(answered: Answered): readonly Answered[] {
  const {rows, predictions} = answered;
  if (rows.length <= lot) return [answered];
  const starts = Array.from({length: Math.ceil(rows.length / lot)}, (_, place) => place * lot);
  return starts.map(start => ({
    ...answered,
    rows: rows.slice(start, start + lot),
    predictions: predictions.slice(start, start + lot),
  }));
}

/** The first requests that can be written together: those of one version on one day, up to a lot. */
function takeGroup(waiting: readonly Answered[]): readonly Answered[] {
  const [first] = waiting;
  const day = dayOf(first!);
  let rows = 0;
  const end = waiting.findIndex(one => {
    rows += one.rows.length;
    return one !== first && (one.model !== first!.model || dayOf(one) !== day || rows > lot);
  });
  return end < 0 ? waiting : waiting.slice(0, end);
}

function dayOf({at}: Answered): number {
  return Math.floor(at.getTime() / 86_400_000);
}
