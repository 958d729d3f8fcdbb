import {copyFileSync, existsSync, readFileSync, renameSync} from 'node:fs';
import path from 'node:path';
import Conf from 'conf';
import type {ProgressStore} from '../app/learner.ts';
import {formatPlace} from '../errors.ts';
import {emptyProgress, formatProgress, parseProgress} from '../tutor/progress/state.ts';
import type {Progress} from '../tutor/schema/progress.ts';
import {cannotWrite} from './atomic-write.ts';
import {makeFolder} from './make-folder.ts';

/**
 * Progress as one JSON file, `progress.json`, written by `conf` (a temporary file, then a rename). The copy before the
 * last start stays as `progress.previous.json`; a file that cannot be read is set aside under a new name and that copy is used.
 */
export function progressFile(home: string, now: () => Date): ProgressStore {
  const file = path.join(home, 'progress.json');
  const previous = path.join(home, 'progress.previous.json');
  let conf: Conf<Record<string, unknown>> | undefined;
  return {
    load() {
      const current = readProgress(file);
      if (current === undefined) return {progress: emptyProgress, notices: []};
      if (current.progress) {
        copyQuietly(file, previous);
        return {progress: current.progress, notices: current.notices};
      }
      const aside = path.join(home, `progress.damaged-${now().toISOString().replace(/[:.]/g, '-')}.json`);
      const isAside = renameQuietly(file, aside);
      const kept = readProgress(previous)?.progress;
      const used = kept ? 'The copy from before is used.' : 'There was no copy from before, so you start anew.';
      return {
        progress: kept ?? emptyProgress,
        notices: [
          ...current.notices,
          `${isAside ? `The damaged file is kept as ${aside}.` : 'It stays where it is, because this folder cannot be written to.'} ${used}`,
        ],
      };
    },
    save(progress) {
      try {
        // Made here, because the way `conf` makes it never ends where a file system has no room for folders.
        makeFolder(home);
        conf ??= openConf(home);
        conf.store = progress as unknown as Record<string, unknown>;
      } catch (error) {
        throw cannotWrite(file, error);
      }
    },
  };
}

function openConf(home: string): Conf<Record<string, unknown>> {
  return new Conf<Record<string, unknown>>({
    projectName: 'ml-pipeline-tutor',
    projectSuffix: '',
    cwd: home,
    configName: 'progress',
    serialize: value => formatProgress(value as unknown as Progress),
  });
}

type Read = {readonly progress: Progress | undefined; readonly notices: readonly string[]};

function readProgress(file: string): Read | undefined {
  if (!existsSync(file)) return undefined;
  const {value, problems} = parseProgress(readFileSync(file, 'utf8'), path.basename(file));
  return {progress: value, notices: problems.map(({message, at}) => `${formatPlace(at)}: ${message}`)};
}

function renameQuietly(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function copyQuietly(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch {
    // A home that cannot be written to is told of when progress is saved.
  }
}
