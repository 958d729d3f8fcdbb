import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {exportCommand} from '../../src/commands/export.ts';
import {parseArtifact} from '../../src/stages/deployment/read-artifact.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {compileScripts} from '../helpers/python.ts';
import {runCommandOf} from '../helpers/run-command.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

test('a script goes to stdout, with a word on the file it reads', async () => {
  const {printed, notes, code} = await runCommandOf(exportCommand, {options: {to: 'sklearn', dataset: 'wine'}});
  expect(code).toBe(0);
  expect(printed).toMatch(/^#!\/usr\/bin\/env python3\n/);
  expect(notes).toBe('It reads wine.csv beside it. With --out FILE you get both.');
});

test('with --out the script and its table are written, and a table that is another one stays', async () => {
  const folder = temporaryFolder();
  const given = {options: {to: 'sklearn', dataset: 'wine', out: 'scripts/wine.py'}, folder};
  const told = await runCommandOf(exportCommand, given);
  expect(told.printed).toBe('Wrote scripts/wine.py and scripts/wine.csv. Run it: python3 scripts/wine.py');
  expect(compileScripts([{name: 'wine.py', text: readFileSync(path.join(folder, 'scripts/wine.py'), 'utf8')}])).toEqual(
    [''],
  );
  expect((await runCommandOf(exportCommand, given)).notes).toBe('');
  writeFileSync(path.join(folder, 'scripts/wine.csv'), 'mine\n');
  const again = await runCommandOf(exportCommand, given);
  expect(again.notes).toMatch(/^scripts\/wine\.csv was there already .* left as it is\.$/);
  expect(readFileSync(path.join(folder, 'scripts/wine.csv'), 'utf8')).toBe('mine\n');
});

test('a CSV file of the person is named as it is seen from where the script is started', async () => {
  const folder = temporaryFolder();
  const rows = Array.from({length: 40}, (_, row) => `${row},${row % 7},${row % 2 === 0 ? 'a' : 'b'}`);
  mkdirSync(path.join(folder, 'work'));
  writeFileSync(path.join(folder, 'work/rows.csv'), ['x,y,z', ...rows].join('\n'));
  writeFileSync(path.join(folder, 'work/p.yaml'), 'format: 1\ningestion: {source: csv, path: rows.csv, target: z}\n');
  const {printed, notes} = await runCommandOf(exportCommand, {
    words: ['work/p.yaml'],
    options: {to: 'sklearn'},
    folder,
  });
  expect(printed).toContain("DATA = 'work/rows.csv'");
  expect(notes).toBe('');
});

test('a model file is written as bytes, and is no text', async () => {
  const folder = temporaryFolder();
  const told = await runCommandOf(exportCommand, {options: {to: 'onnx', dataset: 'iris', out: 'iris.onnx'}, folder});
  expect(told.printed).toBe('Wrote iris.onnx.');
  expect(readFileSync(path.join(folder, 'iris.onnx')).subarray(0, 4)).toEqual(Buffer.from([0x08, 8, 0x12, 17]));
  const {printed} = await runCommandOf(exportCommand, {options: {to: 'onnx', dataset: 'iris'}, json: true});
  const bytes = Buffer.from((JSON.parse(printed) as {base64: string}).base64, 'base64');
  expect(bytes).toEqual(readFileSync(path.join(folder, 'iris.onnx')));
});

test('the artifact is one JSON document that can be read back', async () => {
  const {printed} = await runCommandOf(exportCommand, {
    options: {to: 'json', dataset: 'iris', set: ['deployment.name=flowers']},
  });
  const {artifact} = parseArtifact(printed);
  expect(artifact).toMatchObject({name: 'flowers', task: 'classification', target: 'species'});
});

test('exporting registers and records nothing', async () => {
  const ports = memoryPorts();
  await runCommandOf(exportCommand, {options: {to: 'json', dataset: 'iris', set: ['deployment.name=flowers']}, ports});
  expect(ports.runs.list()).toEqual([]);
  expect(ports.models.names()).toEqual([]);
});

test('--json is one document', async () => {
  const folder = temporaryFolder();
  const inline = await runCommandOf(exportCommand, {options: {to: 'spark', dataset: 'iris'}, json: true});
  expect(JSON.parse(inline.printed)).toMatchObject({to: 'spark', beside: []});
  const saved = await runCommandOf(exportCommand, {
    options: {to: 'sklearn', dataset: 'iris', out: 's.py'},
    json: true,
    folder,
  });
  expect(JSON.parse(saved.printed)).toEqual({to: 'sklearn', file: 's.py', beside: ['iris.csv']});
  expect(existsSync(path.join(folder, 'iris.csv'))).toBe(true);
});

test.each([
  [undefined, 'Export to what?'],
  ['pickle', 'There is no form `pickle` to export to.'],
])('--to %s is refused with the forms there are', async (to, message) => {
  await expect(runCommandOf(exportCommand, {options: {to, dataset: 'iris'}})).rejects.toMatchObject({
    code: 'bad_usage',
    message,
    hint: 'Give --to one of sklearn, spark, airflow, onnx, json.',
  });
});
