import {Ajv2020} from 'ajv/dist/2020.js';
import {beforeAll, expect, test} from 'vitest';
import type {Ports} from '../../../src/app/ports.ts';
import {runDataset} from '../../helpers/fitted.ts';
import {flower, irisPorts, serviceOf} from '../../helpers/prediction-service.ts';

let ports: Ports;
beforeAll(async () => {
  ports = await irisPorts();
});

const jsonOf = async (response: Response) => (await response.json()) as {readonly [name: string]: never};

test('GET /health says which version answers and what it follows', async () => {
  const response = await serviceOf(ports).ask('/health');
  expect(response.status).toBe(200);
  expect(await jsonOf(response)).toEqual({
    status: 'ok',
    model: {name: 'iris', version: 1},
    following: 'iris@production',
    problem: null,
  });
});

test('a service that ends says so in /health and lets its connections go', async () => {
  const service = serviceOf(ports);
  service.drain();
  const response = await service.ask('/health');
  expect(response.status).toBe(503);
  expect(await jsonOf(response)).toMatchObject({status: 'draining'});
  expect((await service.predict(flower)).headers.get('connection')).toBe('close');
});

test('GET /model tells where the version comes from, what it takes and how good it is', async () => {
  expect(await jsonOf(await serviceOf(ports).ask('/model'))).toMatchObject({
    name: 'iris',
    version: 1,
    aliases: ['production'],
    in_production_since: expect.stringMatching(/^2026-/),
    run: expect.any(String),
    target: 'species',
    classes: ['setosa', 'versicolor', 'virginica'],
    signature: expect.arrayContaining([expect.objectContaining({name: 'petal_width_cm', type: 'number'})]),
    metrics: {test: {accuracy: expect.any(Number)}},
    lineage: expect.arrayContaining([expect.objectContaining({output: expect.any(String)})]),
    artifact: expect.stringMatching(/^sha256:/),
  });
});

test('GET /openapi.json describes the columns of the model, and what the service takes and gives fits it', async () => {
  const service = serviceOf(ports);
  const document = await jsonOf(await service.ask('/openapi.json'));
  expect(document).toMatchObject({openapi: '3.1.0', info: {version: '1'}});
  const {paths, components} = document as unknown as {
    readonly paths: {readonly [path: string]: {readonly post?: {readonly responses: object}}};
    readonly components: {readonly schemas: {readonly Row: {readonly examples: readonly object[]}}};
  };
  expect(Object.keys(paths['/predict']!.post!.responses)).toEqual(['200', '400', '408', '413', '415', '422', '503']);
  const ajv = new Ajv2020({strict: false, validateFormats: false});
  ajv.addSchema({$id: 'api', components});
  const validate = (name: string) => ajv.compile({$ref: `api#/components/schemas/${name}`});
  const [example] = components.schemas.Row.examples;
  expect(validate('Row')(example)).toBe(true);
  expect(validate('Row')({...example, petal_width_cm: 'wide'})).toBe(false);
  const isAnswers = validate('Answers');
  expect(isAnswers(await (await service.predict(example)).json()), JSON.stringify(isAnswers.errors)).toBe(true);
  expect(validate('Problem')(await (await service.predict('{')).json())).toBe(true);
  expect(validate('Health')(await (await service.ask('/health')).json())).toBe(true);
});

test('the example of a model with levels, dates and text is a row that it takes without a warning', async () => {
  const more = await irisPorts();
  await runDataset('subscriptions', ['deployment.name=churn'], more);
  const service = serviceOf(more, {}, 'churn');
  const {components} = (await (await service.ask('/openapi.json')).json()) as {
    components: {schemas: {Row: {examples: readonly object[]; properties: {[name: string]: object}}}};
  };
  const response = await service.predict(components.schemas.Row.examples[0]);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({predictions: [{warnings: []}]});
  expect(components.schemas.Row.properties).toMatchObject({
    signup_date: {type: ['string', 'null'], format: 'date'},
    country: {type: ['string', 'null'], description: expect.stringContaining('Known: ')},
  });
});

