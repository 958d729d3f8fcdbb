import {beforeAll, expect, test} from 'vitest';
import type {Ports} from '../../../src/app/ports.ts';
import {flower, irisPorts, serviceOf} from '../../helpers/prediction-service.ts';

let ports: Ports;
beforeAll(async () => {
  ports = await irisPorts();
});

type Problem = {
  readonly status: number;
  readonly detail: string;
  readonly errors?: ReadonlyArray<{readonly row: number | null; readonly column: string | null}>;
};

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as Problem;
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^\/problems\/\w+$/),
    title: expect.any(String),
    status: response.status,
    detail: expect.any(String),
    instance: expect.stringMatching(/^\/predict#test-/),
  });
  return problem;
}

const setosa = {label: 'setosa', probabilities: expect.objectContaining({setosa: expect.any(Number)}), warnings: []};

test.each([
  ['one row', flower, 1],
  ['a list of rows', [flower, flower], 2],
  ['rows under a name', {rows: [flower, flower, flower]}, 3],
])('%s gets an answer per row and the version that says it', async (_, body, count) => {
  const response = await serviceOf(ports).predict(body);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    model: {name: 'iris', version: 1},
    predictions: Array.from({length: count}, () => setosa),
  });
});

test('a byte order mark, a charset and columns that nobody asked for are no trouble', async () => {
  const body = `\uFEFF${JSON.stringify({...flower, note: 'ünïcödé 🌸'})}`;
  const response = await serviceOf(ports).predict(body, {'content-type': 'Application/JSON; charset="UTF-8"'});
  expect(response.status).toBe(200);
});

test('a number out of range is answered with a warning, which is counted', async () => {
  const service = serviceOf(ports);
  const {predictions} = (await (await service.predict({...flower, petal_width_cm: 99})).json()) as {
    predictions: ReadonlyArray<{warnings: ReadonlyArray<{code: string}>}>;
  };
  expect(predictions[0]!.warnings).toMatchObject([{code: 'data.out_of_range'}]);
  const metrics = await (await service.ask('/metrics')).text();
  expect(metrics).toContain('mlpt_warnings_total{code="data.out_of_range"} 1\n');
});

test.each([
  ['nothing', '', 'is empty'],
  ['half an object', '{"a": 1,', 'ends too early. It is at line 1, column 9'],
  ['an unquoted word', '{"a": oops}', '`o` is not expected there'],
  ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x7b]), 'not text in UTF-8'],
  ['a name that comes twice', '{"a": 1, "\\u0061": 2}', 'The name `a` comes twice in one object. It is at line 1'],
  ['lists in lists in lists', '['.repeat(50_00) + ']'.repeat(50_00), 'nested too deep'],
  ['brackets that never close', '[{"a":'.repeat(1000), 'nested too deep'],
])('%s is refused with 400, and told where', async (_, body, detail) => {
  const service = serviceOf(ports, {limits: {bytes: 20_000, rows: 100, ms: 500}});
  const response = await service.predict(body);
  expect(response.status).toBe(400);
  expect((await problemOf(response)).detail).toContain(detail);
});

test.each([
  ['a body without a type', {}],
  ['a form', {'content-type': 'application/x-www-form-urlencoded'}],
  ['another charset', {'content-type': 'application/json; charset=latin1'}],
  ['a packed body', {'content-type': 'application/json', 'content-encoding': 'gzip'}],
])('%s is refused with 415', async (_, headers) => {
  const response = await serviceOf(ports).predict(new TextEncoder().encode('{}'), headers);
  expect(response.status).toBe(415);
  await problemOf(response);
});

test('a body over the limit is refused with 413, with and without a declared length', async () => {
  const service = serviceOf(ports);
  const large = JSON.stringify({text: 'x'.repeat(10_000)});
  const headers = {'content-type': 'application/json'};
  const declared = await service.predict(large, {...headers, 'content-length': String(large.length)});
  expect(declared.status).toBe(413);
  expect((await problemOf(declared)).detail).toContain('larger than 10000 bytes');
  expect((await service.predict(large, headers)).status).toBe(413);
});

test('more rows than the limit are refused with 413', async () => {
  const response = await serviceOf(ports).predict(Array.from({length: 101}, () => ({})));
  expect(response.status).toBe(413);
  expect((await problemOf(response)).detail).toBe('The request has 101 rows; send at most 100 at a time.');
});

test.each([
  ['null', null],
  ['a number', 7],
  ['an empty list', []],
  ['rows that are lists', [[1, 2]]],
  ['an empty list under rows', {rows: []}],
  ['an object without columns', {}],
  ['a name that JavaScript minds', '{"__proto__": {"sepal_length_cm": 1}, "constructor": 1, "toString": 2}'],
])('%s does not fit the model: 422', async (_, body) => {
  const response = await serviceOf(ports).predict(body);
  expect(response.status).toBe(422);
  await problemOf(response);
  expect(({} as {sepal_length_cm?: unknown}).sepal_length_cm).toBeUndefined();
});

