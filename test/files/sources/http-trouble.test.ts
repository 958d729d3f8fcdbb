import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';
import {formatFailure} from '../../../src/commands/failure.ts';
import {readHttp} from '../../../src/files/sources/http/read-http.ts';
import {type HttpTools, networkTools} from '../../../src/files/sources/http/tools.ts';
import {createPagedApi} from '../../../src/server/paged-api/paged-api.ts';
import {type FakeNetwork, fakeNetwork, json} from '../../helpers/sources.ts';
import {failureSeen} from '../../helpers/what-people-see.ts';

const address = 'http://api.test/customers';

/** What a person sees of a run on an API. */
function seen(http: HttpTools, url = address): Promise<string> {
  return failureSeen({target: 'churned', set: [`ingestion.url=${url}`], http});
}

test('a web page is told from rows', async () => {
  const api = createPagedApi({rows: [], pageSize: 10});
  expect(
    await seen(
      fakeNetwork(asked => api.request(asked)),
      'http://api.test/',
    ),
  ).toBe(
    `The answer is a web page (HTML), not JSON.
  at http://api.test/
→ This is probably the page about the API: find the address that gives JSON.`,
  );
});

test('an empty answer is told from an empty list', async () => {
  expect(await seen(fakeNetwork(() => new Response(null, {status: 204})))).toBe(
    `The answer is empty.
  at http://api.test/customers
→ Check \`ingestion.url\`; open it in a browser to see what it gives.`,
  );
  expect(await seen(fakeNetwork(() => json([])))).toBe(
    `The API has no rows.
  at http://api.test/customers
→ Check the conditions in \`ingestion.url\`.`,
  );
});

test('half a JSON text is not JSON', async () => {
  expect(await seen(fakeNetwork(() => new Response('[{"age": 41}, {"age"')))).toBe(
    `The answer is not JSON: it ends too early after 20 characters.
  at http://api.test/customers
→ The answer may have been cut off: try again, or check the address.`,
  );
});

test('an object without a list of rows is shown by its keys', async () => {
  expect(await seen(fakeNetwork(() => json({error: 'no such table', code: 7})))).toBe(
    `The answer holds no list of rows, but an object with error, code.
  at http://api.test/customers
→ Rows are read from a list, or from a list under \`data\`, \`results\` or \`items\`.`,
  );
});

test('an address that leads nowhere is not tried again', async () => {
  const network = fakeNetwork(() => new Response('', {status: 404}));
  expect(await seen(network)).toBe(
    `The answer was refused with status 404 (not found).
  at http://api.test/customers
→ Check \`ingestion.url\`: there is nothing at this address.`,
  );
  expect(network.asked).toHaveLength(1);
});

test.each([400, 401, 403, 410, 422])('status %i is not tried again', async status => {
  const network = fakeNetwork(() => new Response('', {status}));
  expect(await seen(network)).toContain(`refused with status ${status}`);
  expect(network.asked).toHaveLength(1);
});

test('a server that stays broken is given up, with the page', async () => {
  const api = createPagedApi({
    rows: [{a: 1}, {a: 2}],
    pageSize: 1,
    faults: [{page: 2, kind: 'server_error', times: 99}],
  });
  const network = fakeNetwork(asked => api.request(asked));
  expect(await seen(network)).toBe(
    `Page 2 was refused with status 500 (server error), 4 times.
  at http://api.test/customers?page=2
→ The server is broken or overloaded: try again later, or tell the people who run it.`,
  );
  expect(network.pauses).toEqual([500, 1000, 2000]);
});

test('nobody waits an hour because a server asks for it', async () => {
  const network = fakeNetwork(() => new Response('', {status: 429, headers: {'retry-after': '3600'}}));
  expect(await seen(network)).toBe(
    `The answer was refused with status 429 (too many requests); the server asks to wait 3600 s.
  at http://api.test/customers
→ Try again in 3600 s.`,
  );
  expect(network.pauses).toEqual([]);
});

test('pages in a circle are noticed', async () => {
  const network = fakeNetwork(asked => json({data: [{a: 1}], next: asked.endsWith('b') ? '/customers' : '/b'}));
  expect(await seen(network)).toBe(
    `Page 2 names as the next page one that was already read: http://api.test/customers.
  at http://api.test/b
→ The API never ends: tell the people who run it, or set \`ingestion.limit\` to stop before.`,
  );
});

test('pages without an end are given up', async () => {
  let page = 0;
  const network = fakeNetwork(
    () => {
      page += 1;
      return json({data: [{a: 1}], next: `/p${page}`});
    },
    {pages: 5},
  );
  expect(await seen(network)).toBe(
    `The API has more than 5 pages.
  at http://api.test/p4
→ Set \`ingestion.limit\`, or ask for larger pages.`,
  );
  expect(network.asked).toHaveLength(5);
});

test('an answer larger than the limit is not read to its end', async () => {
  const network = fakeNetwork(() => json([{text: 'x'.repeat(2000)}]), {bytes: 1000});
  expect(await seen(network)).toBe(
    `The answer is more than this program takes.
  at http://api.test/customers
→ Set \`ingestion.limit\`, or ask the API for fewer rows or columns.`,
  );
});

test('the limit holds for all pages together', async () => {
  let page = 0;
  const network = fakeNetwork(
    () => {
      page += 1;
      return json({data: [{text: 'x'.repeat(300)}], next: `/p${page}`});
    },
    {bytes: 1000},
  );
  expect(await seen(network)).toContain('Page 3 is more than this program takes.');
});

