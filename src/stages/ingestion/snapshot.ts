/**
 * What a source held at one moment: bytes that can be hashed and kept, whatever they came from. A database answers
 * and an API's pages become JSON rows, so that everything after this point is the same for every source.
 */
export type Snapshot = {
  readonly format: 'csv' | 'json';
  readonly bytes: Uint8Array;
  /** Where it came from, for people: a path, an address, a dataset's name. */
  readonly origin: string;
};
