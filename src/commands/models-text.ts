import type {ListedModel, ShownModel, ShownMove} from '../app/models.ts';
import {formatNumber, wrapWords} from '../charts/index.ts';
import type {CommandContext} from './command.ts';
import {formatColumns} from './text-table.ts';

type Look = Pick<CommandContext, 'width'>;

/** Every version of every model, a line each. */
export function formatList(models: readonly ListedModel[], {width}: Look): string {
  if (models.length === 0) {
    return 'No model is registered yet. A run with a name registers one:\n  ml-pipeline-tutor run --dataset wine --set deployment.name=wine';
  }
  const rows = models.map(({name, version, aliases, created, run, metrics}) => [
    `${name}@${version}`,
    aliases.join(', '),
    created.slice(0, 16).replace('T', ' '),
    run,
    mainMetrics(metrics),
  ]);
  return formatColumns(['model', 'alias', 'registered', 'run', 'test metrics'], rows, width);
}

const telling = ['roc_auc', 'accuracy', 'r2', 'rmse'];

function mainMetrics(metrics: ListedModel['metrics']): string {
  return telling
    .filter(name => typeof metrics[name] === 'number')
    .map(name => `${name} ${formatNumber(metrics[name]!)}`)
    .join(', ');
}

/** All that is known of one version. */
export function formatModel(model: ShownModel, {width}: Look): string {
  const {name, version, aliases, target, classes, positive, threshold} = model;
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['predicts', classes.length > 0 ? `${target}: ${classes.join(', ')}` : `${target}, a number`],
    ...(positive === null ? [] : [['positive', `${positive}, from a probability of ${threshold} on`] as const]),
    ['model', model.model],
    ['steps', model.steps.join(', ')],
    ['test metrics', mainMetrics(model.metrics)],
    ['run', model.run],
    ['registered', model.created],
    ['data', model.data],
    ['artifact', model.artifact],
    ...model.lineage.map(({step, output}) => [`from ${step}`, `sha256:${output}`] as const),
  ];
  const head = `${name}@${version}${aliases.length > 0 ? ` (${aliases.join(', ')})` : ''}`;
  const columns = model.signature.map(({name: column, type, gaps, range, levels}) => [
    column,
    type,
    gaps ? 'yes' : 'no',
    range ? `${formatNumber(range[0])} to ${formatNumber(range[1])}` : (levels?.join(', ') ?? ''),
  ]);
  return [
    head,
    ...(model.honest ? [] : wrapWords('NOT HONEST: its run has a mistake on purpose, and the metrics flatter.', width)),
    formatColumns(['what', 'is'], facts, width),
    '',
    'It expects these columns:',
    formatColumns(['column', 'type', 'gaps', 'range or levels in training'], columns, width),
  ].join('\n');
}

/** Where an alias points now. */
export function formatMove({name, alias, from, to}: ShownMove): string {
  return `${name}@${alias} is version ${to} now${from === null ? '' : `; it was version ${from}`}.`;
}

/** Every move of every alias of a model. */
export function formatHistory(moves: readonly ShownMove[], {width}: Look): string {
  if (moves.length === 0) return 'No alias of this model was ever moved.';
  const rows = moves.map(({at, alias, kind, from, to, who, why}) => [
    at.slice(0, 16).replace('T', ' '),
    alias,
    kind,
    `${from ?? 'none'} → ${to}`,
    who,
    why,
  ]);
  return formatColumns(['when', 'alias', 'what', 'version', 'who', 'why'], rows, width);
}
