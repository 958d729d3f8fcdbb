import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {sha256} from '../engine/hash.ts';
import type {AliasMove, ModelVersion, Registry} from '../engine/registry.ts';
import {createFile, numberedFiles, type WriteFile} from './numbered-files.ts';

export type ModelStoreOptions = {
  /** The name that stands in the history beside each move. */
  readonly who: string;
  /** Told each file that was damaged. */
  readonly onDamage?: (file: string) => void;
  readonly write?: WriteFile;
};

/**
 * The registry on disk: `models/named/<name>/versions/3.json`, `models/named/<name>/moves/7.json`, and the artifacts by
 * their content in `models/artifacts`. It is kept apart from the store of outputs, which may be emptied at any time.
 */
export function diskRegistry(home: string, {who, onDamage: tell = () => {}, write}: ModelStoreOptions): Registry {
  const root = path.join(home, 'models');
  const onDamage = once(tell);
  const artifactFile = (hash: string) => path.join(root, 'artifacts', `${hash}.json`);
  const folderOf = (name: string) => path.join(root, 'named', folderName(name));
  const versionsOf = (name: string) =>
    numberedFiles<ModelVersion>(path.join(folderOf(name), 'versions'), onDamage, write);
  const movesOf = (name: string) => numberedFiles<AliasMove>(path.join(folderOf(name), 'moves'), onDamage, write);
  const readArtifact = (hash: string) => {
    const file = artifactFile(hash);
    if (!/^[0-9a-f]{64}$/.test(hash) || !existsSync(file)) return undefined;
    const text = readFileSync(file, 'utf8');
    return sha256(text) === hash ? text : undefined;
  };
  return {
    names: () => namesIn(path.join(root, 'named'), onDamage),
    versions: name => versionsOf(name).list(),
    register(entry, text) {
      const artifact = sha256(text);
      const file = artifactFile(artifact);
      // One that was damaged is put right by writing it again.
      if (existsSync(file) && readArtifact(artifact) === undefined) rmSync(file, {force: true});
      createFile(file, text, write);
      return versionsOf(entry.name).add(version => ({...entry, artifact, version}))!;
    },
    readArtifact,
    moves: name => movesOf(name).list(),
    move: (name, decide) => {
      const moves = movesOf(name);
      return moves.add(number => {
        // The history up to this number: a move that comes after it takes the number, and then this is asked again.
        const wanted = decide(moves.list().slice(0, number - 1));
        return wanted && {...wanted, who};
      });
    },
  };
}

/** The names of all models: each folder's first version that can be read says it. */
function namesIn(folder: string, onDamage: (file: string) => void): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap(name => {
      const versions = numberedFiles<ModelVersion>(path.join(folder, name, 'versions'), onDamage).list();
      return versions.find(version => version !== null)?.name ?? [];
    })
    .sort();
}

function once(tell: (file: string) => void): (file: string) => void {
  const told = new Set<string>();
  return file => {
    if (!told.has(file)) tell(file);
    told.add(file);
  };
}

/** Names may hold blanks, capitals and letters that some file systems fold or refuse; such get a folder of their own. */
function folderName(name: string): string {
  const isPlain = /^[a-z0-9][a-z0-9_-]*$/.test(name) && !/^(con|prn|aux|nul|(com|lpt)\d)$/.test(name);
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return isPlain ? name : `${plain}.${sha256(name).slice(0, 12)}`;
}
