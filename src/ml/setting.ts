/** Plain data that survives JSON: what settings, fitted states and records are made of. */
export type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};

/** What values a setting may take. */
export type SettingKind =
  | {readonly type: 'choice'; readonly choices: readonly string[]}
  | {
      readonly type: 'number' | 'integer';
      readonly min?: number;
      readonly max?: number;
      /** The bounds themselves are not allowed. */
      readonly open?: boolean;
      /** The word that may stand instead of a number, such as `none`; it is stored as `null`. */
      readonly word?: string;
    }
  | {readonly type: 'boolean'}
  | {readonly type: 'text'; readonly word?: string}
  /** A list of words; `a, b` is accepted for `[a, b]`, or `a; b` where the words may hold commas. */
  | {readonly type: 'words'; readonly separator: ',' | ';'}
  /** Named values whose own kind is checked by the step that reads them. */
  | {readonly type: 'map'};

/** One setting of a stage or a model: everything a screen, a file checker and a help page need to know. */
export type Setting<T = Json> = {
  readonly kind: SettingKind;
  readonly default: T;
  /** One sentence: what it changes. */
  readonly help: string;
  /** What scikit-learn calls it, where the name differs or helps: `StandardScaler`. */
  readonly sklearn?: string;
};

export type Settings = {readonly [name: string]: Setting<unknown>};
/** The values that a table of settings describes. */
export type ValuesOf<S extends Settings> = {readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never};

type More = {readonly sklearn?: string};

/** A setting that is one of a few words. */
export function choice<const C extends readonly string[]>(
  choices: C,
  fallback: C[number],
  help: string,
  more: More = {},
): Setting<C[number]> {
  return {kind: {type: 'choice', choices}, default: fallback, help, ...more};
}

type Bounds = {readonly min?: number; readonly max?: number; readonly open?: boolean};

/** A setting that is a number within bounds. */
export function number(fallback: number, bounds: Bounds, help: string, more: More = {}): Setting<number> {
  return {kind: {type: 'number', ...bounds}, default: fallback, help, ...more};
}

/** A setting that is a whole number within bounds. */
export function integer(fallback: number, bounds: Bounds, help: string, more: More = {}): Setting<number> {
  return {kind: {type: 'integer', ...bounds}, default: fallback, help, ...more};
}

/** A number (`type` says which sort) or a word that stands for "no limit" or "off" and is stored as null. */
export function numberOr(
  word: string,
  fallback: number | null,
  bounds: Bounds & {readonly type?: 'number' | 'integer'},
  help: string,
  more: More = {},
): Setting<number | null> {
  const {type = 'integer', ...limits} = bounds;
  return {kind: {type, word, ...limits}, default: fallback, help, ...more};
}

/** A setting that is on or off. */
export function flag(fallback: boolean, help: string, more: More = {}): Setting<boolean> {
  return {kind: {type: 'boolean'}, default: fallback, help, ...more};
}

/** A setting that is free text, or null where `word` (such as `none`) is given. */
export function text(
  fallback: string | null,
  help: string,
  more: More & {readonly word?: string} = {},
): Setting<string | null> {
  const {word, ...rest} = more;
  return {kind: {type: 'text', ...(word === undefined ? {} : {word})}, default: fallback, help, ...rest};
}

/** A setting that is a list of words. */
export function words(
  fallback: readonly string[],
  help: string,
  more: More & {readonly separator?: ',' | ';'} = {},
): Setting<readonly string[]> {
  const {separator = ',', ...rest} = more;
  return {kind: {type: 'words', separator}, default: fallback, help, ...rest};
}

/** A setting that is a map from names to values. */
export function map(help: string, more: More = {}): Setting<{readonly [name: string]: Json}> {
  return {kind: {type: 'map'}, default: {}, help, ...more};
}
