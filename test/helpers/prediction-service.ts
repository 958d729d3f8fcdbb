import type {Ports} from '../../src/app/ports.ts';
import {followModel, type LiveModel, type ModelChange} from '../../src/app/serve/live-model.ts';
import type {LogEntry} from '../../src/server/prediction-service/request-log.ts';
import {createService, type PredictionService, type ServiceDeps} from '../../src/server/prediction-service/service.ts';
import {runDataset} from './fitted.ts';
import {memoryPorts} from './memory-ports.ts';

/** A flower as `iris` has them. */
export const flower = {sepal_length_cm: 5.1, sepal_width_cm: 3.5, petal_length_cm: 1.4, petal_width_cm: 0.2};

/** A clock that stands still until a test moves it on. */
export type Clock = {ms: number};

export type TestService = PredictionService & {
  readonly live: LiveModel;
  readonly logged: LogEntry[];
  readonly changes: ModelChange[];
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** POST a body to /predict; what is no text is written as JSON. */
  readonly predict: (body: unknown, headers?: {readonly [name: string]: string}) => Promise<Response>;
};

/** Ports whose registry has version 1 of a model of `iris` in production, and a clock that a test moves. */
export async function irisPorts(clock: Clock = {ms: 0}): Promise<Ports> {
  const ports = memoryPorts({elapsed: () => clock.ms});
  await runDataset('iris', ['deployment.name=iris'], ports);
  return ports;
}

/** A service that nobody can reach but the test. */
export function serviceOf(ports: Ports, change: Partial<ServiceDeps> = {}, ref = 'iris'): TestService {
  const logged: LogEntry[] = [];
  const changes: ModelChange[] = [];
  const live = followModel({ref, folder: '.'}, ports, found => changes.push(found));
  const service = createService({
    live,
    models: ports.models,
    limits: {bytes: 10_000, rows: 100, ms: 500},
    log: entry => logged.push(entry),
    now: ports.now,
    elapsed: ports.elapsed,
    prefix: 'test',
    later: setImmediate,
    process: () => ({memory: 1000, heap: 500, cpuSeconds: 1.5, startedAt: new Date(0)}),
    ...change,
  });
  const ask = async (path: string, init: RequestInit = {}) =>
    service.fetch(new Request(`http://localhost${path}`, init));
  return {
    ...service,
    live,
    logged,
    changes,
    ask,
    predict: (body, headers = {'content-type': 'application/json'}) =>
      ask('/predict', {method: 'POST', headers, body: isBody(body) ? body : JSON.stringify(body)}),
  };
}

function isBody(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array;
}