test('a missing column is named, with the first row that lacks it', async () => {
  const {petal_width_cm: _, ...rest} = flower;
  const {errors} = await problemOf(await serviceOf(ports).predict([flower, rest]));
  expect(errors).toEqual([{row: 2, column: 'petal_width_cm', message: '`petal_width_cm` is missing.'}]);
});

test.each([
  ['text', '"wide"'],
  ['a list', '[1]'],
  ['an object', '{"x": 1}'],
  ['a number beyond all doubles', '1e999'],
  ['true', 'true'],
])('%s where a number belongs is refused with its place', async (_, value) => {
  const body = JSON.stringify([flower, {...flower, petal_width_cm: 'HERE'}]).replace('"HERE"', value);
  const response = await serviceOf(ports).predict(body);
  expect(response.status).toBe(422);
  expect((await problemOf(response)).errors).toMatchObject([{row: 2, column: 'petal_width_cm'}]);
});

test('nothing of a request that is refused reaches the model', async () => {
  let asked = 0;
  const service = serviceOf(ports, {
    live: {
      current: () => {
        const model = serviceOf(ports).live.current();
        const replay = (...rows: Parameters<typeof model.pipeline.replay>) => {
          asked += 1;
          return model.pipeline.replay(...rows);
        };
        const count = () => {
          asked += 1;
          throw new Error('The model was asked.');
        };
        return {...model, pipeline: {...model.pipeline, replay, predict: count, predictRow: count}};
      },
      following: null,
      problem: () => null,
    },
  });
  for (const body of ['', '{', '[]', 'null', '{"a":1,"a":2}', '7', '\u0000', '[[[]]]']) {
    expect((await service.predict(body)).status, body).toBeLessThan(500);
  }
  expect((await service.predict({}, {'content-type': 'text/plain'})).status).toBe(415);
  expect(asked).toBe(0);
});

test('rows of requests that come together are answered as each would be alone, and only the bad one is refused', async () => {
  const service = serviceOf(ports);
  const other = {sepal_length_cm: 6.5, sepal_width_cm: 3, petal_length_cm: 5.5, petal_width_cm: 2};
  const alone = await (await service.predict(other)).json();
  const [first, bad, second] = await Promise.all([
    service.predict(flower),
    service.predict({...flower, petal_width_cm: 'wide'}),
    service.predict(other),
  ]);
  expect([first!.status, bad!.status, second!.status]).toEqual([200, 422, 200]);
  expect(await second!.json()).toEqual(alone);
});

test('rows that take too long are given up with 503, and the client is told to come back', async () => {
  const clock = {ms: 0};
  const service = serviceOf(await irisPorts(clock), {
    limits: {bytes: 1_000_000, rows: 1000, ms: 500},
    later: work => {
      clock.ms += 400;
      setImmediate(work);
    },
  });
  const response = await service.predict(Array.from({length: 600}, () => flower));
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('1');
  expect((await problemOf(response)).detail).toContain('600 rows were not predicted within 0.5 seconds');
});

test('a body that does not come is refused with 408', async () => {
  const silent = new ReadableStream({});
  const service = serviceOf(ports, {limits: {bytes: 1000, rows: 10, ms: 20}});
  const headers = {'content-type': 'application/json'};
  const response = await service.ask('/predict', {
    method: 'POST',
    headers,
    body: silent,
    duplex: 'half',
  } as RequestInit);
  expect(response.status).toBe(408);
  expect(response.headers.get('connection')).toBe('close');
  await problemOf(response);
});

test('a body that breaks off is refused with 400', async () => {
  const broken = new ReadableStream({pull: controller => controller.error(new Error('gone'))});
  const headers = {'content-type': 'application/json'};
  const init = {method: 'POST', headers, body: broken, duplex: 'half'} as RequestInit;
  const response = await serviceOf(ports).ask('/predict', init);
  expect(response.status).toBe(400);
  expect((await problemOf(response)).detail).toBe('The body ended too early.');
});

test('a mistake of the service is 500 without a stack, which stands in the log', async () => {
  const service = serviceOf(ports, {
    record: () => {
      throw new Error('a secret path');
    },
  });
  const response = await service.predict(flower);
  expect(response.status).toBe(500);
  expect(JSON.stringify(await response.json())).not.toContain('secret');
  expect(service.logged.at(-1)).toMatchObject({
    level: 'error',
    status: 500,
    error: expect.stringContaining('a secret path'),
  });
});
