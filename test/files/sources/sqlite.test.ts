import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {rawText} from '../../../src/data/raw.ts';
import {bundledDatasets} from '../../../src/files/datasets.ts';
import {sourceReader} from '../../../src/files/sources/read-source.ts';
import {readSnapshot} from '../../../src/stages/ingestion/read-snapshot.ts';
import {databaseOf, folderWith, ingestionOf} from '../../helpers/sources.ts';
import {failureSeen} from '../../helpers/what-people-see.ts';

const shop = `CREATE TABLE customers (customer_id TEXT, age INTEGER, plan TEXT);
  INSERT INTO customers VALUES ('C1', 41, 'basic'), ('C2', NULL, 'family'), ('C3', 29, NULL)`;
const twoTables = `${shop}; CREATE TABLE payments (customer_id TEXT, amount REAL); INSERT INTO payments VALUES ('C1', 9.5)`;

const read = sourceReader(bundledDatasets());

async function rowsOf(sql: string, query: string | null = null, limit: number | null = null) {
  const folder = folderWith({'shop.db': await databaseOf(sql)});
  const settings = ingestionOf({source: 'sqlite', path: 'shop.db', query, limit});
  const raw = readSnapshot(await read(settings, folder), settings);
  const names = raw.columns.map(column => column.name);
  const rows = Array.from({length: raw.rows}, (_, row) => raw.columns.map(column => rawText(column, row)));
  return {names, rows};
}

/** What a person sees when this query of this database fails. */
async function refusal(contents: string | Uint8Array, query?: string): Promise<string> {
  const bytes = typeof contents === 'string' ? await databaseOf(contents) : contents;
  const set = ['ingestion.source=sqlite', 'ingestion.path=shop.db', ...(query ? [`ingestion.query=${query}`] : [])];
  return failureSeen({folder: folderWith({'shop.db': bytes}), target: 'plan', set});
}

test('without a query the only table is read, with its columns in order and gaps as gaps', async () => {
  expect(await rowsOf(shop)).toEqual({
    names: ['customer_id', 'age', 'plan'],
    rows: [
      ['C1', '41', 'basic'],
      ['C2', null, 'family'],
      ['C3', '29', null],
    ],
  });
});

test('a table may have any name', async () => {
  expect((await rowsOf('CREATE TABLE "a ""b"" c" (x); INSERT INTO "a ""b"" c" VALUES (1)')).rows).toEqual([['1']]);
});

test('a query may join, count and rename', async () => {
  const query = `-- who pays
    WITH paid AS (SELECT customer_id, sum(amount) AS total FROM payments GROUP BY customer_id)
    SELECT customer_id AS id, total FROM customers LEFT JOIN paid USING (customer_id) ORDER BY id DESC;`;
  expect(await rowsOf(twoTables, query)).toEqual({
    names: ['id', 'total'],
    rows: [
      ['C3', null],
      ['C2', null],
      ['C1', '9.5'],
    ],
  });
});

test('columns keep their order and their doubles, even under names that are numbers', async () => {
  expect(await rowsOf(shop, 'SELECT age AS b, 1 AS "2020", 2 AS "1", 3 AS b FROM customers LIMIT 1')).toEqual({
    names: ['b', '2020', '1', 'b_2'],
    rows: [['41', '1', '2', '3']],
  });
});

test('whole numbers keep all of their digits, and numbers without end stay too large', async () => {
  expect((await rowsOf(shop, 'SELECT 9007199254740993, -9223372036854775807, 9e999, 1e20, 0.1')).rows).toEqual([
    ['9007199254740993', '-9223372036854775807', '1e999', '1e+20', '0.1'],
  ]);
});

test('a limit stops the reading early, even of a query without an end', async () => {
  const endless = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n';
  expect((await rowsOf(shop, endless, 3)).rows).toEqual([['1'], ['2'], ['3']]);
});

test('a bundled dataset can be asked as a database, with the tables it can be joined with', async () => {
  const query = `SELECT plan, count(DISTINCT customer_id) AS customers, count(paid_on) AS payments
    FROM subscriptions LEFT JOIN payments USING (customer_id) WHERE plan IN ('basic', 'family') GROUP BY plan`;
  const settings = ingestionOf({source: 'sqlite', dataset: 'subscriptions', query});
  const snapshot = await read(settings, '.');
  expect(snapshot.origin).toBe('subscriptions (bundled)');
  const raw = readSnapshot(snapshot, settings);
  expect(raw.columns.map(column => column.name)).toEqual(['plan', 'customers', 'payments']);
  expect([0, 1].map(row => rawText(raw.columns[0]!, row))).toEqual(['basic', 'family']);
  expect(Number(rawText(raw.columns[1]!, 0))).toBeGreaterThan(500);
});

test('the same question gives the same bytes', async () => {
  const folder = folderWith({'shop.db': await databaseOf(shop)});
  const settings = ingestionOf({source: 'sqlite', path: 'shop.db'});
  expect((await read(settings, folder)).bytes).toEqual((await read(settings, folder)).bytes);
});

test('several tables need a query', async () => {
  expect(await refusal(twoTables)).toBe(
    `shop.db has 2 tables.
  at shop.db
→ Say which rows you want, such as \`ingestion.query: SELECT * FROM customers\`. The tables are customers (customer_id, age, plan), payments (customer_id, amount).`,
  );
});

