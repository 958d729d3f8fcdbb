import {appendFileSync, renameSync, statSync} from 'node:fs';
import path from 'node:path';
import {makeFolder} from './make-folder.ts';

// Two files of this size are all that is ever kept.
const mostBytes = 200_000;

/**
 * A place for what libraries and Node write while the screen is full: `log/tutor.log`, with the older half beside it as
 * `tutor.1.log`. Where it cannot be written, the lines are dropped: a log is never a reason to stop.
 */
export function logFile(home: string, now: () => Date): (line: string) => void {
  const file = path.join(home, 'log', 'tutor.log');
  let bytes: number | undefined;
  return line => {
    const entry = `${now().toISOString()} ${line}\n`;
    try {
      if (bytes === undefined) {
        makeFolder(path.dirname(file));
        bytes = statSync(file, {throwIfNoEntry: false})?.size ?? 0;
      }
      if (bytes > mostBytes) {
        renameSync(file, path.join(home, 'log', 'tutor.1.log'));
        bytes = 0;
      }
      appendFileSync(file, entry);
      bytes += Buffer.byteLength(entry);
    } catch {
      bytes = undefined;
    }
  };
}
