import {sha256} from './hash.ts';
import type {Json} from './value.ts';

/** One version of a model: what it is and where it came from. It is written once and never changed. */
export type ModelVersion = {
  readonly name: string;
  /** 1, 2, 3 … in the order in which they were registered. */
  readonly version: number;
  /** The run that made it. */
  readonly run: string;
  readonly created: string;
  /** sha256 of the artifact's text, which is also its name where artifacts are kept. */
  readonly artifact: string;
  readonly metrics: {readonly [metric: string]: number | null};
  /** The fingerprint of the data it was made from. */
  readonly data: string;
  /** False when the pipeline had a mistake on purpose: its metrics flatter. */
  readonly honest: boolean;
  /** The outputs it came from, data first, features, then the model: the hash of each by step. */
  readonly lineage: ReadonlyArray<{readonly step: string; readonly output: string}>;
  /** The pipeline with every setting resolved. */
  readonly pipeline: Json;
};

/** One entry of the history of a model's aliases: it is added and never changed. */
export type AliasMove = {
  readonly alias: string;
  readonly kind: 'promote' | 'rollback';
  readonly from: number | null;
  readonly to: number;
  readonly at: string;
  readonly who: string;
  readonly why: string;
};

/** An entry that is damaged reads as null: the entries around it still count. */
export type Entries<T> = ReadonlyArray<T | null>;

/**
 * Where models are kept. Nothing in it is overwritten: a version and a move are entries with the next free number, so
 * that two processes at once lose nothing. An alias points to where the last of its moves put it.
 */
export type Registry = {
  names(): readonly string[];
  /** The versions of a model; version n is entry n − 1. */
  versions(name: string): Entries<ModelVersion>;
  /** @throws {KnownError} `cannot_write` when there is no room for it. */
  register(version: Omit<ModelVersion, 'version' | 'artifact'>, artifact: string): ModelVersion;
  /** The text of an artifact by its hash; undefined when it is gone or is no longer the text it was. */
  readArtifact(hash: string): string | undefined;
  /** The moves of all aliases of a model, oldest first. */
  moves(name: string): Entries<AliasMove>;
  /**
   * Add a move to the history.
   *
   * @param decide - told the history as it is; asked again when somebody else added a move meanwhile. Undefined: no move.
   */
  move(name: string, decide: (moves: Entries<AliasMove>) => NewMove | undefined): AliasMove | undefined;
};

/** A move as it is asked for: who asks is known to the registry. */
export type NewMove = Omit<AliasMove, 'who'>;

/** A registry that forgets everything when the program ends: for tests, and for homes that cannot be written to. */
export function memoryRegistry(who = 'you'): Registry {
  const artifacts = new Map<string, string>();
  const versions = new Map<string, readonly ModelVersion[]>();
  const moves = new Map<string, readonly AliasMove[]>();
  const versionsOf = (name: string) => versions.get(name) ?? [];
  const movesOf = (name: string) => moves.get(name) ?? [];
  return {
    names: () => [...versions.keys()].sort(),
    versions: versionsOf,
    register(entry, text) {
      const artifact = sha256(text);
      const version = {...entry, artifact, version: versionsOf(entry.name).length + 1};
      artifacts.set(artifact, text);
      versions.set(entry.name, [...versionsOf(entry.name), version]);
      return version;
    },
    readArtifact: hash => artifacts.get(hash),
    moves: movesOf,
    move(name, decide) {
      const wanted = decide(movesOf(name));
      if (!wanted) return undefined;
      const move = {...wanted, who};
      moves.set(name, [...movesOf(name), move]);
      return move;
    },
  };
}

/** The runs that made the versions of models, and the outputs they came from: a clean-up must leave them alone. */
export function namedByModels(registry: Registry): {
  readonly runs: readonly string[];
  readonly hashes: readonly string[];
} {
  const all = registry.names().flatMap(name => registry.versions(name));
  const versions = all.filter(version => version !== null);
  return {
    runs: versions.map(({run}) => run),
    hashes: versions.flatMap(({lineage}) => lineage.map(({output}) => output)),
  };
}
