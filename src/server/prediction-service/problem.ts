import type {Misfit} from '../../app/serve/misfits.ts';

/** Everything a request can be refused for: the status, what it is called, and what to do. */
export const problemKinds = {
  bad_json: [400, 'The body is not good JSON', 'Correct the body at the place that the answer names.'],
  cut_off: [400, 'The body did not arrive whole', 'Send the request again.'],
  not_found: [404, 'There is nothing at this path', 'See / for what there is.'],
  wrong_method: [405, 'This path is not asked that way', 'Use a method that the Allow header names.'],
  too_slow: [408, 'The body took too long to arrive', 'Send it faster, or in smaller requests.'],
  too_large: [413, 'The request is too large', 'Send fewer rows at a time.'],
  wrong_type: [415, 'The body is not declared as JSON', 'Send it with the header `Content-Type: application/json`.'],
  bad_rows: [
    422,
    'The rows do not fit the model',
    'Correct the values that `errors` lists; see /model for the columns.',
  ],
  bug: [500, 'The service made a mistake', 'Tell whoever runs it; the log has the request by its id.'],
  overloaded: [503, 'The answer took too long', 'Try again later, or send fewer rows at a time.'],
} as const satisfies {readonly [kind: string]: readonly [status: number, title: string, advice: string]};

export type ProblemKind = keyof typeof problemKinds;

type ProblemOptions = {
  readonly errors?: readonly Misfit[];
  readonly headers?: {readonly [name: string]: string};
};

/** A request that is not answered as it was asked; nothing of it reaches the model. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly errors: readonly Misfit[];
  readonly headers: {readonly [name: string]: string};

  constructor(kind: ProblemKind, detail: string, {errors = [], headers = {}}: ProblemOptions = {}) {
    super(detail);
    this.kind = kind;
    this.errors = errors;
    this.headers = headers;
  }
}

/** The answer to a request that is refused, as a problem document (RFC 9457). */
export function problemResponse({kind, message, errors, headers}: Problem, path: string, request: string): Response {
  const [status, title] = problemKinds[kind];
  const document = {
    type: `/problems/${kind}`,
    title,
    status,
    detail: message,
    instance: `${path}#${request}`,
    ...(errors.length > 0 && {errors}),
  };
  return new Response(`${JSON.stringify(document)}\n`, {
    status,
    headers: {'content-type': 'application/problem+json', 'x-request-id': request, ...headers},
  });
}