test('GET /metrics counts requests, rows and refusals, and its histogram adds up', async () => {
  const service = serviceOf(ports, {recording: () => ({rows: 3, dropped: 1})});
  await service.predict([flower, flower]);
  await service.predict({});
  await service.ask('/nowhere');
  const text = await (await service.ask('/metrics')).text();
  for (const line of [
    'mlpt_requests_total{method="POST",path="/predict",status="200"} 1',
    'mlpt_requests_total{method="POST",path="/predict",status="422"} 1',
    'mlpt_requests_total{method="GET",path="other",status="404"} 1',
    'mlpt_rows_total 2',
    'mlpt_refused_rows_total 1',
    'mlpt_predict_seconds_bucket{le="+Inf"} 2',
    'mlpt_predict_seconds_count 2',
    'mlpt_model_info{name="iris",version="1"} 1',
    'mlpt_model_problem 0',
    'mlpt_recorded_rows_total 3',
    'mlpt_unrecorded_rows_total 1',
    'process_resident_memory_bytes 1000',
    'process_cpu_seconds_total 1.5',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  // Every line is a comment or `name{labels} number`, as Prometheus reads them.
  expect(text.split('\n').filter(line => !/^(#.*|[a-z_]+(\{[^}]*\})? \S+|)$/.test(line))).toEqual([]);
});

test('the page has a form of the columns, answers it, and lets nothing in that came with the address', async () => {
  const service = serviceOf(ports);
  const empty = await (await service.ask('/')).text();
  expect(empty).toContain('<input name="petal_width_cm"');
  const filled = new URLSearchParams(
    Object.entries(flower).map(([name, value]): [string, string] => [name, String(value)]),
  );
  expect(await (await service.ask(`/?${filled}`)).text()).toContain('<strong>setosa</strong>');
  filled.set('petal_width_cm', '"><script>alert(1)</script>');
  const response = await service.ask(`/?${filled}`);
  expect(await response.text()).not.toContain('<script>');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('what is not there is 404, and every kind of problem has a page of its own', async () => {
  const service = serviceOf(ports);
  const response = await service.ask('/nowhere?row=secret');
  expect(response.status).toBe(404);
  const {type, instance} = (await response.json()) as {type: string; instance: string};
  expect(instance).toMatch(/^\/nowhere#/);
  expect(await (await service.ask(type)).text()).toMatch(/^404 /);
  expect((await service.ask('/problems/constructor')).status).toBe(404);
});

test.each([
  ['GET', '/predict', 'POST, OPTIONS'],
  ['DELETE', '/health', 'GET, HEAD, OPTIONS'],
  ['PUT', '/', 'GET, HEAD, OPTIONS'],
])('%s %s is 405 with the methods that are allowed', async (method, path, allow) => {
  const response = await serviceOf(ports).ask(path, {method});
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe(allow);
});

test('OPTIONS names the methods, and HEAD answers without a body', async () => {
  const service = serviceOf(ports);
  const options = await service.ask('/predict', {method: 'OPTIONS'});
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
  const head = await service.ask('/health', {method: 'HEAD'});
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('the log has a line per request with its name, and nothing of what was in it', async () => {
  const service = serviceOf(ports);
  const headers = {'content-type': 'application/json', 'x-request-id': 'from-the-client:1'};
  const response = await service.predict({...flower, petal_width_cm: 0.777}, headers);
  expect(response.headers.get('x-request-id')).toBe('from-the-client:1');
  await service.ask('/?petal_width_cm=0.777', {headers: {'x-request-id': 'not a name {"a": 1}'}});
  expect(service.logged).toMatchObject([
    {
      event: 'request',
      method: 'POST',
      path: '/predict',
      status: 200,
      rows: 1,
      model: 'iris@1',
      request: 'from-the-client:1',
    },
    {event: 'request', method: 'GET', path: '/', status: 200, rows: null, model: null, request: 'test-1'},
  ]);
  expect(JSON.stringify(service.logged)).not.toContain('777');
});
