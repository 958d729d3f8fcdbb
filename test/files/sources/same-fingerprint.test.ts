import {expect, test} from 'vitest';
import {rowAt} from '../../../src/data/table.ts';
import {encodeValue} from '../../../src/engine/encode.ts';
import {sha256} from '../../../src/engine/hash.ts';
import type {Value} from '../../../src/engine/value.ts';
import {bundledDatasets} from '../../../src/files/datasets.ts';
import type {HttpTools} from '../../../src/files/sources/http/tools.ts';
import {sourceReader} from '../../../src/files/sources/read-source.ts';
import {type ApiRow, createPagedApi} from '../../../src/server/paged-api/paged-api.ts';
import {loadTable} from '../../../src/stages/ingestion/load.ts';
import {databaseOf, fakeNetwork, folderWith, ingestionOf} from '../../helpers/sources.ts';
import {type OwnRun, runOwn} from '../../helpers/what-people-see.ts';

const datasets = bundledDatasets();

async function load(change: Parameters<typeof ingestionOf>[0], http?: HttpTools) {
  const settings = ingestionOf(change);
  const {table} = loadTable(await sourceReader(datasets, http)(settings, '.'), settings);
  return {table, fingerprint: sha256(encodeValue(table as unknown as Value))};
}

test.each(datasets.list())('$name is the same table from a CSV file, a database and an API', async ({name}) => {
  const file = await load({source: 'dataset', dataset: name});
  const query = `SELECT * FROM ${name}`;
  const database = await load({source: 'sqlite', dataset: name, query});
  const rows = Array.from({length: file.table.rows}, (_, row) => rowAt(file.table, row) as ApiRow);
  const api = createPagedApi({rows, pageSize: 500});
  const network = fakeNetwork(address => api.request(address));
  const web = await load({source: 'http', url: 'http://api.test/customers'}, network);
  expect(database.fingerprint).toBe(file.fingerprint);
  expect(web.fingerprint).toBe(file.fingerprint);
});

// Everything that one form writes otherwise than another.
const awkward = {
  csv: `code,account,count,share,tiny,day,word,flag,churned
007,9007199254740993,5,1.50,1e-7,2024-02-29,"a, ""b"" ü",true,yes
010,9007199254740995,-3,0.1,2.5E-10,2023-12-31,plain,false,no
100,42,0,100000000000000000000.5,,2024-01-01,,true,yes
,,,,3,,NA,,no
`,
  sql: `CREATE TABLE t (code TEXT, account INTEGER, count INTEGER, share REAL, tiny REAL, day TEXT, word TEXT, flag TEXT, churned TEXT);
    INSERT INTO t VALUES
      ('007', 9007199254740993, 5, 1.5, 1e-7, '2024-02-29', 'a, "b" ü', 'true', 'yes'),
      ('010', 9007199254740995, -3, 0.1, 2.5e-10, '2023-12-31', 'plain', 'false', 'no'),
      ('100', 42, 0, 1e20, NULL, '2024-01-01', '', 'true', 'yes'),
      (NULL, NULL, NULL, NULL, 3, NULL, NULL, NULL, 'no')`,
  json: `[
    {"code": "007", "account": 9007199254740993, "count": 5, "share": 1.5, "tiny": 1e-7, "day": "2024-02-29",
     "word": "a, \\"b\\" ü", "flag": true, "churned": "yes"},
    {"code": "010", "account": 9007199254740995, "count": -3, "share": 0.1, "tiny": 2.5e-10, "day": "2023-12-31",
     "word": "plain", "flag": false, "churned": "no"},
    {"code": "100", "account": 42, "count": 0, "share": 1e20, "tiny": null, "day": "2024-01-01",
     "word": "", "flag": true, "churned": "yes"},
    {"code": null, "account": null, "tiny": 3, "word": null, "churned": "no"}
  ]`,
};

test('words that look like numbers, long identifiers, gaps and dates have one fingerprint, whatever they come from', async () => {
  const folder = folderWith({
    'table.csv': awkward.csv,
    'table.json': awkward.json,
    'table.db': await databaseOf(awkward.sql),
  });
  const http = fakeNetwork(() => new Response(awkward.json));
  const sources: readonly OwnRun[] = [
    {set: ['ingestion.path=table.csv']},
    {set: ['ingestion.path=table.json']},
    {set: ['ingestion.path=table.db']},
    {set: ['ingestion.url=http://api.test/'], http},
  ];
  const settings = ['split.test_size=0.5', 'training.model=dummy'];
  const fingerprints: string[] = [];
  for (const {set = [], ...source} of sources) {
    const run = await runOwn({...source, folder, target: 'churned', set: [...set, ...settings]});
    fingerprints.push(run.data.fingerprint);
  }
  expect(fingerprints).toEqual(fingerprints.map(() => fingerprints[0]));
});

test('with a limit, too', async () => {
  const limit = 2;
  const folder = folderWith({'table.csv': awkward.csv, 'table.db': await databaseOf(awkward.sql)});
  const http = fakeNetwork(() => new Response(awkward.json));
  const read = sourceReader(datasets, http);
  const tables = [
    {path: 'table.csv', source: 'csv'},
    {path: 'table.db', source: 'sqlite'},
    {url: 'http://api.test/', source: 'http'},
  ] as const;
  const loaded = tables.map(async source => {
    const settings = ingestionOf({...source, limit});
    return loadTable(await read(settings, folder), settings).table;
  });
  const [first, ...others] = await Promise.all(loaded);
  expect(rowAt(first!, 0)).toEqual({
    code: '007',
    account: '9007199254740993',
    count: 5,
    share: 1.5,
    tiny: 1e-7,
    day: '2024-02-29',
    word: 'a, "b" ü',
    flag: 'true',
    churned: 'yes',
  });
  expect(first!.rows).toBe(2);
  for (const other of others) expect(other).toEqual(first);
});

test('the fingerprint is that of the rows, not of the place they come from', async () => {
  const [one, two] = [folderWith({'a.csv': awkward.csv}), folderWith({'b.csv': awkward.csv})];
  const set = ['split.test_size=0.5', 'training.model=dummy'];
  const first = await runOwn({csv: 'a.csv', folder: one, target: 'churned', set: [...set]});
  const second = await runOwn({csv: 'b.csv', folder: two, target: 'churned', set: [...set]});
  expect(second.data.fingerprint).toBe(first.data.fingerprint);
  expect(second.fingerprint).toBe(first.fingerprint);
});
