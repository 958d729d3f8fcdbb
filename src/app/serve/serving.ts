import type {Ports} from '../ports.ts';

/** A service that a command line asks for. */
export type ServeRequest = {
  readonly ref: string;
  /** Where a path to a model file or to a folder of recordings starts from. */
  readonly folder: string;
  readonly port: number;
  readonly host: string;
  /** The most that one request may be. */
  readonly limits: {readonly bytes: number; readonly rows: number; readonly ms: number};
  /** No line per request in the log. */
  readonly quiet: boolean;
  /** Where answered rows are recorded, and how much of them is kept. */
  readonly record: {readonly folder: string; readonly mostBytes: number} | null;
};

/** The rows of a dataset, to be served page by page. */
export type PagesRequest = {
  readonly name: string;
  readonly rows: ReadonlyArray<{readonly [column: string]: string | number | null}>;
  readonly port: number;
  readonly pageSize: number;
  /** What goes wrong, and on which page: `3:half`, `5:server_error:2`. */
  readonly faults: readonly string[];
};

/** A service that is listening. */
export type Service = {
  readonly address: string;
  readonly port: number;
  /** What it serves: a model's version, the path of a dataset. */
  readonly serves: string;
  /** The exit code, once it was told to stop and has answered what was going on. */
  readonly ended: Promise<number>;
};

/** What can listen on a port. A command may not import a server: the program's first file hands it over. */
export type Serving = {
  /** @throws {KnownError} `busy` when the port is taken, and as opening the model does. */
  readonly predictions: (request: ServeRequest, ports: Ports) => Promise<Service>;
  /** @throws {KnownError} `busy` when the port is taken, `bad_usage` for a fault that there is not. */
  readonly pages: (request: PagesRequest) => Promise<Service>;
};
