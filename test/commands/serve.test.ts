import {expect, test} from 'vitest';
import type {PagesRequest, ServeRequest, Serving} from '../../src/app/serve/serving.ts';
import {datasetsCommand} from '../../src/commands/datasets.ts';
import {serveCommand} from '../../src/commands/serve.ts';
import {runCommandOf} from '../helpers/run-command.ts';

function listener() {
  const asked: (ServeRequest | PagesRequest)[] = [];
  const service = {address: 'http://127.0.0.1:8123', port: 8123, ended: Promise.resolve(0)};
  const serving: Serving = {
    async predictions(request) {
      asked.push(request);
      return {...service, serves: 'churn@3'};
    },
    async pages(request) {
      asked.push(request);
      return {...service, serves: `/${request.name}`};
    },
  };
  return {asked, serving};
}

test('serve listens on this machine alone with limits, unless told otherwise', async () => {
  const {asked, serving} = listener();
  const {printed, notes, code} = await runCommandOf(serveCommand, {
    options: {model: 'churn'},
    serving,
    folder: '/work',
  });
  expect(asked).toEqual([
    {
      ref: 'churn',
      folder: '/work',
      port: 8080,
      host: '127.0.0.1',
      limits: {bytes: 1_000_000, rows: 10_000, ms: 10_000},
      quiet: false,
      record: null,
    },
  ]);
  expect(printed).toMatch(/^churn@3 \(churn\) answers at http:\/\/127\.0\.0\.1:8123\n/);
  expect([notes, code]).toEqual(['', 0]);
});

test('serve --json prints the address, the port and the version', async () => {
  const {printed} = await runCommandOf(serveCommand, {
    options: {model: 'churn'},
    json: true,
    serving: listener().serving,
  });
  expect(JSON.parse(printed)).toEqual({address: 'http://127.0.0.1:8123', port: 8123, model: 'churn@3'});
});

test('serve warns where other machines can ask', async () => {
  const notesAt = async (host: string) =>
    (await runCommandOf(serveCommand, {options: {model: 'churn', host}, serving: listener().serving})).notes;
  expect(await notesAt('0.0.0.0')).toContain('Everybody who can reach 0.0.0.0');
  expect(await notesAt('::')).toContain('no password');
  expect(await notesAt('127.0.0.2')).toBe('');
  expect(await notesAt('localhost')).toBe('');
});

test('every option of serve is handed on', async () => {
  const {asked, serving} = listener();
  const options = {
    port: '0',
    record: 'rec',
    recordLimit: '5',
    maxBytes: '2000',
    maxRows: '7',
    timeout: '3',
    quiet: true,
  };
  await runCommandOf(serveCommand, {options: {model: 'churn@3', ...options}, serving});
  expect(asked).toMatchObject([
    {port: 0, limits: {bytes: 2000, rows: 7, ms: 3000}, quiet: true, record: {folder: 'rec', mostBytes: 5_000_000}},
  ]);
});

test.each([
  [{}, 'Which model is to be served?'],
  [{model: 'churn', port: '99999'}, '--port cannot be `99999`.'],
  [{model: 'churn', port: 'http'}, '--port cannot be `http`.'],
  [{model: 'churn', maxRows: '0'}, '--max-rows cannot be `0`.'],
  [{model: 'churn', timeout: '1.5'}, '--timeout cannot be `1.5`.'],
])('wrong options of serve are told before anything listens: %j', async (options, message) => {
  const {asked, serving} = listener();
  const told = runCommandOf(serveCommand, {options, serving});
  await expect(told).rejects.toMatchObject({code: 'bad_usage', message});
  expect(asked).toEqual([]);
});

test('datasets serve offers the rows of a dataset, and tells how to read them', async () => {
  const {asked, serving} = listener();
  const options = {pageSize: '50', fault: ['2:half']};
  const {printed, code} = await runCommandOf(datasetsCommand, {words: ['serve', 'wine'], options, serving});
  expect(code).toBe(0);
  expect(printed).toContain('178 rows of wine on 4 pages at http://127.0.0.1:8123/wine\n');
  expect(printed).toContain('--set ingestion.url=http://127.0.0.1:8123/wine --target cultivar');
  expect(asked).toMatchObject([{name: 'wine', port: 0, pageSize: 50, faults: ['2:half']}]);
  const {rows} = asked[0] as PagesRequest;
  expect(rows).toHaveLength(178);
  expect(rows[0]).toMatchObject({alcohol: 14.23, cultivar: 'cultivar_1'});
});

test('datasets serve --json prints where it is and how much there is', async () => {
  const {printed} = await runCommandOf(datasetsCommand, {
    words: ['serve', 'iris'],
    json: true,
    serving: listener().serving,
  });
  const address = 'http://127.0.0.1:8123';
  expect(JSON.parse(printed)).toEqual({address, port: 8123, url: `${address}/iris`, rows: 150, pages: 2});
});

test.each([
  [['serve'], {}, 'bad_usage'],
  [['serve', 'wine', 'iris'], {}, 'bad_usage'],
  [['wine', 'iris'], {}, 'bad_usage'],
  [['serve', 'wien'], {}, 'unknown_dataset'],
  [['serve', 'wine'], {pageSize: '0'}, 'bad_usage'],
])('datasets %j %j is wrong use', async (words, options, code) => {
  const told = runCommandOf(datasetsCommand, {words, options, serving: listener().serving});
  await expect(told).rejects.toMatchObject({code});
});
