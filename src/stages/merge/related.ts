import {KnownError} from '../../errors.ts';
import type {Version} from './read-version.ts';
import type {Versions} from './settle.ts';

const sources = ['ingestion.dataset', 'ingestion.path', 'ingestion.url', 'ingestion.query'];

/**
 * Refuse to merge files that do not come from the same one: everything in them would look changed.
 *
 * @throws {KnownError} `bad_usage`
 */
export function requireRelated({base, mine, theirs}: Versions): void {
  const stranger = [mine, theirs].find(version => !isRelated(base, version));
  if (!stranger) return;
  const why = base.settings.size === 0 ? `${base.file} says nothing` : 'they read other data and share few settings';
  throw new KnownError('bad_usage', `${stranger.file} does not come from ${base.file}: ${why}.`, {
    hint: 'Name the file that both people started from first: `merge BASE MINE THEIRS`. To merge these all the same, add --force.',
    at: {file: stranger.file},
  });
}

/** Two files are related when they read the same data, or share at least half of their settings. */
function isRelated(base: Version, other: Version): boolean {
  if (base.settings.size === 0) return false;
  const names = new Set([...base.settings.keys(), ...other.settings.keys()]);
  const shared = [...names].filter(name => isShared(base, other, name));
  const isSameSource = shared.some(name => sources.includes(name));
  return isSameSource || shared.length >= names.size / 2;
}

function isShared(base: Version, other: Version, name: string): boolean {
  const [here, there] = [base.settings.get(name), other.settings.get(name)];
  return here !== undefined && here.key === there?.key;
}
