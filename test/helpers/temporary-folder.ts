import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';

/** A folder of its own for one test, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mlpt-test-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** Remove a folder with a program in it: one that was left at the end of a test may still be keeping its compiled code there. */
export async function removeWhenLeft(folder: string): Promise<void> {
  for (let left = 50; ; left--) {
    try {
      return rmSync(folder, {recursive: true, force: true});
    } catch (error) {
      if (left === 0) throw error;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}
