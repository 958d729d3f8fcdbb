/** Plain data that survives JSON. */
export type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};

/** What a run prints with `--json`, with the pipeline's settings beside it under `pipeline`. */
export type RunResult = {readonly [field: string]: Json};

/** The results of runs by name; conditions use the names `result` (this run) and `before` (the run before). */
export type Results = {readonly [run: string]: RunResult | undefined};

const underMetrics: readonly string[] = ['train', 'test', 'baseline', 'cross_validation', 'repeated'];

/**
 * Follow a path into a run's JSON; undefined where it leads nowhere.
 *
 * `test.accuracy` is short for `metrics.test.accuracy`. Items of a list are found by position, or by their
 * `id`, `code` or `name`, which may hold dots: `steps.preprocessing.scale.status`.
 */
export function readPath(result: RunResult, path: readonly string[]): Json | undefined {
  const isShort = underMetrics.includes(path[0] ?? '') && !(path[0]! in result);
  return follow(result, isShort ? ['metrics', ...path] : path);
}

function follow(value: Json, path: readonly string[]): Json | undefined {
  if (path.length === 0) return value;
  if (value === null || typeof value !== 'object') return undefined;
  // The longest name first: an item called `preprocessing.scale` wins over one called `preprocessing`.
  for (let taken = path.length; taken > 0; taken--) {
    const child = childNamed(value, path.slice(0, taken).join('.'));
    if (child !== undefined) return follow(child, path.slice(taken));
  }
  return undefined;
}

function childNamed(value: Extract<Json, object>, name: string): Json | undefined {
  if (!isList(value)) return Object.hasOwn(value, name) ? value[name] : undefined;
  return /^\d+$/u.test(name) ? value[Number(name)] : value.find(item => isNamed(item, name));
}

/** Tell whether a list item is the word itself or carries it as its `id`, `code` or `name`. */
export function isNamed(item: Json, name: string): boolean {
  if (item === null || typeof item !== 'object' || isList(item)) return item === name;
  return item.id === name || item.code === name || item.name === name;
}

/** Tell a list from other JSON. */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
