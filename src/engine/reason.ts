import type {StepRecord} from './run-record.ts';
import type {Step} from './step.ts';
import {canonicalJson, type Json} from './value.ts';

/** What a step would be keyed by now, before it is known whether it has to run. */
export type StepNow = {
  readonly step: Step;
  readonly seed: number | null;
  /** Hash of each input by step id; null where the input is not known yet. */
  readonly inputs: {readonly [id: string]: string | null};
};

/** Say in words how a step differs from the last run of the same pipeline; empty when it does not. */
export function differences(now: StepNow, before: StepRecord | undefined): readonly string[] {
  if (!before) return ['first run of this step'];
  const found = settingChanges(before.params, now.step.params);
  if (before.version !== now.step.version)
    found.push(`the step itself: version ${before.version} → ${now.step.version}`);
  if (before.seed !== now.seed) found.push(`seed: ${before.seed ?? 'none'} → ${now.seed ?? 'none'}`);
  for (const [id, hash] of Object.entries(now.inputs)) {
    const old = before.inputs[id];
    if (old === undefined) found.push(`now reads \`${id}\``);
    else if (hash !== null && old !== hash) found.push(`new input from \`${id}\``);
  }
  for (const id of Object.keys(before.inputs)) {
    if (!(id in now.inputs)) found.push(`no longer reads \`${id}\``);
  }
  return found;
}

/** Name each setting that changed, as `setting: old → new`; nested settings by their path. */
export function settingChanges(before: Json, now: Json, path = ''): string[] {
  if (before !== null && now !== null && isMap(before) && isMap(now)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    return names.flatMap(name =>
      settingChanges(before[name] ?? null, now[name] ?? null, path ? `${path}.${name}` : name),
    );
  }
  return canonicalJson(before) === canonicalJson(now) ? [] : [`${path}: ${say(before)} → ${say(now)}`];
}

function isMap(value: Json): value is {readonly [key: string]: Json} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function say(value: Json): string {
  if (value === null) return 'none';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