test.each([
  ['2', 2],
  ['"file:///etc/passwd"', 'file:///etc/passwd'],
])('a next page of %s is not followed', async (shown, next) => {
  expect(await seen(fakeNetwork(() => json({data: [{a: 1}], next})))).toBe(
    `The answer says that the next page is ${shown}, which is no web address.
  at http://api.test/customers
→ Only \`next\` links that are addresses can be followed.`,
  );
});

test.each(['customers.json', 'ftp://api.test/customers', 'file:///etc/passwd', 'http://'])(
  '%s is no web address',
  async url => {
    expect(await seen(networkTools, url)).toBe(
      `\`ingestion.url\` is no web address: ${url}
→ Write it whole, with http:// or https:// in front; a file is named with \`ingestion.path\`.`,
    );
  },
);

test('a password in the address is neither sent nor shown', async () => {
  expect(await seen(networkTools, 'http://anna:s3cret@api.test/customers')).toBe(
    `The address holds a user name or a password, which are not sent.
  at api.test
→ Download the rows with a program that can log in, and read the file.`,
  );
});

test('a pipeline that names no address says what to add', async () => {
  expect(await failureSeen({target: 'churned', set: ['ingestion.source=http']})).toBe(
    `\`ingestion.source: http\` needs an address.
→ Add \`ingestion.url: ADDRESS\`.`,
  );
});

test('a person who changes their mind is obeyed at once', async () => {
  const stop = new AbortController();
  const network = fakeNetwork((_, signal) => {
    const answer = new Promise<Response>((_, reject) => {
      signal!.addEventListener('abort', () => reject(signal!.reason));
    });
    stop.abort();
    return answer;
  });
  const reading = readHttp({url: address, limit: null}, network, stop.signal);
  expect(formatFailure(await reading.catch(error => error))).toBe(
    `Reading was stopped at page 1.
  at http://api.test/customers
→ Run it again: it begins at the first page.`,
  );
  const again = await readHttp({url: address, limit: null}, network, stop.signal).catch(error => error);
  expect(again).toMatchObject({code: 'interrupted'});
  expect(network.asked).toHaveLength(1);
});

test('all pages together may not take longer than the limit', async () => {
  const network: FakeNetwork = fakeNetwork(
    () => {
      const page = network.asked.length;
      return page % 2 === 1 ? new Response('', {status: 503}) : json({data: [{a: 1}], next: `/p${page}`});
    },
    {totalMs: 1200},
  );
  expect(await seen(network)).toBe(
    `After 1 s the API was only at page 3.
  at http://api.test/p4
→ Set \`ingestion.limit\`, ask for larger pages, or save the rows to a file first.`,
  );
});

/** A real server on this machine, with little patience on the side of the reader. */
async function realServer(handler: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(handler as never);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

// Tries again at once, but waits for an answer as long as the product does.
const patient: HttpTools = {
  ...networkTools,
  wait: async () => {},
  limits: {...networkTools.limits, tries: 2},
};

const impatient: HttpTools = {...patient, limits: {...patient.limits, requestMs: 100}};

test('a server that hangs is given up', async () => {
  const base = await realServer(() => {});
  expect((await seen(impatient, base)).replaceAll(base, 'http://SERVER')).toBe(
    `The answer did not arrive within 100 ms (tried 2 times).
  at http://SERVER/
→ The server hangs or is too slow: try again later, or ask for smaller pages.`,
  );
});

test('a server that begins to answer and then hangs is given up', async () => {
  const base = await realServer((_, response) => void response.write('[{"a": 1},'));
  expect(await seen(impatient, base)).toContain('The answer did not arrive within 100 ms (tried 2 times).');
});

test('a connection that is lost in the middle of an answer is named', async () => {
  const base = await realServer((_, response) => {
    response.writeHead(200, {'content-length': '1000'});
    response.write('[{"a":1', () => setTimeout(() => response.destroy(), 10));
  });
  expect((await seen(patient, base)).replaceAll(base, 'http://SERVER')).toBe(
    `The answer broke off after 7 bytes (tried 2 times).
  at http://SERVER/
→ The connection was lost in the middle: try again, or ask for smaller pages.`,
  );
});

test('redirects are followed, and relative links start where they lead', async () => {
  const base = await realServer((request, response) => {
    if (request.url === '/old') response.writeHead(302, {location: '/new/customers'}).end();
    else if (request.url === '/new/customers') response.end('{"data": [{"a": 1}], "next": "page2"}');
    else if (request.url === '/new/page2') response.end('[{"a": 2}]');
    else response.writeHead(404).end();
  });
  const {bytes} = await readHttp({url: `${base}/old`, limit: null}, patient);
  expect(new TextDecoder().decode(bytes)).toBe('[{"a":1},{"a":2}]');
});

test('redirects in a circle are given up at once', async () => {
  const base = await realServer((_, response) => void response.writeHead(302, {location: '/'}).end());
  expect((await seen(patient, base)).replaceAll(base, 'http://SERVER')).toBe(
    `The answer is redirected round in a circle.
  at http://SERVER/
→ Check \`ingestion.url\` and the network connection.`,
  );
});

test('a server that is not there is named', async () => {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  expect(await seen(patient, `http://127.0.0.1:${port}/customers`)).toBe(
    `Nothing answers at 127.0.0.1:${port} (tried 2 times).
  at http://127.0.0.1:${port}/customers
→ Start the server, or check the port in \`ingestion.url\`.`,
  );
});

test('a name that no server has is named', async () => {
  const cause = Object.assign(new Error('getaddrinfo ENOTFOUND api.test'), {code: 'ENOTFOUND'});
  const network = fakeNetwork(() => {
    throw new TypeError('fetch failed', {cause});
  });
  expect(await seen(network)).toBe(
    `There is no server called api.test.
  at http://api.test/customers
→ Check \`ingestion.url\` and the network connection.`,
  );
  expect(network.asked).toHaveLength(1);
});
