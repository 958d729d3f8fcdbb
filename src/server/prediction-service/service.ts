import type {Ports} from '../../app/ports.ts';
import type {LiveModel} from '../../app/serve/live-model.ts';
import type {Answered} from '../../app/serve/recorded-rows.ts';
import type {Limits} from './predict.ts';
import type {ProcessFacts, RecordingFacts} from './prometheus.ts';
import type {LogEntry} from './request-log.ts';
import {createRoutes, type Stage} from './routes.ts';
import {pathOf, requestNamer, type Seen} from './seen.ts';
import {startTally} from './tally.ts';

/** Everything the service needs from outside: its model, its limits, its clock. */
export type ServiceDeps = {
  readonly live: LiveModel;
  readonly models: Ports['models'];
  readonly limits: Limits;
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
  /** Milliseconds from any fixed moment. */
  readonly elapsed: () => number;
  /** What the names of requests begin with, different for every start of the service. */
  readonly prefix: string;
  /** Do something as soon as the requests that have arrived are read. */
  readonly later: (work: () => void) => void;
  /** Keep answered rows for monitoring. */
  readonly record?: (answered: Answered) => void;
  readonly recording?: () => RecordingFacts;
  readonly process: () => ProcessFacts;
};

/** A prediction service without a port: it turns a request into a response. */
export type PredictionService = {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Say in /health, and to every client that keeps its connection, that it ends. */
  readonly drain: () => void;
};

/** Make a prediction service of a model; every request is counted and logged, without what is in it. */
export function createService(deps: ServiceDeps): PredictionService {
  const {elapsed, log, prefix} = deps;
  const tally = startTally();
  const stage: Stage = {isDraining: false};
  const nameOf = requestNamer(prefix);
  const routes = createRoutes(deps, tally, stage);

  const finish = ({method, url}: Request, seen: Seen, began: number, response: Response): Response => {
    const ms = elapsed() - began;
    const {status} = response;
    const {id, route, rows, model, error} = seen;
    tally.request({method, route, status, seconds: ms / 1000});
    log({
      level: error === null ? 'info' : 'error',
      event: 'request',
      method,
      path: pathOf(url),
      status,
      ms: Math.round(ms * 1000) / 1000,
      rows,
      model,
      request: id,
      ...(error !== null && {error}),
    });
    return response;
  };

  return {
    fetch(request) {
      const began = elapsed();
      const seen: Seen = {id: nameOf(request.headers), route: 'other', rows: null, model: null, error: null};
      const response = routes.fetch(request, {seen});
      if (!(response instanceof Promise)) return finish(request, seen, began, response);
      return response.then(done => finish(request, seen, began, done));
    },
    drain() {
      stage.isDraining = true;
    },
  };
}
