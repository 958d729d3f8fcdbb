import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Ports} from '../../src/app/ports.ts';
import {predictCommand} from '../../src/commands/predict.ts';
import {formatArtifact} from '../../src/stages/deployment/read-artifact.ts';
import {datasetText, runDataset} from '../helpers/fitted.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {runCommandOf} from '../helpers/run-command.ts';

let folder: string;
let ports: Ports;
const flower = {sepal_length_cm: 5.1, sepal_width_cm: 3.5, petal_length_cm: 1.4, petal_width_cm: 0.2};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mlpt-predict-'));
  ports = memoryPorts();
  const {artifact} = await runDataset('iris', ['deployment.name=iris'], ports);
  await runDataset('diabetes', ['deployment.name=sugar'], ports);
  writeFileSync(path.join(folder, 'iris.json'), formatArtifact(artifact));
  writeFileSync(path.join(folder, 'iris.csv'), datasetText('iris'));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const predict = (options: {readonly [name: string]: unknown}, json = false) =>
  runCommandOf(predictCommand, {options: {model: 'iris', ...options}, json, folder, ports});

test('one row as JSON gives the label and the probability of every class', async () => {
  const {printed, code} = await predict({row: JSON.stringify(flower)});
  expect(code).toBe(0);
  expect(printed).toMatch(/^iris@1 predicts setosa\n/);
  expect(printed).toMatch(/setosa +0\.9\d+\n/);
});

test('--json prints a list with an answer per row', async () => {
  const one = JSON.parse((await predict({row: JSON.stringify(flower)}, true)).printed) as unknown;
  expect(one).toEqual([
    {label: 'setosa', probabilities: expect.objectContaining({setosa: expect.any(Number)}), warnings: []},
  ]);
  const two = JSON.parse((await predict({row: JSON.stringify([flower, flower])}, true)).printed) as unknown[];
  expect(two).toHaveLength(2);
  const number = JSON.parse((await predict({model: 'sugar', row: '3'}, true)).printed) as unknown;
  expect(number).toEqual([{value: expect.any(Number), warnings: []}]);
});

test('a file of rows gives a table, a summary and what was odd', async () => {
  const {printed} = await predict({csv: 'iris.csv'});
  expect(printed).toMatch(/^iris@1 predicts 150 rows: virginica 52, setosa 50, versicolor 48\n/);
  expect(printed).toContain('and 130 more; --out FILE writes them all\n! data.out_of_range at column');
});

test('--out writes what came in and what was predicted', async () => {
  const {notes} = await predict({csv: 'iris.csv', out: 'said.csv'});
  expect(notes).toBe('150 predictions are in said.csv.');
  const [header, first] = readFileSync(path.join(folder, 'said.csv'), 'utf8').split('\n');
  expect(header).toBe(
    `${Object.keys(flower).join(',')},species,predicted_species,probability_setosa,probability_versicolor,probability_virginica`,
  );
  expect(first).toMatch(/^5\.1,3\.5,1\.4,0\.2,setosa,setosa,0\.9/);
});

test('a model from a file predicts the same as the registered one', async () => {
  const row = JSON.stringify(flower);
  const registered = await predict({row}, true);
  expect((await predict({model: './iris.json', row}, true)).printed).toBe(registered.printed);
});

test('--explain follows the row; with a number it is that row of the table', async () => {
  const typed = await predict({row: JSON.stringify(flower), explain: true});
  expect(typed.printed).toMatch(/^the row as it was given\n[\s\S]*the model: logistic_regression\n[\s\S]*the answer\n/);
  const listed = await predict({row: '60', explain: true});
  expect(listed.printed).toMatch(/^row 60 of the table, which/);
  expect(listed.printed).toContain('in truth species is versicolor: the model is right');
  const [answer] = JSON.parse((await predict({row: '60', explain: true}, true)).printed) as [{journey: {row: number}}];
  expect(answer).toMatchObject({label: 'versicolor', journey: {row: 60, truth: 'versicolor'}});
});

const wrong: ReadonlyArray<readonly [name: string, options: {[name: string]: unknown}, code: string, says: string]> = [
  ['no model', {model: undefined, row: '1'}, 'bad_usage', 'Which model is to predict?'],
  ['no rows', {}, 'bad_usage', 'There is nothing to predict.'],
  ['rows twice', {row: '{}', csv: 'iris.csv'}, 'bad_usage', '--row and --csv name two sources of rows.'],
  ['no JSON', {row: '{age: 4}'}, 'bad_json', 'The row is not JSON'],
  ['JSON that is no row', {row: '"tall"'}, 'bad_json', 'The row is not an object with named values.'],
  ['an empty list', {row: '[]'}, 'bad_json', 'There is no row to predict.'],
  ['a missing column', {row: '{"petal_width_cm": 1}'}, 'unknown_column', 'The model needs `sepal_length_cm`'],
  [
    'text for a number',
    {row: JSON.stringify({...flower, petal_width_cm: 'wide'})},
    'bad_row',
    '`petal_width_cm` is "wide"',
  ],
  ['an unknown model', {model: 'irsi', row: '1'}, 'unknown_model', 'There is no model `irsi`.'],
  ['no such row', {row: '151'}, 'bad_usage', 'the table has 150 rows'],
  ['a file that is not there', {csv: 'none.csv'}, 'missing_file', 'There is no file none.csv.'],
  ['a model file that is not there', {model: './none.json', row: '1'}, 'missing_file', 'There is no file ./none.json.'],
  ['a row of a model from a file', {model: './iris.json', row: '1'}, 'corrupt_store', 'is not stored here'],
  ['a file to explain', {csv: 'iris.csv', explain: true}, 'bad_usage', '--explain follows one row.'],
];
for (const [name, options, code, says] of wrong) {
  test(`${name} is refused in words`, async () => {
    const failure = expect.objectContaining({code, message: expect.stringContaining(says)});
    await expect(predict(options)).rejects.toThrow(failure);
  });
}

test('a file with a broken row is refused as a whole, with its line', async () => {
  writeFileSync(path.join(folder, 'broken.csv'), `${Object.keys(flower).join(',')}\n1,2,3,4\n1,2,3,4,5\n`);
  const failure = expect.objectContaining({code: 'bad_row', at: {file: 'broken.csv', line: 3}});
  await expect(predict({csv: 'broken.csv'})).rejects.toThrow(failure);
});

test('half a model file is refused with the name of the file', async () => {
  writeFileSync(path.join(folder, 'half.json'), readFileSync(path.join(folder, 'iris.json'), 'utf8').slice(0, 900));
  const failure = expect.objectContaining({code: 'bad_json', at: {file: './half.json'}});
  await expect(predict({model: './half.json', row: '{}'})).rejects.toThrow(failure);
});