test('a mistyped table or column is named with the nearest one and what there is', async () => {
  expect(await refusal(shop, 'SELECT * FROM custmers')).toBe(
    `SQLite says: no such table: custmers. Asked was: SELECT * FROM custmers
  at shop.db
→ Did you mean \`customers\`? The only table is customers (customer_id, age, plan).`,
  );
  expect(await refusal(shop, 'SELECT c.plann FROM customers c')).toBe(
    `SQLite says: no such column: c.plann. Asked was: SELECT c.plann FROM customers c
  at shop.db
→ Did you mean \`plan\`? The only table is customers (customer_id, age, plan).`,
  );
});

test('an SQL error is shown in the words of SQLite with the query', async () => {
  expect(await refusal(shop, 'SELECT *\n  FORM customers')).toBe(
    `SQLite says: near "FORM": syntax error. Asked was: SELECT * FORM customers
  at shop.db
→ The only table is customers (customer_id, age, plan).`,
  );
});

test('an error in the middle of the answer is one, too', async () => {
  expect(await refusal(shop, "SELECT json_extract(plan, '$') FROM customers")).toContain(
    'SQLite says: malformed JSON. Asked was: SELECT json_extract',
  );
});

test.each([
  ['DELETE FROM customers', '`ingestion.query` begins with DELETE, which gives no rows.'],
  ['PRAGMA table_info(customers)', '`ingestion.query` begins with PRAGMA, which gives no rows.'],
  ['WITH x AS (SELECT 1) DELETE FROM customers', 'SQLite says: attempt to write a readonly database.'],
  ['-- nothing', '`ingestion.query` is empty.'],
])('%s asks for nothing', async (query, message) => {
  const seen = await refusal(shop, query);
  expect(seen).toContain(message);
  expect(seen).toMatch(/→ (A query only asks: b|B)egin it with SELECT or WITH\.$/);
});

test('a second statement is refused', async () => {
  expect(await refusal(shop, 'SELECT * FROM customers; DROP TABLE customers')).toBe(
    `\`ingestion.query\` holds several statements: SELECT * FROM customers; DROP TABLE customers
  at shop.db
→ Ask one question; put what comes before it into a WITH clause.`,
  );
});

test('an answer without rows is no table', async () => {
  expect(await refusal(shop, 'SELECT * FROM customers WHERE age > 99')).toBe(
    `No row answers the query: SELECT * FROM customers WHERE age > 99
  at shop.db
→ Check the conditions of the query, or choose another table.`,
  );
});

test('binary data is no value of a table', async () => {
  expect(await refusal("CREATE TABLE t (id, photo); INSERT INTO t VALUES (1, x'ffd8')")).toBe(
    `Column \`photo\` holds binary data, which is no value of a table.
  at shop.db, row 1
→ Name the columns that you want in \`ingestion.query\`, without this one.`,
  );
});

test('a file with 0 bytes is no database', async () => {
  expect(await refusal(new Uint8Array())).toBe(
    `shop.db is empty: it has 0 bytes.
  at shop.db
→ Check that the program that makes it has finished.`,
  );
});

test('a database without tables has nothing to give', async () => {
  expect(await refusal('CREATE TABLE t (x); DROP TABLE t')).toBe(
    `shop.db has no tables.
  at shop.db
→ Choose a database that holds a table.`,
  );
});

test('another kind of file is no database', async () => {
  expect(await refusal(new TextEncoder().encode('a,b\n1,2\n'))).toBe(
    `shop.db is not an SQLite database.
  at shop.db
→ Choose a file made by SQLite; an encrypted one must be decrypted first.`,
  );
});

test('a damaged database says so', async () => {
  const bytes = await databaseOf(shop);
  bytes.fill(0xff, 100, 200);
  const seen = await refusal(bytes);
  expect(seen).toMatch(/^SQLite says: (database disk image is malformed|file is not a database)\./);
  expect(seen).toContain('→ The file is damaged. Check it: sqlite3 FILE "PRAGMA integrity_check"');
});

test('a database that another program is still writing to is refused, because its newest rows would be missing', async () => {
  const folder = folderWith({'shop.db': await databaseOf(shop), 'shop.db-wal': 'newer rows'});
  const set = ['ingestion.source=sqlite', 'ingestion.path=shop.db'];
  expect(await failureSeen({folder, target: 'plan', set})).toBe(
    `The newest rows of shop.db are still in shop.db-wal.
  at shop.db
→ Close the program that uses it, or run: sqlite3 shop.db "PRAGMA wal_checkpoint(TRUNCATE)"`,
  );
  writeFileSync(path.join(folder, 'shop.db-wal'), '');
  expect((await read(ingestionOf({source: 'sqlite', path: 'shop.db'}), folder)).format).toBe('columns');
});

test('a database in write-ahead mode is read like any other', async () => {
  const bytes = await databaseOf(shop);
  bytes.fill(2, 18, 20);
  const folder = folderWith({'shop.db': bytes});
  expect((await read(ingestionOf({source: 'sqlite', path: 'shop.db'}), folder)).format).toBe('columns');
});

test('a pipeline that names no database says what to add', async () => {
  expect(await failureSeen({target: 'plan', set: ['ingestion.source=sqlite']})).toBe(
    `\`ingestion.source: sqlite\` needs a database.
→ Add \`ingestion.path: FILE\`.`,
  );
});
