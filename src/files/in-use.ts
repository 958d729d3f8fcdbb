import {existsSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {removeQuietly} from './atomic-write.ts';
import {makeFolder} from './make-folder.ts';

const entered = new Set<string>();

/** Say that this program uses a home, by a file named after its process that goes away at its end. */
export function enterHome(home: string): void {
  const own = path.join(home, 'in-use', String(process.pid));
  if (entered.has(own)) return;
  if (entered.size === 0) process.once('exit', () => entered.forEach(removeQuietly));
  entered.add(own);
  // An engine thread that was ended, like a program that was killed, leaves its file behind.
  othersIn(home);
  try {
    makeFolder(path.dirname(own));
    writeFileSync(own, '');
  } catch {
    // Nobody then knows that it is here; garbage collection at the same moment may cost it a step.
  }
}

/** Tell whether a program other than this one uses a home; what one that was killed left behind is cleared away. */
export function othersIn(home: string): boolean {
  const folder = path.join(home, 'in-use');
  if (!existsSync(folder)) return false;
  const others = readdirSync(folder).filter(name => /^\d+$/.test(name) && Number(name) !== process.pid);
  const gone = others.filter(name => !isAlive(Number(name)));
  for (const name of gone) removeQuietly(path.join(folder, name));
  return others.length > gone.length;
}

/** Tell whether a program with this process id runs. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
