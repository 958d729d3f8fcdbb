import {expect, test} from 'vitest';
import {readHttp} from '../../../src/files/sources/http/read-http.ts';
import type {HttpTools} from '../../../src/files/sources/http/tools.ts';
import {createPagedApi} from '../../../src/server/paged-api/paged-api.ts';
import {type FakeNetwork, fakeNetwork, json} from '../../helpers/sources.ts';

const rows = Array.from({length: 23}, (_, index) => ({id: `C${index}`, age: index % 2 === 0 ? index : null}));

async function rowsFrom(tools: HttpTools, url = 'http://api.test/customers', limit: number | null = null) {
  const {format, bytes} = await readHttp({url, limit}, tools);
  expect(format).toBe('objects');
  return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
}

/** A network whose addresses answer what is listed. */
function site(pages: {readonly [address: string]: unknown}, init: ResponseInit = {}): FakeNetwork {
  return fakeNetwork(address => (address in pages ? json(pages[address], init) : new Response('', {status: 404})));
}

test.each(['/customers', '/customers?links=header'])('all pages of %s become one list', async path => {
  const api = createPagedApi({rows, pageSize: 5});
  const network = fakeNetwork(address => api.request(address));
  expect(await rowsFrom(network, `http://api.test${path}`)).toEqual(rows);
  expect(network.asked).toHaveLength(5);
});

test('the snapshot is the same whatever the size of a page', async () => {
  const snapshots = [1, 7, 100].map(async pageSize => {
    const api = createPagedApi({rows, pageSize});
    return readHttp(
      {url: 'http://api.test/customers', limit: null},
      fakeNetwork(address => api.request(address)),
    );
  });
  const [first, ...others] = await Promise.all(snapshots);
  for (const other of others) expect(other.bytes).toEqual(first!.bytes);
});

test('no more is read than a limit needs, and items that are no rows do not count', async () => {
  const api = createPagedApi({rows, pageSize: 5});
  const network = fakeNetwork(address => api.request(address));
  expect(await rowsFrom(network, 'http://api.test/customers', 7)).toEqual(rows.slice(0, 7));
  expect(network.asked).toHaveLength(2);
  const mixed = site({'http://api.test/customers': [{a: 1}, 5, {a: 2}, {a: 3}]});
  expect(await rowsFrom(mixed, undefined, 2)).toEqual([{a: 1}, 5, {a: 2}]);
});

test('a bare list is a single page', async () => {
  expect(await rowsFrom(site({'http://api.test/customers': rows}))).toEqual(rows);
});

test.each(['data', 'results', 'items'])('rows are found under %s', async key => {
  expect(await rowsFrom(site({'http://api.test/customers': {count: 23, [key]: rows}}))).toEqual(rows);
});

test.each([
  ['a whole address', {next: 'http://other.test/more'}, 'http://other.test/more'],
  ['a path', {next: '/more?page=2'}, 'http://api.test/more?page=2'],
  ['a query', {next: '?page=2'}, 'http://api.test/v1/customers?page=2'],
  ['an object with href', {next: {href: '/more'}}, 'http://api.test/more'],
  ['an entry of links', {links: {self: '/', next: '/more'}}, 'http://api.test/more'],
  ['an entry of _links', {_links: {next: {href: '/more'}}}, 'http://api.test/more'],
])('the next page may be %s', async (_, link, next) => {
  const network = site({'http://api.test/v1/customers': {data: [{a: 1}], ...link}, [next]: {data: [{a: 2}]}});
  expect(await rowsFrom(network, 'http://api.test/v1/customers')).toEqual([{a: 1}, {a: 2}]);
  expect(network.asked[1]).toBe(next);
});

test.each([
  ['</more>; rel="next"', 2],
  ['<http://api.test/first>; rel="first", </more>; title="a, b"; rel=next', 2],
  ['</more>; rel="last next"', 2],
  ['</more>; rel="prev"', 1],
  ['</more>; rel="nextish"', 1],
])('a Link header of %s leads to %i pages', async (link, pages) => {
  const network = fakeNetwork(address =>
    address.endsWith('/more') ? json([{a: 2}]) : json([{a: 1}], {headers: {link}}),
  );
  expect(await rowsFrom(network)).toHaveLength(pages);
});

test.each([null, '', false, undefined])('a next link of %s is the end', async next => {
  expect(await rowsFrom(site({'http://api.test/customers': {data: [{a: 1}], next}}))).toEqual([{a: 1}]);
});

test('an empty page in the middle is no end', async () => {
  const network = site({
    'http://api.test/customers': {data: [{a: 1}], next: '/2'},
    'http://api.test/2': {data: [], next: '/3'},
    'http://api.test/3': {data: [{a: 3}]},
  });
  expect(await rowsFrom(network)).toEqual([{a: 1}, {a: 3}]);
});

test('identifiers longer than a double keep their digits', async () => {
  const network = fakeNetwork(() => new Response('[{"id": 12345678901234567890, "x": 1e20, "t": "9007199254740993"}]'));
  expect(await rowsFrom(network)).toEqual([{id: '12345678901234567890', x: 1e20, t: '9007199254740993'}]);
});

test('a CSV file on the web is read as one', async () => {
  const network = fakeNetwork(() => new Response('a,b\n1,2\n', {headers: {'content-type': 'text/csv; charset=utf-8'}}));
  const snapshot = await readHttp({url: 'http://api.test/export', limit: null}, network);
  expect(snapshot.format).toBe('csv');
  const named = fakeNetwork(() => new Response('a,b\n1,2\n', {headers: {'content-type': 'text/plain'}}));
  const file = await readHttp({url: 'http://api.test/Customers.CSV?v=2', limit: null}, named);
  expect(new TextDecoder().decode(file.bytes)).toBe('a,b\n1,2\n');
});

test('a key in the address is asked with, but never shown', async () => {
  const network = fakeNetwork(() => json(rows));
  const {origin} = await readHttp({url: 'http://api.test/c?api_key=s3cret&page=1#top', limit: null}, network);
  expect(network.asked).toEqual(['http://api.test/c?api_key=s3cret&page=1']);
  expect(origin).toBe('http://api.test/c?api_key=…&page=1');
});

test('a busy or broken server is asked again after growing pauses', async () => {
  const api = createPagedApi({
    rows,
    pageSize: 10,
    faults: [
      {page: 1, kind: 'server_error', times: 3},
      {page: 2, kind: 'too_many_requests'},
      {page: 3, kind: 'half'},
    ],
  });
  const network = fakeNetwork(address => api.request(address));
  expect(await rowsFrom(network)).toEqual(rows);
  // Page 2 says itself how long to wait: one second.
  expect(network.pauses).toEqual([500, 1000, 2000, 1000, 500]);
});

test('a pause may also be asked for as a date, by the clock of the server', async () => {
  const headers = {'retry-after': 'Sun, 22 Nov 2026 08:00:07 GMT', date: 'Sun, 22 Nov 2026 08:00:00 GMT'};
  const network: FakeNetwork = fakeNetwork(() =>
    network.asked.length === 1 ? new Response('', {status: 503, headers}) : json(rows),
  );
  expect(await rowsFrom(network)).toEqual(rows);
  expect(network.pauses).toEqual([7000]);
});

test('a lost connection is tried again', async () => {
  const network: FakeNetwork = fakeNetwork(() => {
    if (network.asked.length < 3) throw new TypeError('fetch failed', {cause: {code: 'ECONNRESET', message: 'reset'}});
    return json(rows);
  });
  expect(await rowsFrom(network)).toEqual(rows);
  expect(network.pauses).toEqual([500, 1000]);
});
