import type {AliasMove, Entries} from './registry.ts';

/** Where an alias points to. */
export type AliasPlace = {
  /** The versions it pointed to before and can go back to, the present one last. */
  readonly path: readonly number[];
  /** False when an entry after its last move is damaged: it may have been moved since. */
  readonly certain: boolean;
};

/**
 * Follow the history of a model: where each alias points to now. A promotion goes one step further, a rollback one step
 * back, so that two rollbacks go back two versions instead of there and back again.
 */
export function placesOf(moves: Entries<AliasMove>): ReadonlyMap<string, AliasPlace> {
  const places = new Map<string, AliasPlace>();
  for (const move of moves) {
    if (move === null) {
      for (const [alias, place] of places) places.set(alias, {...place, certain: false});
      continue;
    }
    const path = places.get(move.alias)?.path ?? [];
    places.set(move.alias, {
      path: move.kind === 'rollback' ? backTo(path, move.to) : [...path, move.to],
      certain: true,
    });
  }
  return places;
}

/** The version an alias points to; undefined where there is no such alias. */
export function versionAt(moves: Entries<AliasMove>, alias: string): number | undefined {
  return placesOf(moves).get(alias)?.path.at(-1);
}

/** The aliases that point to a version, in the order in which they were first given. */
export function aliasesOf(moves: Entries<AliasMove>, version: number): readonly string[] {
  return [...placesOf(moves)].filter(([, {path}]) => path.at(-1) === version).map(([alias]) => alias);
}

// A damaged entry may hide a promotion; then the version gone back to is not on the path.
function backTo(path: readonly number[], version: number): readonly number[] {
  const place = path.slice(0, -1).lastIndexOf(version);
  return place < 0 ? [version] : path.slice(0, place + 1);
}
