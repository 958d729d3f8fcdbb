import type {StepRecord} from './run-record.ts';
import type {Step} from './step.ts';
import {canonicalJson, type Json} from './value.ts';

/** What a step would be keyed by now, before it is known whether it has to run. */
export type StepNow = {
  readonly step: Pick<Step, 'version' | 'params'>;
  readonly seed: number | null;
  /** Hash of each input by step id; null where the input is not known yet. */
  readonly inputs: {readonly [id: string]: string | null};
};

/** Say in words how a step differs from an earlier record of it; empty when it does not. */
export function differences(now: StepNow, before: StepRecord | undefined): readonly string[] {
  if (!before) return [];
  const found = settingChanges(before.params, now.step.params);
  if (before.version !== now.step.version)
    found.push(`the step itself: version ${before.version} → ${now.step.version}`);
  // A step that was not reached has no seed and no inputs to compare with.
  return before.status === 'skipped' ? found : [...found, ...inputChanges(now, before)];
}

function inputChanges({seed, inputs}: StepNow, before: StepRecord): readonly string[] {
  const ids = Object.keys(inputs);
  const added = ids.filter(id => !(id in before.inputs));
  const gone = Object.keys(before.inputs).filter(id => !(id in inputs));
  const renewed = ids.filter(id => id in before.inputs && inputs[id] !== null && inputs[id] !== before.inputs[id]);
  return [
    ...(before.seed === seed ? [] : [`seed: ${before.seed ?? 'none'} → ${seed ?? 'none'}`]),
    ...(renewed.length > 0
      ? [`${nameSteps(renewed)} ${renewed.length > 1 ? 'have new outputs' : 'has a new output'}`]
      : []),
    ...(added.length > 0 ? [`now reads ${nameSteps(added)}`] : []),
    ...(gone.length > 0 ? [`no longer reads ${nameSteps(gone)}`] : []),
  ];
}

/** Name steps in a sentence: all of two, of more only the first two. */
export function nameSteps(ids: readonly string[]): string {
  const names = ids.map(id => `\`${id}\``);
  return names.length > 2 ? `${names[0]}, ${names[1]} and ${names.length - 2} more` : names.join(' and ');
}

/** A reason stays short: beyond this many settings it only says how many more there are. */
const mostNamed = 3;

/** Name the settings that changed, as `setting: old → new`; nested settings by their path. */
export function settingChanges(before: Json, now: Json): string[] {
  // A setting that only one of them has mostly came or went with another: a new model brings its own parameters.
  const changes = compareSettings(before, now).toSorted((x, y) => oneSided(x) - oneSided(y));
  const named = changes.slice(0, mostNamed).map(nameChange);
  const more = changes.length - named.length;
  return more > 0 ? [...named, `${more} more ${more === 1 ? 'setting' : 'settings'}`] : named;
}

function oneSided({a, b}: SettingChange): number {
  return a === null || b === null ? 1 : 0;
}

function nameChange({setting, a, b}: SettingChange): string {
  if (isHash(a) && isHash(b)) return `${setting}: new content (${say(a)} → ${say(b)})`;
  return say(a) === say(b) ? `${setting} changed` : `${setting}: ${say(a)} → ${say(b)}`;
}

/** A setting with two values that are not the same. */
export type SettingChange = {readonly setting: string; readonly a: Json; readonly b: Json};

/** Find each setting that is not the same in two maps, nested ones by their path; a missing one counts as null. */
export function compareSettings(a: Json, b: Json, path = ''): readonly SettingChange[] {
  if (a !== null && b !== null && isMap(a) && isMap(b)) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return names.flatMap(name => compareSettings(a[name] ?? null, b[name] ?? null, path ? `${path}.${name}` : name));
  }
  return canonicalJson(a) === canonicalJson(b) ? [] : [{setting: path, a, b}];
}

function isMap(value: Json): value is {readonly [key: string]: Json} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHash(value: Json): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/** Write a value of a setting for people: short, lists and maps as words, `none` for null, a hash by its first digits. */
export function say(value: Json): string {
  if (isHash(value)) return `${value.slice(0, 8)}…`;
  const text = inWords(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function inWords(value: Json): string {
  if (value === null) return 'none';
  if (typeof value !== 'object') return value === '' ? '""' : String(value);
  const items = Array.isArray(value) ? value.map(nested) : sayEntries(value as {readonly [name: string]: Json});
  return items.length === 0 ? 'none' : items.join(', ');
}

/** What a map leaves open says nothing, nor does the number of its own form. */
function sayEntries(map: {readonly [name: string]: Json}): readonly string[] {
  const named = Object.entries(map).filter(([name, value]) => name !== 'version' && value !== null);
  return named.map(([name, value]) => `${name} ${nested(value)}`);
}

function nested(value: Json): string {
  return value !== null && typeof value === 'object' ? `(${inWords(value)})` : inWords(value);
}
