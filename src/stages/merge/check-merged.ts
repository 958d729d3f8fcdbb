import {parse} from 'yaml';
import type {Place} from '../../errors.ts';
import {readPipelineFile} from '../pipeline-file.ts';
import {readSpec} from '../read-spec.ts';
import type {MergeProblem, Taken} from './outcome.ts';
import type {Version} from './read-version.ts';
import type {Versions} from './settle.ts';

type Side = 'mine' | 'theirs';

/**
 * Check a merged pipeline. Two changes that are each right can be wrong together, as a new model and a parameter of the
 * old one: such a problem names both changes and where they were made.
 *
 * @param file - the name of the merged file, for messages only.
 */
export async function checkMerged(
  merged: string,
  file: string,
  versions: Versions,
  taken: readonly Taken[],
): Promise<readonly MergeProblem[]> {
  const {problems} = await readPipelineFile(merged, file);
  if (problems.length === 0) return [];
  // The same problems in the same order, by the names of the settings instead of by lines.
  const paths = readSpec(parse(merged) ?? {}).problems.map(({at}) => at.name ?? '');
  const known = new Set([...problemsOf(versions.mine), ...problemsOf(versions.theirs)]);
  return problems.map((problem, place) => {
    const path = paths[place] ?? '';
    const together = !known.has(nameOf(path, problem.message));
    return {...problem, path, together, places: together ? placesOf(path, versions, taken) : []};
  });
}

function problemsOf({document}: Version): readonly string[] {
  return readSpec(document.toJS() ?? {}).problems.map(({at, message}) => nameOf(at.name ?? '', message));
}

function nameOf(path: string, message: string): string {
  return `${path}\n${message}`;
}

/** The setting that is wrong by the side it came from, and the changes of the other side that it does not go with. */
function placesOf(path: string, versions: Versions, taken: readonly Taken[]): MergeProblem['places'] {
  const side: Side = taken.some(change => change.path === path && change.from === 'theirs') ? 'theirs' : 'mine';
  const owner = versions[side].settings.has(path) ? side : otherOf(side);
  const changes = taken.filter(({from}) => from === otherOf(owner)).map(change => change.path);
  const [block] = path.split('.');
  const near = [block!, 'training']
    .map(name => changes.filter(change => change.startsWith(`${name}.`)))
    .find(list => list.length > 0);
  return [
    ...placeOf(path, owner, versions),
    ...(near ?? changes).flatMap(change => placeOf(change, otherOf(owner), versions)),
  ];
}

function placeOf(path: string, from: Side, versions: Versions): MergeProblem['places'] {
  const at: Place | undefined = versions[from].settings.get(path)?.at;
  return at ? [{path, from, at}] : [];
}

function otherOf(side: Side): Side {
  return side === 'mine' ? 'theirs' : 'mine';
}
