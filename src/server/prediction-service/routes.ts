import {type Context, Hono} from 'hono';
import {askTogether} from '../../app/serve/ask-together.ts';
import {modelCard} from '../../app/serve/model-card.ts';
import {tryRow} from '../../app/serve/try-row.ts';
import {knownAnswers} from './known-answers.ts';
import {openApi} from './openapi.ts';
import {frontPage} from './page.ts';
import {predict} from './predict.ts';
import {Problem, type ProblemKind, problemKinds, problemResponse} from './problem.ts';
import {prometheusText} from './prometheus.ts';
import type {Seen} from './seen.ts';
import type {ServiceDeps} from './service.ts';
import type {Tally} from './tally.ts';

/** Whether the service goes on, or ends as soon as what is going on is answered. */
export type Stage = {isDraining: boolean};

type Environment = {readonly Bindings: {readonly seen: Seen}};
type Handler = (context: Context<Environment>) => Response | Promise<Response>;

const pageSafety = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";

/** Everything that can be asked of the service, by path. */
export function createRoutes(deps: ServiceDeps, tally: Tally, stage: Stage): Hono<Environment> {
  const {live, models, recording} = deps;
  const routes = new Hono<Environment>();
  const predictDeps = {
    ...deps,
    tally,
    askRow: askTogether(deps.later),
    known: knownAnswers(),
    pause: () => new Promise<void>(resolve => deps.later(resolve)),
  };
  const respond = ({env}: Context<Environment>, body: string, type = 'application/json', status = 200) =>
    new Response(body, {status, headers: headersOf(env.seen, type, stage)});
  const route = (method: 'GET' | 'POST', path: string, handler: Handler) => {
    routes.on(method, path, context => {
      context.env.seen.route = path;
      return handler(context);
    });
    routes.all(path, context => refuseMethod(context, method));
  };

  route('POST', '/predict', async context => {
    const {req, env} = context;
    return respond(context, await predict(req.raw, env.seen, predictDeps));
  });
  route('GET', '/health', context => {
    const {name, version} = live.current();
    const problem = live.problem();
    const status = stage.isDraining ? 'draining' : problem === null ? 'ok' : 'degraded';
    const body = JSON.stringify({status, model: {name, version}, following: live.following, problem});
    return respond(context, body, 'application/json', stage.isDraining ? 503 : 200);
  });
  route('GET', '/model', context => respond(context, JSON.stringify(modelCard(live.current(), live, {models}))));
  route('GET', '/openapi.json', context => respond(context, JSON.stringify(openApi(live.current()))));
  route('GET', '/metrics', context => {
    const text = prometheusText({
      counts: tally.counts(),
      model: live.current(),
      hasProblem: live.problem() !== null,
      process: deps.process(),
      recording: recording?.() ?? null,
    });
    return respond(context, text, 'text/plain; version=0.0.4; charset=utf-8');
  });
  route('GET', '/', async context => {
    const model = live.current();
    const values = context.req.query();
    const filled = Object.keys(values).length > 0 ? {values, answer: tryRow(model, values)} : undefined;
    const response = respond(context, String(await frontPage(model, filled)), 'text/html; charset=utf-8');
    response.headers.set('content-security-policy', pageSafety);
    return response;
  });
  route('GET', '/problems/:kind', context => {
    const kind = context.req.param('kind') ?? '';
    if (!Object.hasOwn(problemKinds, kind)) throw notFound(context);
    const [status, title, advice] = problemKinds[kind as ProblemKind];
    return respond(context, `${status} ${title}.\n${advice}\n`, 'text/plain; charset=utf-8');
  });
  routes.notFound(context => refuse(notFound(context), context));
  routes.onError(refuse);
  return routes;
}

function headersOf({id}: Seen, type: string, {isDraining}: Stage): Record<string, string> {
  const headers = {'content-type': type, 'x-request-id': id};
  return isDraining ? {...headers, connection: 'close'} : headers;
}

function refuse(error: Error, {req, env}: Context<Environment>): Response {
  if (error instanceof Problem) return problemResponse(error, req.path, env.seen.id);
  // Whoever asked learns no more than that; the log has the rest.
  env.seen.error = error.stack ?? error.message;
  return problemResponse(new Problem('bug', 'Something went wrong inside the service.'), req.path, env.seen.id);
}

function refuseMethod({req}: Context<Environment>, method: 'GET' | 'POST'): Response {
  const allow = method === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS';
  if (req.method === 'OPTIONS') return new Response(null, {status: 204, headers: {allow}});
  throw new Problem('wrong_method', `${req.path} is asked with ${method}, not with ${req.method}.`, {headers: {allow}});
}

function notFound({req}: Context<Environment>): Problem {
  return new Problem(
    'not_found',
    `There is nothing at ${req.path}. POST rows to /predict; see /openapi.json for the rest.`,
  );
}
