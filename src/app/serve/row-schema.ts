import type {Artifact, SignatureColumn} from '../../stages/deployment/artifact.ts';

/** A part of a JSON Schema. */
export type Schema = {readonly [keyword: string]: unknown};

const levelsListed = 30;

/** The JSON Schema of one row that a model takes, from what the training rows looked like. */
export function rowSchema({signature}: Pick<Artifact, 'signature'>): Schema {
  return {
    type: 'object',
    description: 'One row. Columns that the model does not know are ignored.',
    required: signature.map(({name}) => name),
    properties: Object.fromEntries(signature.map(column => [column.name, columnSchema(column)])),
    examples: [exampleRow({signature})],
  };
}

/** A row that a model takes, from the middle of what the training rows looked like. */
export function exampleRow({signature}: Pick<Artifact, 'signature'>): {readonly [column: string]: number | string} {
  return Object.fromEntries(signature.map(column => [column.name, exampleOf(column)]));
}

/** For each column of a model, a sentence on what it takes. */
export function columnHints({signature}: Pick<Artifact, 'signature'>): {readonly [column: string]: string} {
  return Object.fromEntries(signature.map(column => [column.name, hintOf(column)]));
}

/** The JSON Schema of what a model says of one row. */
export function answerSchema({task, target, classes}: Pick<Artifact, 'task' | 'target' | 'classes'>): Schema {
  const warnings = {type: 'array', items: {$ref: '#/components/schemas/Warning'}};
  const told: Schema =
    task === 'regression'
      ? {value: {type: 'number', description: `The predicted \`${target}\`.`}}
      : {
          label: {type: 'string', enum: classes, description: `The predicted \`${target}\`.`},
          probabilities: {
            type: 'object',
            required: classes,
            properties: Object.fromEntries(classes.map(name => [name, {type: 'number', minimum: 0, maximum: 1}])),
          },
        };
  const answer = {
    type: 'object',
    required: [...Object.keys(told), 'warnings'],
    properties: {...told, warnings},
  };
  const nothing = {
    type: 'object',
    description: 'A row that this model leaves out, and why.',
    required: ['error', 'warnings'],
    properties: {error: {type: 'string'}, warnings},
  };
  return {oneOf: [answer, nothing]};
}

// Unknown levels and numbers out of range are answered with a warning, so they are described and not forbidden.
function columnSchema(column: SignatureColumn): Schema {
  const {type, levels} = column;
  const description = hintOf(column);
  const examples = levels && levels.length > 0 ? levels.slice(0, 3) : [exampleOf(column)];
  if (type === 'number') return {type: ['number', 'null'], description, examples};
  return {type: ['string', 'null'], ...(type === 'date' && {format: 'date'}), description, examples};
}

function hintOf({type, gaps, range, levels}: SignatureColumn): string {
  return `${seenIn({type, range, levels})}; ${gaps ? 'may be empty' : 'the training rows had no gap'}.`;
}

function seenIn({type, range, levels}: Pick<SignatureColumn, 'type' | 'range' | 'levels'>): string {
  if (type === 'date') return 'A date as YYYY-MM-DD';
  if (type === 'number') return range ? `The training rows lay between ${range[0]} and ${range[1]}` : 'A number';
  if (!levels) return 'Any text';
  const more = levels.length > levelsListed ? `, … (${levels.length} in all)` : '';
  return `Known: ${levels.slice(0, levelsListed).join(', ')}${more}`;
}

function exampleOf({type, range, levels}: SignatureColumn): number | string {
  if (type === 'number') return range ? middle(range) : 0;
  if (type === 'date') return '2024-01-31';
  return levels?.[0] ?? 'text';
}

/** The middle of a range, as round as its ends are. */
function middle([low, high]: readonly [number, number]): number {
  const value = low / 2 + high / 2;
  if (Number.isInteger(low) && Number.isInteger(high)) return Math.round(value);
  return Math.min(high, Math.max(low, Number(value.toPrecision(3))));
}
