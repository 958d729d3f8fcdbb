import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import {canonicalJson, type Json} from '../../engine/value.ts';
import {KnownError, type Place, type Problem} from '../../errors.ts';
import {blocks} from '../blocks.ts';
import {readSetting} from '../read-setting.ts';
import type {BlockId} from '../stage.ts';
import {type PipelineText, scanText} from './scan-text.ts';

/** One setting as somebody wrote it. */
export type Written = {
  /** `['training', 'params', 'C']` */
  readonly path: readonly string[];
  readonly value: Json;
  /** The value in one form for every way of writing it, to compare by. */
  readonly key: string;
  readonly pair: Pair;
  readonly at: Place;
  /** Why, as the comment on its line or above it says. */
  readonly reason: string | null;
};

/** One of the versions of a pipeline file that are merged. */
export type Version = {
  readonly file: string;
  readonly text: string;
  readonly document: Document.Parsed;
  /** Every setting by its path, such as `training.model`, in the order of the file. */
  readonly settings: ReadonlyMap<string, Written>;
};

/** How a path is written on a command line and in messages. */
export function sayPath(path: readonly string[]): string {
  return path.join('.');
}

/** The settings that hold maps are merged entry by entry; in `deployment.gates` there are maps in the map. */
export function depthOf([block, setting]: readonly string[]): number {
  if (block === undefined || setting === undefined) return 0;
  if (block === 'deployment' && setting === 'gates') return 2;
  return kindOf([block, setting]) === 'map' ? 1 : 0;
}

/** Whether a setting is a list, a map or a single value, as far as it is known. */
export function kindOf([block, setting, ...rest]: readonly string[]): string | undefined {
  if (block === 'traps' && setting === undefined) return 'words';
  if (setting === undefined || rest.length > 0 || !Object.hasOwn(blocks, block!)) return undefined;
  const settings = blocks[block as BlockId];
  return Object.hasOwn(settings, setting) ? settings[setting]!.kind.type : undefined;
}

/**
 * Read a version of a pipeline file, setting by setting. What is wrong with a setting is not looked at here: a merge may
 * be what puts it right.
 *
 * @throws {KnownError} `bad_pipeline` where it is no YAML or no map of blocks, and as `scanText` does.
 */
export function readVersion(source: PipelineText): Version {
  const {name: file, text} = source;
  const remarks = scanText(source);
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false});
  const placeOf = (offset: number): Place => {
    const {line, col} = lines.linePos(offset);
    return {file, line, column: col};
  };
  if (document.errors.length > 0) throw notYaml(document, file, placeOf);
  if (document.contents !== null && !isMap(document.contents)) throw notBlocks(file);
  const settings = new Map<string, Written>();
  const add = (path: readonly string[], pair: Pair) => {
    const value = jsonOf(pair.value, document);
    const at = placeOf(startOf(pair.key));
    settings.set(sayPath(path), {path, value, key: keyOf(path, value), pair, at, reason: remarks.reasonAt(at.line!)});
  };
  if (document.contents) walk(document.contents, [], add);
  return {file, text, document, settings};
}

function walk(map: YAMLMap, path: readonly string[], add: (path: readonly string[], pair: Pair) => void): void {
  for (const pair of map.items) {
    const here = [...path, String(isScalar(pair.key) ? pair.key.value : pair.key)];
    if (isMap(pair.value) && isOpen(here)) walk(pair.value, here, add);
    // A block without settings says nothing.
    else if (here.length > 1 || !Object.hasOwn(blocks, here[0]!) || jsonOf(pair.value, undefined) !== null) {
      add(here, pair as Pair);
    }
  }
}

/** Whether what a path holds is a map of things that are merged one by one. */
function isOpen(path: readonly string[]): boolean {
  if (path.length === 1) return Object.hasOwn(blocks, path[0]!);
  return path.length < 2 + depthOf(path);
}

function jsonOf(value: unknown, document: Document | undefined): Json {
  if (value === null || value === undefined) return null;
  if (isScalar(value)) return (value.value ?? null) as Json;
  return isNode(value) && document ? (value.toJS(document) as Json) : String(value);
}

/** `a, b` and `[a, b]`, `none` and nothing are the same to a setting, and so to a merge. */
function keyOf(path: readonly string[], value: Json): string {
  const [block, name] = path;
  const setting = kindOf(path) === undefined || name === undefined ? undefined : blocks[block as BlockId][name];
  const reading = setting ? readSetting(name!, setting, value) : {value};
  return canonicalJson(('value' in reading ? reading.value : value) as Json);
}

function startOf(key: unknown): number {
  return (key as Node | null)?.range?.[0] ?? 0;
}

function notYaml({errors}: Document.Parsed, file: string, placeOf: (offset: number) => Place): KnownError {
  const problems: readonly Problem[] = errors.map(({message, pos}) => ({
    message: `This is not valid YAML: ${message.split('\n')[0]!.replace(/\.$/, '')}.`,
    hint: 'Check the indentation, the colons and the quotes on this line.',
    at: placeOf(pos[0]),
  }));
  return new KnownError('bad_pipeline', `${file} cannot be merged: it is not valid YAML.`, {
    hint: `Put ${file} right first; nothing was written.`,
    at: problems[0]!.at,
    problems,
  });
}

function notBlocks(file: string): KnownError {
  return new KnownError('bad_pipeline', `${file} cannot be merged: a pipeline is a map of blocks.`, {
    hint: 'Start it with a line such as `ingestion: {dataset: wine}`.',
    at: {file, line: 1},
  });
}
