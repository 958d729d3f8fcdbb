import {expect, onTestFinished, test, vi} from 'vitest';
import {readHttp} from '../../../src/files/sources/http/read-http.ts';
import {networkTools} from '../../../src/files/sources/http/tools.ts';
import {listenLocally} from '../../../src/server/paged-api/listen.ts';
import {createPagedApi, type PagedApiOptions} from '../../../src/server/paged-api/paged-api.ts';

const rows = Array.from({length: 5}, (_, index) => ({id: `C${index}`, age: index === 2 ? null : 20 + index}));

function api(change: Partial<PagedApiOptions> = {}) {
  return createPagedApi({rows, pageSize: 2, ...change});
}

test('a page holds its rows, its place and the address of the next', async () => {
  const answer = await api().request('http://localhost/customers?page=2');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    data: rows.slice(2, 4),
    page: 2,
    pages: 3,
    next: 'http://localhost/customers?page=3',
  });
});

test('the first page needs no number, and the last has no next', async () => {
  expect(await (await api().request('/customers')).json()).toMatchObject({page: 1});
  expect(await (await api().request('/customers?page=3')).json()).toMatchObject({data: rows.slice(4), next: null});
});

test('with links=header the answer is the bare list, and the next page stands in a header', async () => {
  const answer = await api().request('http://localhost/customers?links=header&page=1');
  expect(await answer.json()).toEqual(rows.slice(0, 2));
  expect(answer.headers.get('link')).toBe('<http://localhost/customers?links=header&page=2>; rel="next"');
  const last = await api().request('/customers?links=header&page=3');
  expect(last.headers.get('link')).toBeNull();
});

test.each([
  ['0', 400],
  ['1.5', 400],
  ['two', 400],
  ['4', 404],
])('page %s is answered with status %i and a reason', async (page, status) => {
  const answer = await api().request(`/customers?page=${page}`);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({error: expect.any(String)});
});

test('no rows are one empty page', async () => {
  expect(await (await api({rows: []}).request('/customers')).json()).toMatchObject({data: [], pages: 1, next: null});
});

test('the front page is for people', async () => {
  const answer = await api().request('/');
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(await answer.text()).toContain('href="/customers"');
});

test('planted faults happen one after another on their page, each as often as said', async () => {
  const broken = api({
    faults: [
      {page: 2, kind: 'too_many_requests'},
      {page: 2, kind: 'server_error', times: 2},
    ],
  });
  const ask = async (page: number) => (await broken.request(`/customers?page=${page}`)).status;
  expect([await ask(2), await ask(1), await ask(2), await ask(2), await ask(2)]).toEqual([429, 200, 500, 500, 200]);
});

test('too many requests come with the time to wait', async () => {
  const answer = await api({faults: [{page: 1, kind: 'too_many_requests'}]}).request('/customers');
  expect(answer.headers.get('retry-after')).toBe('1');
});

test('a slow page comes late, but whole', async () => {
  const waits: number[] = [];
  const wait = async (ms: number) => waits.push(ms);
  const answer = await api({faults: [{page: 1, kind: 'slow'}], wait}).request('/customers');
  expect(await answer.json()).toMatchObject({page: 1});
  expect(waits).toEqual([3000]);
});

test('half a page ends in an error', async () => {
  const answer = await api({faults: [{page: 1, kind: 'half'}]}).request('/customers');
  await expect(answer.text()).rejects.toThrow('cut on purpose');
});

test('served on this machine it is read to the end in spite of every fault, and nothing is printed', async () => {
  const printed = vi.spyOn(console, 'error');
  onTestFinished(() => printed.mockRestore());
  const app = api({
    wait: async () => {},
    faults: [
      {page: 1, kind: 'half'},
      {page: 1, kind: 'slow'},
      {page: 2, kind: 'too_many_requests'},
      {page: 3, kind: 'server_error'},
    ],
  });
  const {address, close} = await listenLocally(app);
  onTestFinished(close);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const {bytes} = await readHttp({url: `${address}/customers`, limit: null}, {...networkTools, wait: async () => {}});
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(rows);
  expect(printed).not.toHaveBeenCalled();
});

test('a port that is taken is an error', async () => {
  const {address, close} = await listenLocally(api());
  onTestFinished(close);
  await expect(listenLocally(api(), Number(new URL(address).port))).rejects.toThrow('EADDRINUSE');
});
