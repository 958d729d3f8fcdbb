import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {exportRun, importRun} from '../../src/app/bundle.ts';
import type {Ports} from '../../src/app/ports.ts';
import {readRequest} from '../../src/app/read-request.ts';
import {runSpec} from '../../src/app/run-spec.ts';
import {verifyRun} from '../../src/app/verify.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';
import {recordRun} from './recorded-run.ts';

const iris = readFileSync(path.join(import.meta.dirname, '../../datasets/iris.csv'), 'utf8');
type Raw = {[name: string]: unknown};

/** Run a pipeline on a CSV file in a folder, and give back the text of its bundle. */
async function bundleOfFile(ports: Ports, folder: string, file: string): Promise<string> {
  writeFileSync(path.resolve(folder, file), iris);
  const spec = await readRequest({csv: file, target: 'species', set: []});
  return exportRun((await runSpec({spec, folder}, ports)).run, ports).text;
}

/** Another machine: nothing stored, no run, a folder with the bundle in it. */
function classmate(text: string) {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'run.json'), text);
  const ports = memoryPorts();
  const take = () => importRun('run.json', folder, ports);
  return {folder, ports, take};
}

let wine = '';
beforeAll(async () => {
  const ports = memoryPorts();
  wine = exportRun((await recordRun(ports, 'wine')).run, ports).text;
});

function changed(change: (bundle: {record: Raw & {pipeline: Raw}; data: unknown}) => void): string {
  const bundle = JSON.parse(wine);
  change(bundle);
  return JSON.stringify(bundle);
}

test('a run that is exported here is imported and verified elsewhere', async () => {
  const {ports, take, folder} = classmate(wine);
  const {run, name, was_here} = take();
  expect({name, was_here}).toEqual({name: 'wine', was_here: false});
  expect(ports.runs.read(run)).toMatchObject({imported: true, folder});
  expect((await verifyRun({run}, ports)).verdict).toBe('identical');
});

test('a run on a file is verified with that file beside the bundle, whatever its path was', async () => {
  const home = temporaryFolder();
  const text = await bundleOfFile(memoryPorts(), home, path.join(home, 'flowers.csv'));
  expect(text).not.toContain(home);
  const {ports, take, folder} = classmate(text);
  const {run} = take();
  await expect(verifyRun({run}, ports)).rejects.toMatchObject({code: 'missing_file'});
  writeFileSync(path.join(folder, 'flowers.csv'), iris);
  expect((await verifyRun({run}, ports)).verdict).toBe('identical');
  writeFileSync(path.join(folder, 'flowers.csv'), iris.replace('5.1', '5.3'));
  expect((await verifyRun({run}, ports)).first?.step).toBe('ingestion.load');
});

test('the pipeline file travels as it was written', async () => {
  const ports = memoryPorts();
  const text = '# my first pipeline\ningestion: {dataset: wine}\n';
  const spec = await readRequest({set: []}, {text, name: 'wine.yaml'});
  const {run} = await runSpec({spec, folder: '/', written: {name: 'wine.yaml', text, folder: '/'}}, ports);
  const other = classmate(exportRun(run, ports).text);
  other.take();
  expect(other.ports.runs.read(run)?.written).toEqual({name: 'wine.yaml', text});
});

test('what an address answered travels in the bundle, so that verifying asks nobody', async () => {
  const bytes = new TextEncoder().encode(iris);
  const ports = memoryPorts({readSource: async () => ({format: 'csv', bytes, origin: 'https://example.org/iris'})});
  const spec = await readRequest({set: ['ingestion.url=https://example.org/iris', 'ingestion.target=species']});
  const {run} = await runSpec({spec, folder: '/'}, ports);
  const {text} = exportRun(run, ports);
  const other = classmate(text);
  other.take();
  expect((await verifyRun({run}, other.ports)).verdict).toBe('identical');
  const forged = JSON.parse(text);
  forged.data = Buffer.from('other,data\n1,2\n').toString('base64');
  expect(classmate(JSON.stringify(forged)).take).toThrowError(
    expect.objectContaining({
      problems: [expect.objectContaining({message: expect.stringContaining('its hash is another')})],
    }),
  );
});

test('importing twice changes nothing, and another run of the same id is refused', () => {
  const {take, ports, folder} = classmate(wine);
  take();
  expect(take().was_here).toBe(true);
  expect(ports.runs.list()).toHaveLength(1);
  writeFileSync(
    path.join(folder, 'run.json'),
    changed(({record}) => Object.assign(record, {fingerprint: `sha256:${'0'.repeat(64)}`})),
  );
  expect(take).toThrowError(expect.objectContaining({code: 'bad_usage'}));
});

test('an imported run is not the last run of a pipeline here', async () => {
  const {take, ports} = classmate(wine);
  take();
  const record = await recordRun(ports, 'wine');
  expect(record.steps[0]?.reason).toBe('not run before');
});

