import {connect} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';
import {type Listening, listen} from '../../../src/server/prediction-service/listen.ts';
import {flower, irisPorts, serviceOf} from '../../helpers/prediction-service.ts';

/** A service on a port; `begun` counts the requests that it has begun to answer. */
async function listening(requestMs = 5000): Promise<Listening & {readonly begun: () => number}> {
  const ports = await irisPorts();
  const {live} = serviceOf(ports);
  let begun = 0;
  const current = () => {
    begun += 1;
    return live.current();
  };
  const service = serviceOf(ports, {live: {...live, current}, limits: {bytes: 10_000, rows: 100, ms: requestMs}});
  const listener = await listen(service, {host: '127.0.0.1', port: 0, requestMs});
  onTestFinished(() => listener.drain(0));
  return {...listener, begun: () => begun};
}

const post = (address: string, body: string) =>
  fetch(`${address}/predict`, {method: 'POST', headers: {'content-type': 'application/json'}, body});

/** Send bytes as they are, and wait for all that comes back. */
function speak(port: number, first: string) {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', chunk => (heard += chunk));
  socket.write(first);
  const ended = new Promise<string>(resolve => socket.once('close', () => resolve(heard)));
  return {write: (text: string) => socket.write(text), end: () => socket.destroy(), ended, heard: () => heard};
}

const head = (length: number) =>
  `POST /predict HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

test('it answers on the port that it tells', async () => {
  const {address, port} = await listening();
  expect(address).toBe(`http://127.0.0.1:${port}`);
  expect((await post(address, JSON.stringify(flower))).status).toBe(200);
});

test('a port that is taken is told with the one to take instead', async () => {
  const {port} = await listening();
  const service = serviceOf(await irisPorts());
  await expect(listen(service, {host: '127.0.0.1', port, requestMs: 1000})).rejects.toMatchObject({
    code: 'busy',
    message: `Port ${port} is in use by another program.`,
    hint: expect.stringContaining('--port 0'),
  });
});

test('an address of another machine is wrong use', async () => {
  const service = serviceOf(await irisPorts());
  const listener = listen(service, {host: '203.0.113.5', port: 0, requestMs: 1000});
  await expect(listener).rejects.toMatchObject({code: 'bad_usage'});
});

test('draining answers what is going on, takes nothing new, and ends', async () => {
  const {port, address, drain, begun} = await listening();
  // A connection that is kept open without a request does not hold it up.
  await fetch(`${address}/health`);
  const body = JSON.stringify(flower);
  const slow = speak(port, head(body.length) + body.slice(0, 10));
  await expect.poll(begun).toBe(2);
  const drained = drain(10_000);
  await expect(fetch(`${address}/health`)).rejects.toThrow();
  slow.write(body.slice(10));
  expect(await slow.ended).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"label":"setosa"/);
  await drained;
});

test('draining cuts off what takes longer than it may', async () => {
  const {port, drain, begun} = await listening();
  const slow = speak(port, `${head(100)}{`);
  await expect.poll(begun).toBe(1);
  await drain(50);
  expect(await slow.ended).toBe('');
});

test('a body that stops half-way is answered with 408 and the connection is ended', async () => {
  const {port} = await listening(100);
  const said = await speak(port, `${head(100)}{"a":`).ended;
  expect(said).toMatch(/^HTTP\/1\.1 408 /);
  expect(said).toContain('application/problem+json');
});

test('what is not HTTP, or is gone before it is answered, does not hurt the service', async () => {
  const {port, address} = await listening();
  expect(await speak(port, '\u0000\u0001 nonsense\r\n\r\n').ended).toMatch(/^HTTP\/1\.1 400 /);
  const gone = speak(port, `${head(100)}{"a":`);
  gone.end();
  await gone.ended;
  expect((await fetch(`${address}/health`)).status).toBe(200);
});

test('many requests at once are all answered', async () => {
  const {address} = await listening();
  const answers = await Promise.all(
    Array.from({length: 50}, async (_, place) => {
      const body = JSON.stringify({...flower, petal_length_cm: 1 + place / 10});
      return (await (await post(address, body)).json()) as {readonly predictions: readonly unknown[]};
    }),
  );
  for (const {predictions} of answers) expect(predictions).toHaveLength(1);
});
