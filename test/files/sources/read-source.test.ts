import path from 'node:path';
import {build} from 'esbuild';
import {expect, test} from 'vitest';
import {bundledDatasets} from '../../../src/files/datasets.ts';
import {readNamedFile} from '../../../src/files/sources/read-file.ts';
import {sourceReader} from '../../../src/files/sources/read-source.ts';
import {folderWith, ingestionOf} from '../../helpers/sources.ts';
import {failureSeen} from '../../helpers/what-people-see.ts';

const read = sourceReader(bundledDatasets());

test('a bundled dataset is its CSV file', async () => {
  const {format, bytes, origin} = await read(ingestionOf({source: 'dataset', dataset: 'wine'}), '.');
  expect({format, origin}).toEqual({format: 'csv', origin: 'wine (bundled)'});
  expect(new TextDecoder().decode(bytes)).toMatch(/^alcohol,/);
});

test('files are read relative to the folder, as they are', async () => {
  const folder = folderWith({'in/rows.csv': 'a\n1\n', 'rows.jsonl': '{"a": 1}\n'});
  const csv = await read(ingestionOf({source: 'csv', path: 'in/rows.csv'}), folder);
  const json = await read(ingestionOf({source: 'json', path: 'rows.jsonl'}), folder);
  expect([csv.format, json.format]).toEqual(['csv', 'json']);
  expect(new TextDecoder().decode(csv.bytes)).toBe('a\n1\n');
});

test('a source without its file says what to add', async () => {
  expect(await failureSeen({target: 'y', set: ['ingestion.source=csv']})).toBe(
    `\`ingestion.source: csv\` needs a file.
→ Add \`ingestion.path: FILE\`.`,
  );
});

test('a file above the limit is refused before it is read', () => {
  const folder = folderWith({'rows.csv': 'x'.repeat(3_000_000)});
  expect(() => readNamedFile('rows.csv', folder, 1_000_000)).toThrow(
    'rows.csv has 3 MB, more than this program takes.',
  );
});

test('reading a CSV file loads neither SQLite nor the network', async () => {
  const {metafile} = await build({
    entryPoints: [path.join(import.meta.dirname, '../../../src/files/sources/read-source.ts')],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const loaded = (file: string): readonly string[] => {
    const {inputs, imports} = metafile.outputs[file]!;
    const now = imports.filter(({kind, external}) => kind === 'import-statement' && !external);
    return [...Object.keys(inputs), ...now.flatMap(each => loaded(each.path))];
  };
  const entry = Object.keys(metafile.outputs).find(file =>
    metafile.outputs[file]!.entryPoint?.endsWith('read-source.ts'),
  );
  expect(loaded(entry!).filter(file => /sql|http/.test(file))).toEqual([]);
  expect(Object.keys(metafile.inputs).some(file => file.includes('sql.js'))).toBe(true);
});
