import {classifiers, mljs, regressors} from '../ml/models/index.ts';
import type {Json, Setting, SettingKind, Settings} from '../ml/setting.ts';
import {blockIds, blocks} from './blocks.ts';
import {defaultSeed, traps} from './spec.ts';

type Schema = {readonly [key: string]: Json};

/** The JSON Schema (draft 2020-12) of pipeline files, for editors: every block, setting, default and allowed value. */
export function pipelineSchema(): Schema {
  const properties = Object.fromEntries(blockIds.map(block => [block, blockSchema(block, blocks[block])]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'ml-pipeline-tutor pipeline',
    description: 'A machine-learning pipeline: one block of settings for each stage.',
    type: 'object',
    additionalProperties: false,
    properties: {
      format: {description: 'The version of this format.', const: 1},
      name: {description: 'The name of the pipeline.', type: 'string', maxLength: 100},
      seed: {
        description: 'Where all randomness starts; none draws a new one for every run.',
        anyOf: [{type: 'integer', minimum: 0}, {enum: ['none', null]}],
        default: defaultSeed,
      },
      traps: {
        description: 'Mistakes on purpose; a run with one is marked as not honest.',
        type: 'array',
        items: {enum: [...traps]},
        uniqueItems: true,
      },
      ...properties,
    },
  };
}

function blockSchema(block: string, settings: Settings): Schema {
  const properties = Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, schemaOf(setting)]));
  const params = block === 'training' ? {params: {...(properties.params as Schema), properties: paramSchemas()}} : {};
  return {type: ['object', 'null'], additionalProperties: false, properties: {...properties, ...params}};
}

/** The parameters of all models by name; one that several models have takes what any of them takes. */
function paramSchemas(): Schema {
  const tables = [classifiers, regressors, mljs].flatMap(models => Object.values(models).map(model => model.params));
  const names = [...new Set(tables.flatMap(table => Object.keys(table)))];
  return Object.fromEntries(
    names.map(name => {
      const settings = tables.flatMap(table => (table as Settings)[name] ?? []);
      const kinds = [...new Map(settings.map(setting => [JSON.stringify(setting.kind), setting])).values()];
      const [only] = kinds;
      return [name, kinds.length === 1 ? schemaOf(only!) : {description: only!.help, anyOf: kinds.map(schemaOf)}];
    }),
  );
}

function schemaOf({kind, default: fallback, help, sklearn}: Setting<unknown>): Schema {
  const description = sklearn === undefined ? help : `${help} scikit-learn: ${sklearn}.`;
  return {description, ...kindSchema(kind), default: fallback as Json};
}

function kindSchema(kind: SettingKind): Schema {
  switch (kind.type) {
    case 'choice':
      // YAML reads an unquoted `2` as a number and `none` as a word; both are accepted.
      return {enum: kind.choices.flatMap(word => (/^\d+$/.test(word) ? [word, Number(word)] : [word]))};
    case 'number':
    case 'integer':
      return withWord(kind.word, {type: kind.type, ...boundsOf(kind)});
    case 'boolean':
      return {type: 'boolean'};
    case 'text':
      return withWord(kind.word, {type: ['string', 'number', 'boolean', 'null']});
    case 'words':
      return {anyOf: [{type: 'array', items: {type: ['string', 'number', 'boolean', 'null']}}, {type: 'string'}]};
    case 'map':
      return {type: 'object'};
  }
}

function boundsOf({min, max, open}: Extract<SettingKind, {readonly type: 'number' | 'integer'}>): Schema {
  const [low, high] = open ? (['exclusiveMinimum', 'exclusiveMaximum'] as const) : (['minimum', 'maximum'] as const);
  return {...(min === undefined ? {} : {[low]: min}), ...(max === undefined ? {} : {[high]: max})};
}

function withWord(word: string | undefined, schema: Schema): Schema {
  return word === undefined ? schema : {anyOf: [schema, {enum: [word, null]}]};
}