test('what a bundle says beyond a record is left behind', () => {
  const {take, ports} = classmate(
    changed(({record}) => Object.assign(record, {folder: '/etc', imported: false, more: 1})),
  );
  const record = ports.runs.read(take().run);
  expect(record).toMatchObject({imported: true, folder: expect.not.stringContaining('/etc')});
  expect(record).not.toHaveProperty('more');
});

test.each([
  ['no JSON', '{"bundle": ', 'run.json is no bundle of a run: it is not JSON'],
  ['something else', '{"format": 1}', 'it does not say `"bundle": "ml-pipeline-tutor run"`'],
  ['null', 'null', 'it does not say'],
  ['a newer version', '{"bundle": "ml-pipeline-tutor run", "version": 2}', 'is a bundle of version 2'],
  [
    'nested too deeply',
    `{"bundle": "ml-pipeline-tutor run", "version": 1, "x": ${'['.repeat(100000)}${']'.repeat(100000)}}`,
    'it is nested too deeply',
  ],
])('a file that is %s is refused', (_, text, message) => {
  const {take, ports} = classmate(text);
  expect(take).toThrowError(expect.objectContaining({code: 'bad_json', message: expect.stringContaining(message)}));
  expect(ports.runs.list()).toEqual([]);
});

test('every problem of a damaged bundle is listed, and nothing is imported', () => {
  const text = changed(({record}) => {
    record.run = '../../evil';
    record.name = 'a\u001b[31mred';
    record.seed = null;
    record.fingerprint = 'none';
    (record.steps as Raw[])[0]!.key = 'short';
    delete (record.steps as Raw[])[1]!.status;
  });
  const {take, ports} = classmate(text);
  let problems: readonly {message: string}[] = [];
  try {
    take();
  } catch (error) {
    problems = (error as {problems: typeof problems}).problems;
  }
  expect(problems.map(({message}) => message)).toEqual([
    '`record.run` must be an id of letters, digits, - and _.',
    '`record.name` must be a name of at most 200 characters.',
    '`record.seed` must be a whole number.',
    '`record.steps[0].key` must be a hash, or empty for a step that was skipped.',
    '`record.steps[1].status` must be ran or unchanged or restored or failed or skipped.',
    '`record.fingerprint` must be a fingerprint.',
  ]);
  expect(ports.runs.list()).toEqual([]);
  expect(ports.store.entries()).toEqual([]);
});

test.each([
  ['an absolute path', '/etc/passwd'],
  ['a path upwards', '../secret.csv'],
  ['a hidden path upwards', 'data/../../secret.csv'],
  ['a path upwards as Windows writes it', 'data\\..\\..\\secret.csv'],
  ['a drive', 'C:\\secret.csv'],
  ['a home folder', '~/secret.csv'],
])('a bundle that names %s is refused', (_, file) => {
  const {take} = classmate(
    changed(({record}) => {
      record.pipeline = {...record.pipeline, ingestion: {source: 'csv', path: file, target: 'species'}};
    }),
  );
  expect(take).toThrowError(
    expect.objectContaining({
      problems: [expect.objectContaining({message: expect.stringContaining('leads out of its folder')})],
    }),
  );
});

test('a bundle that names an address and brings no answer is refused', () => {
  const {take} = classmate(
    changed(({record}) => {
      record.pipeline = {...record.pipeline, ingestion: {source: 'http', url: 'http://169.254.169.254/', target: 'x'}};
    }),
  );
  expect(take).toThrowError(
    expect.objectContaining({
      problems: [expect.objectContaining({message: expect.stringContaining('must bring what it answered')})],
    }),
  );
});

test('a bundle with a wrong setting says which', () => {
  const {take} = classmate(
    changed(({record}) => {
      record.pipeline = {...record.pipeline, training: {model: 'magic'}};
    }),
  );
  expect(take).toThrowError(
    expect.objectContaining({
      problems: [expect.objectContaining({message: '`record.pipeline.training.model`: `model` cannot be "magic".'})],
    }),
  );
});

test('a link beside the bundle that leads out of the folder is not followed', async () => {
  const home = temporaryFolder();
  const {ports, take, folder} = classmate(await bundleOfFile(memoryPorts(), home, 'rows.csv'));
  mkdirSync(path.join(home, 'private'));
  writeFileSync(path.join(home, 'private/rows.csv'), iris);
  symlinkSync(path.join(home, 'private/rows.csv'), path.join(folder, 'rows.csv'));
  const {run} = take();
  await expect(verifyRun({run}, ports)).rejects.toMatchObject({
    code: 'bad_home',
    message: `This run came from elsewhere and reads rows.csv, which is not in ${folder}.`,
  });
});

test('a file that is larger than any bundle is refused before it is read', () => {
  const {folder, ports} = classmate('');
  const file = path.join(folder, 'large.json');
  writeFileSync(file, Buffer.alloc(65 * 1024 * 1024, 32));
  expect(() => importRun('large.json', folder, ports)).toThrowError(
    expect.objectContaining({code: 'too_large', message: 'large.json is larger than a bundle of a run can be.'}),
  );
});
