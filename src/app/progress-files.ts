import {KnownError} from '../errors.ts';
import {emptyProgress, formatProgress, parseProgress} from '../tutor/progress/state.ts';
import type {Ports} from './ports.ts';
import {isThere} from './save-text.ts';

type Given = Pick<Ports, 'progress' | 'readText' | 'saveFile'>;

/** What became of the progress that was there before; `kept` names its copy, null where there was nothing to keep. */
export type Replaced = {readonly kept: string | null; readonly notices: readonly string[]};

/**
 * Write all progress to a file that can be imported elsewhere.
 *
 * @throws {KnownError} `bad_usage` where a file of that name is there already, `cannot_write`.
 */
export async function exportProgress(name: string, folder: string, ports: Given): Promise<void> {
  if (isThere(name, folder, ports)) {
    throw new KnownError('bad_usage', `${name} is there already.`, {
      hint: 'Choose another name, or remove that file first.',
      at: {file: name},
    });
  }
  ports.saveFile(name, folder, formatProgress((await ports.progress()).load().progress));
}

/**
 * Take over progress from an exported file; what was here before is copied beside it first.
 *
 * @throws {KnownError} `missing_file`, `bad_json` where nothing in it can be read.
 */
export async function importProgress(name: string, folder: string, ports: Given): Promise<Replaced> {
  const {value, problems} = parseProgress(ports.readText(name, folder).text, name);
  const [first] = problems;
  if (value === undefined) {
    const problem = first ?? {
      message: 'It holds no progress.',
      hint: 'Name a file that `progress --export` wrote.',
      at: {file: name},
    };
    throw new KnownError('bad_json', problem.message, {hint: problem.hint, at: problem.at, problems});
  }
  const kept = await keepCopy('import', folder, ports);
  (await ports.progress()).save(value);
  return {kept, notices: problems.map(({message}) => message)};
}

/** Begin anew; what was here before is copied to a file first, settings stay. */
export async function resetProgress(folder: string, ports: Given): Promise<Replaced> {
  const kept = await keepCopy('reset', folder, ports);
  const store = await ports.progress();
  store.save({...emptyProgress, settings: store.load().progress.settings});
  return {kept, notices: []};
}

async function keepCopy(why: 'import' | 'reset', folder: string, ports: Given): Promise<string | null> {
  const {progress} = (await ports.progress()).load();
  const isEmpty = formatProgress({...progress, settings: emptyProgress.settings}) === formatProgress(emptyProgress);
  if (isEmpty) return null;
  let name = `progress-before-${why}.json`;
  for (let number = 2; isThere(name, folder, ports); number++) name = `progress-before-${why}-${number}.json`;
  ports.saveFile(name, folder, formatProgress(progress));
  return name;
}
