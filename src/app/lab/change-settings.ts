import {paramsOf} from '../../stages/training/read-params.ts';
import type {Json} from '../../tutor/figures/result.ts';
import {type BlockSettings, withSettings} from '../../tutor/lab/settings.ts';
import {modelWish, valueAt} from './paths.ts';

/**
 * Put one value into a pipeline's settings, and let go of what can no longer stand beside it: parameters that another
 * model does not have, settings that name columns of another table.
 */
export function changeSetting(settings: BlockSettings, path: string, value: Json): BlockSettings {
  // A pipeline holds a list of traps; a panel offers one at a time.
  const held = path === 'traps' && typeof value === 'string' ? (value === 'none' ? [] : [value]) : value;
  if (JSON.stringify(valueAt(path, settings)) === JSON.stringify(held)) return settings;
  const changed = withSettings(settings, {[path]: held});
  if (path === 'training.model' || path === 'training.implementation') return withKnownParams(changed);
  return sourcePaths.includes(path) ? withoutColumns(changed, path) : changed;
}

/** The settings that say where the rows come from: another one is another table. The kind of source is none of them: the same table may come another way. */
const sourcePaths: readonly string[] = ['ingestion.dataset', 'ingestion.path', 'ingestion.url'];

// Everything that names a column or a class of the table.
const columnPaths = [
  'ingestion.target',
  'ingestion.task',
  'ingestion.drop',
  'ingestion.types',
  'split.column',
  'split.group',
  'split.time',
  'features.create',
  'features.bins',
  'evaluation.positive',
];

function withoutColumns(settings: BlockSettings, kept: string): BlockSettings {
  const source = kept === 'ingestion.dataset' ? ['ingestion.source', 'ingestion.path', 'ingestion.url'] : [];
  return [...columnPaths, ...source].reduce(removeSetting, settings);
}

function withKnownParams(settings: BlockSettings): BlockSettings {
  const params = valueAt('training.params', settings);
  if (params === null || typeof params !== 'object') return settings;
  const known = paramsOf(modelWish(settings));
  const kept = Object.entries(params as BlockSettings).filter(([name]) => Object.hasOwn(known, name));
  return withSettings(settings, {'training.params': Object.fromEntries(kept)});
}

/** Take one setting back to its default. */
export function removeSetting(settings: BlockSettings, path: string): BlockSettings {
  const [name = '', ...rest] = path.split('.');
  if (!Object.hasOwn(settings, name)) return settings;
  if (rest.length === 0) return Object.fromEntries(Object.entries(settings).filter(([key]) => key !== name));
  const inner = settings[name];
  if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return settings;
  return {...settings, [name]: removeSetting(inner as BlockSettings, rest.join('.'))};
}
