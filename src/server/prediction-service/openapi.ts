import type {ServedModel} from '../../app/serve/live-model.ts';
import {answerSchema, rowSchema, type Schema} from '../../app/serve/row-schema.ts';
import {type ProblemKind, problemKinds} from './problem.ts';

const ref = (name: string): Schema => ({$ref: `#/components/schemas/${name}`});
const json = (schema: Schema) => ({'application/json': {schema}});

/** Describe the service with the columns of its model, as an OpenAPI 3.1 document. */
export function openApi({title, version, pipeline: {artifact}}: ServedModel): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: `Predictions of ${title}`,
      version: String(version ?? 1),
      description: `Predicts \`${artifact.target}\`. The model may change while the service runs: /model tells.`,
    },
    paths: {
      '/predict': {post: predictOperation()},
      '/health': {get: reading('health', 'Whether it answers, and with which version.', json(ref('Health')))},
      '/model': {get: reading('model', 'All that is known of the model.', json({type: 'object'}))},
      '/openapi.json': {get: reading('openapi', 'This document.', json({type: 'object'}))},
      '/metrics': {
        get: reading('metrics', 'Counts for Prometheus.', {'text/plain': {schema: {type: 'string'}}}),
      },
    },
    components: {
      schemas: {
        Row: rowSchema(artifact),
        Answer: answerSchema(artifact),
        Answers: object({model: ref('Model'), predictions: {type: 'array', items: ref('Answer')}}),
        Model: object({name: {type: 'string'}, version: {type: ['integer', 'null']}}),
        Health: object({
          status: {type: 'string', enum: ['ok', 'degraded', 'draining']},
          model: ref('Model'),
          following: {type: ['string', 'null']},
          problem: {type: ['string', 'null'], description: 'Why the version that should answer does not.'},
        }),
        Warning: object({code: {type: 'string'}, message: {type: 'string'}, at: {type: 'string'}}),
        Problem: problemSchema(),
      },
    },
  };
}

function predictOperation(): Schema {
  const rows = {type: 'array', minItems: 1, items: ref('Row')};
  const refusals: readonly ProblemKind[] = [
    'bad_json',
    'too_slow',
    'too_large',
    'wrong_type',
    'bad_rows',
    'overloaded',
  ];
  return {
    operationId: 'predict',
    summary: 'Predict one row or many.',
    requestBody: {required: true, content: json({anyOf: [ref('Row'), rows, object({rows})]})},
    responses: {
      200: {description: 'One answer for each row, in their order.', content: json(ref('Answers'))},
      ...Object.fromEntries(refusals.map(kind => [problemKinds[kind][0], refusal(problemKinds[kind][1])])),
    },
  };
}

function reading(operationId: string, summary: string, content: Schema): Schema {
  return {operationId, summary, responses: {200: {description: summary, content}}};
}

function refusal(description: string): Schema {
  return {description, content: {'application/problem+json': {schema: ref('Problem')}}};
}

function problemSchema(): Schema {
  const misfit = object({
    row: {type: ['integer', 'null'], description: 'Counted from 1.'},
    column: {type: ['string', 'null']},
    message: {type: 'string'},
  });
  return {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status', 'detail', 'instance'],
    properties: {
      type: {type: 'string', format: 'uri-reference'},
      title: {type: 'string'},
      status: {type: 'integer'},
      detail: {type: 'string'},
      instance: {type: 'string', format: 'uri-reference'},
      errors: {type: 'array', items: misfit},
    },
  };
}

function object(properties: {readonly [name: string]: Schema}): Schema {
  return {type: 'object', required: Object.keys(properties), properties};
}
