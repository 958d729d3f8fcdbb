import type {Json} from './value.ts';

/** What is remembered of a step that ran: where its output is, and its report. */
export type StoredResult = {
  readonly version: 1;
  readonly key: string;
  /** sha256 of the output's bytes, which is also its name in the store. */
  readonly output: string;
  readonly report: Json;
};

/** One thing in the store, as garbage collection sees it. */
export type StoreEntry = {
  /** `debris` is what a program that was killed left half written. */
  readonly kind: 'object' | 'result' | 'debris';
  /** The hash of an object, the key of a result. */
  readonly name: string;
  readonly bytes: number;
  /** When it was last written or asked for, in milliseconds since 1970. */
  readonly used: number;
};

/**
 * Where outputs are kept, named by their content, and results, named by the key of the step that made them.
 * A damaged or missing entry reads as undefined: the step then runs again.
 */
export type Store = {
  readObject(hash: string): Uint8Array | undefined;
  /** Tell whether an object is there and whole; asking counts as using it. */
  hasObject(hash: string): boolean;
  writeObject(hash: string, bytes: Uint8Array): void;
  readResult(key: string): StoredResult | undefined;
  writeResult(result: StoredResult): void;
  /** Everything in it, in no particular order. */
  entries(): readonly StoreEntry[];
  remove(entry: StoreEntry): void;
};

/** A store that forgets everything when the program ends: for tests, and for homes that cannot be written to. */
export function memoryStore(): Store {
  const objects = new Map<string, Uint8Array>();
  const results = new Map<string, StoredResult>();
  return {
    readObject: hash => objects.get(hash),
    hasObject: hash => objects.has(hash),
    writeObject: (hash, bytes) => void objects.set(hash, bytes),
    readResult: key => results.get(key),
    writeResult: result => void results.set(result.key, result),
    entries: () => [
      ...[...objects].map(([name, {length}]) => ({kind: 'object', name, bytes: length, used: 0}) as const),
      ...[...results.keys()].map(name => ({kind: 'result', name, bytes: 0, used: 0}) as const),
    ],
    remove: ({kind, name}) => void (kind === 'object' ? objects : results).delete(name),
  };
}
