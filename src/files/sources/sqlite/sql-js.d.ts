/** The part of sql.js that this project calls; the package brings no declarations. */
declare module 'sql.js/dist/sql-wasm-inline.js' {
  type SqlValue = number | string | Uint8Array | null;

  type Statement = {
    step(): boolean;
    /** The row under the cursor, whole numbers as bigint. */
    get(parameters: null, options: {readonly useBigInt: true}): readonly (SqlValue | bigint)[];
    getColumnNames(): readonly string[];
    /** Execute once with these values. */
    run(values: readonly SqlValue[]): void;
    free(): boolean;
  };

  type StatementIterator = {
    next(): {readonly done: boolean; readonly value: Statement | undefined};
    getRemainingSQL(): string;
  };

  type Database = {
    /** Execute statements without caring for their answer. */
    run(sql: string): void;
    exec(
      sql: string,
    ): readonly {readonly columns: readonly string[]; readonly values: readonly (readonly SqlValue[])[]}[];
    prepare(sql: string): Statement;
    iterateStatements(sql: string): StatementIterator;
    /** The whole database as the bytes of a file. */
    export(): Uint8Array;
    close(): void;
  };

  function load(): Promise<{readonly Database: new (bytes?: Uint8Array) => Database}>;
  namespace load {
    export type {Database, Statement};
  }
  export = load;
}
