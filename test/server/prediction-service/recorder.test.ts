import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import type {Ports} from '../../../src/app/ports.ts';
import {predictWith} from '../../../src/app/predict.ts';
import type {RecordWriter} from '../../../src/app/serve/recorded-rows.ts';
import {predictionRecords} from '../../../src/files/prediction-records.ts';
import {startRecorder} from '../../../src/server/prediction-service/recorder.ts';
import type {LogEntry} from '../../../src/server/prediction-service/request-log.ts';
import {runCsv} from '../../helpers/fitted.ts';
import {flower, irisPorts, serviceOf} from '../../helpers/prediction-service.ts';
import {temporaryFolder} from '../../helpers/temporary-folder.ts';

let ports: Ports;
beforeAll(async () => {
  ports = await irisPorts();
});

function recording(writer: RecordWriter, change: Partial<Ports> = {}, ref?: string) {
  const logged: LogEntry[] = [];
  const recorder = startRecorder(writer, entry => logged.push(entry));
  const given = {...ports, ...change};
  const service = serviceOf(given, {record: recorder.record, recording: recorder.facts}, ref);
  return {...service, recorder, recorded: logged};
}

const records = (folder: string, mostBytes = 1e6) => predictionRecords(folder, {name: 'iris', mostBytes});
const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');

test('answered rows stand in a file of their day, with the answer, the version, the request and the time', async () => {
  const folder = path.join(temporaryFolder(), 'new/folder');
  const {predict, recorder} = recording(records(folder), {now: () => new Date('2026-03-01T12:00:00Z')});
  const response = await predict([flower, {...flower, petal_width_cm: null}]);
  await predict({});
  await recorder.close();
  expect(readdirSync(folder)).toEqual(['iris-2026-03-01.csv']);
  const [header, first, second, ...more] = linesOf(path.join(folder, 'iris-2026-03-01.csv'));
  expect(header).toBe(
    `${Object.keys(flower).join(',')},predicted_species,probability_setosa,probability_versicolor,probability_virginica,model_version,request_id,predicted_at`,
  );
  expect(first).toMatch(/^5\.1,3\.5,1\.4,0\.2,setosa,0\.9\d+,/);
  expect(first).toContain(`,1,${response.headers.get('x-request-id')},2026-03-01T12:00:00.000Z`);
  expect(second).toMatch(/^5\.1,3\.5,1\.4,,setosa,/);
  expect(more).toEqual([]);
  expect(recorder.facts()).toEqual({rows: 2, dropped: 0});
});

test('recorded rows read back as the rows that came in: predicted again, they get the same answers', async () => {
  const csv = [
    'size,since,name,good',
    ...Array.from({length: 40}, (_, row) => `${row / 4},2024-01-${(row % 28) + 1},"n, ${row % 3}",${row % 2}`),
  ];
  const {ports: own} = await runCsv(csv.join('\n'), 'good', ['deployment.name=odd']);
  const folder = temporaryFolder();
  const {predict, recorder} = recording(predictionRecords(folder, {name: 'odd', mostBytes: 1e6}), own, 'odd');
  const rows = [
    {size: 1e-7, since: '2024-01-05', name: 'n, 1'},
    {size: null, since: null, name: 'a "word"\nand more'},
    {size: 3, since: '2024-02-29', name: '=1+1'},
  ];
  const said = (await (await predict(rows)).json()) as {readonly predictions: readonly unknown[]};
  await recorder.close();
  const [file] = readdirSync(folder);
  const bytes = readFileSync(path.join(folder, file!));
  const again = await predictWith(
    {ref: 'odd', folder, from: {csv: file!}},
    {...own, readSource: async () => ({format: 'csv', bytes, origin: file!})},
  );
  expect(again.predictions).toEqual(said.predictions);
});

test('a new day and other columns begin a new file; a file that ends in the middle of a line is left alone', async () => {
  const folder = temporaryFolder();
  const writer = records(folder);
  const one = {header: 'a\n', lines: '1\n', rows: 1};
  expect(await writer.append(one, new Date('2026-03-01T23:59:59Z'))).toBeNull();
  expect(await writer.append(one, new Date('2026-03-02T00:00:00Z'))).toBeNull();
  expect(await writer.append({...one, header: 'b\n'}, new Date('2026-03-02T00:00:01Z'))).toBeNull();
  writeFileSync(path.join(folder, 'iris-2026-03-01.csv'), 'a\n1\n2');
  expect(await records(folder).append(one, new Date('2026-03-01T23:59:59Z'))).toBeNull();
  const found = readdirSync(folder).map(file => [file, readFileSync(path.join(folder, file), 'utf8')]);
  expect(found).toEqual([
    ['iris-2026-03-01.csv', 'a\n1\n2'],
    ['iris-2026-03-01_2.csv', 'a\n1\n'],
    ['iris-2026-03-02.csv', 'a\n1\n'],
    ['iris-2026-03-02_2.csv', 'b\n1\n'],
  ]);
});

test('a service that starts again goes on in the file of the day', async () => {
  const folder = temporaryFolder();
  for (let start = 0; start < 2; start++) {
    const {predict, recorder} = recording(records(folder), {now: () => new Date('2026-03-01T12:00:00Z')});
    await predict(flower);
    await recorder.close();
  }
  expect(linesOf(path.join(folder, 'iris-2026-03-01.csv'))).toHaveLength(3);
});

test('files never grow over the limit: what does not fit is counted, told once, and answered all the same', async () => {
  const folder = temporaryFolder();
  const {predict, recorder, recorded, ask} = recording(records(folder, 500), {
    now: () => new Date('2026-03-01T12:00:00Z'),
  });
  expect((await predict(flower)).status).toBe(200);
  await recorder.close();
  for (let more = 0; more < 3; more++) {
    expect((await predict([flower, flower, flower])).status).toBe(200);
    await recorder.close();
  }
  expect(recorder.facts()).toEqual({rows: 1, dropped: 9});
  expect(recorded).toMatchObject([
    {level: 'warning', event: 'not_recorded', problem: expect.stringContaining('reached')},
  ]);
  expect(readFileSync(path.join(folder, 'iris-2026-03-01.csv')).length).toBeLessThan(500);
  expect(await (await ask('/metrics')).text()).toContain('mlpt_unrecorded_rows_total 9\n');
});

test('a disk that fails, or is slower than the requests, holds up nobody and loses only what it must', async () => {
  let finish: () => void = () => {};
  const writer: RecordWriter = {append: () => new Promise(resolve => (finish = () => resolve(null)))};
  const {predict, recorder, recorded} = recording(writer);
  await predict(flower);
  const closing = recorder.close();
  const many = Array.from({length: 100}, () => flower);
  for (let request = 0; request < 3; request++) expect((await predict(many)).status).toBe(200);
  expect(recorder.facts()).toEqual({rows: 0, dropped: 0});
  finish();
  await expect.poll(() => recorder.facts().rows).toBeGreaterThan(0);
  finish();
  await closing;
  expect(recorder.facts()).toEqual({rows: 301, dropped: 0});
  const failing = recording({append: async () => 'the disk is full'});
  await failing.predict(flower);
  await failing.recorder.close();
  expect(failing.recorder.facts()).toEqual({rows: 0, dropped: 1});
  expect([...recorded, ...failing.recorded]).toMatchObject([{event: 'not_recorded', problem: 'the disk is full'}]);
});

test('a folder that cannot be is an error at the start', () => {
  const file = path.join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => records(file)).toThrow(expect.objectContaining({code: 'cannot_write'}));
});
