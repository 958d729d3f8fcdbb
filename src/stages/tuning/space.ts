import {nearest} from '../../data/nearest.ts';
import type {Json} from '../../engine/value.ts';
import {isMetricName, metrics} from '../../ml/metrics/catalogue.ts';
import type {Setting, Settings} from '../../ml/setting.ts';
import {blocks, blocksWith} from '../blocks.ts';
import {readSetting} from '../read-setting.ts';
import type {PipelineSpec} from '../spec.ts';
import type {BlockId} from '../stage.ts';
import {paramsOf} from '../training/read-params.ts';
import type {ModelName, TrainingWish} from '../training/settings.ts';
import {readRange} from './range.ts';
import type {TuningSettings} from './settings.ts';

type Report = (path: readonly string[], part: 'key' | 'value', message: string, hint: string) => void;
type Entry = {readonly name: string; readonly raw: unknown; readonly path: readonly string[]};

/** A grid with more candidates than this would run for hours; a random search draws from any. */
export const mostCandidates = 5000;

/**
 * What a search may change: the settings of the steps that are fitted behind the gate, and the threshold of the answer.
 * The rest is decided before the rows are divided, or says what "better" means.
 */
const searchable: {readonly [block in BlockId]?: readonly string[]} = {
  preprocessing: Object.keys(blocks.preprocessing).filter(name => name !== 'duplicates'),
  features: Object.keys(blocks.features),
  training: Object.keys(blocks.training).filter(name => name !== 'params'),
  evaluation: ['threshold'],
};

/** Read the space of a search against the settings it names, and report every problem in it. */
export function readTuning({tuning, training}: PipelineSpec, report: Report): TuningSettings {
  const entries = entriesOf(tuning.space);
  checkMetric(tuning, report);
  if (tuning.method !== 'none' && entries.length === 0) {
    const hint = 'Write what to try, such as `space: {C: [0.1, 1, 10]}`.';
    report(['tuning', 'method'], 'value', `\`method: ${tuning.method}\` has no \`space\` to search.`, hint);
  }
  const params = paramsInPlay(training, entries);
  const space: Record<string, Json> = {};
  for (const entry of entries) {
    const setting = findSetting(entry, params, report);
    const values = setting && readValues(entry, setting, tuning.method, report);
    if (values !== undefined) space[entry.name] = values;
  }
  checkSize({...tuning, space}, report);
  return {...tuning, space};
}

/** `preprocessing: {scale: […]}` says the same as `preprocessing.scale: […]`, and `training.params.C` the same as `C`. */
function entriesOf(space: TuningSettings['space']): readonly Entry[] {
  const entries = Object.entries(space).flatMap(([name, raw]) => flatten([name], raw));
  return entries.map(({name, ...rest}) => ({...rest, name: name.replace(/^(?:training\.)?params\./, '')}));
}

function flatten(keys: readonly string[], raw: unknown): readonly Entry[] {
  const name = keys.join('.');
  const isBlock = name in blocks || name === 'training.params' || name === 'params';
  if (isBlock && isMap(raw)) return Object.entries(raw).flatMap(([key, value]) => flatten([...keys, key], value));
  return [{name, raw, path: ['tuning', 'space', ...keys]}];
}

/** The parameters of every model that a candidate may have. */
function paramsInPlay(training: TrainingWish, entries: readonly Entry[]): Settings {
  const tried = (name: string) => {
    const raw = entries.find(entry => entry.name === name)?.raw;
    return Array.isArray(raw) ? raw.map(String) : undefined;
  };
  const models = (tried('training.model') as ModelName[] | undefined) ?? [training.model];
  const implementations = tried('training.implementation') ?? [training.implementation];
  const all = models.flatMap(model =>
    implementations.map(word => paramsOf({model, implementation: word === 'mljs' ? 'mljs' : 'builtin'})),
  );
  return Object.assign({}, ...all.reverse());
}

function findSetting({name, path}: Entry, params: Settings, report: Report): Setting<unknown> | undefined {
  const dot = name.indexOf('.');
  const block = name.slice(0, Math.max(0, dot)) as BlockId;
  const found = dot < 0 ? params[name] : blocks[block]?.[name.slice(dot + 1)];
  if (found && (dot < 0 || searchable[block]?.includes(name.slice(dot + 1)))) return found;
  if (found) {
    const hint = 'Search parameters of the model, or settings of preprocessing, features and training.';
    report(path, 'key', `A search cannot change \`${name}\`: it is decided before the candidates are compared.`, hint);
    return undefined;
  }
  report(path, 'key', `There is no setting \`${name}\` to search.`, hintFor(name, params));
  return undefined;
}

function hintFor(name: string, params: Settings): string {
  const home = blocksWith(name).find(block => searchable[block]?.includes(name));
  if (home) return `It belongs to a block: write \`${home}.${name}\`.`;
  const paths = Object.entries(searchable).flatMap(([block, names]) => names.map(setting => `${block}.${setting}`));
  const guess = nearest(name, [...Object.keys(params), ...paths]);
  const known = Object.keys(params).join(', ');
  const models = known === '' ? 'The model has no parameters' : `The parameters of the model are ${known}`;
  return `${guess ? `Did you mean ${guess}? ` : ''}${models}; other settings are named like preprocessing.scale.`;
}

function readValues(entry: Entry, setting: Setting<unknown>, method: string, report: Report): Json | undefined {
  const {name, raw, path} = entry;
  if (isMap(raw)) {
    const range = readRange(name, setting, raw, method);
    if ('problem' in range) report(path, 'value', range.problem, range.hint);
    return 'problem' in range ? undefined : (range.value as Json);
  }
  if (!Array.isArray(raw) || raw.length === 0) {
    const hint = `Write a list of values to try, such as \`${name}: [${String(setting.default ?? 1)}]\`.`;
    report(path, 'value', `\`${name}\` names no values to try.`, hint);
    return undefined;
  }
  const readings = raw.map(value => readSetting(name, setting, value));
  for (const reading of readings) if ('problem' in reading) report(path, 'value', reading.problem, reading.hint);
  return readings.flatMap(reading => ('value' in reading ? [reading.value as Json] : []));
}

function checkMetric({metric}: TuningSettings, report: Report): void {
  if (metric === null || isMetricName(metric)) return;
  const names = Object.keys(metrics);
  const guess = nearest(metric, names);
  const hint = `${guess ? `Did you mean ${guess}? ` : ''}Known: ${names.join(', ')}.`;
  report(['tuning', 'metric'], 'value', `There is no metric \`${metric}\`.`, hint);
}

function checkSize({method, space}: TuningSettings, report: Report): void {
  if (method !== 'grid' && method !== 'halving') return;
  const size = Object.values(space).reduce<number>((all, values) => all * (values as readonly Json[]).length, 1);
  if (size <= mostCandidates) return;
  const hint = `Leave values out until there are ${mostCandidates} or fewer, or draw some with \`method: random\`.`;
  report(['tuning', 'space'], 'value', `The space has ${size} candidates, too many to try them all.`, hint);
}

function isMap(value: unknown): value is {readonly [key: string]: unknown} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
