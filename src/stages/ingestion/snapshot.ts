/**
 * What a source held at one moment: bytes that can be hashed and kept, whatever they came from, so that everything
 * after this point is the same for every source.
 */
export type Snapshot = {
  /**
   * `csv` and `json` are files as they are; `objects` is a JSON list of an API's rows from all of its pages; `columns` is
   * a database's answer as `formatJsonColumns` writes it.
   */
  readonly format: 'csv' | 'json' | 'objects' | 'columns';
  readonly bytes: Uint8Array;
  /** Where it came from, for people: a path, an address, a dataset's name. */
  readonly origin: string;
};
