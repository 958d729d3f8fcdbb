import {type Document, isCollection, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap} from 'yaml';
import {canonicalJson, type Json} from '../../engine/value.ts';
import {sayPath, type Version, type Written} from './read-version.ts';
import type {Settled, Versions, Wanted} from './settle.ts';

/**
 * Write the merged file: my file with its comments and its order, and in it what was settled. A value that is taken from
 * somebody else brings its reason along.
 */
export function applySettled(versions: Versions, settled: readonly Settled[]): string {
  const {mine} = versions;
  const document = mine.document.clone() as Document;
  if (!isMap(document.contents)) document.contents = document.createNode({}) as unknown as typeof document.contents;
  const changes = settled.filter(
    ({path, wanted}) => !isThere(mine.settings.get(sayPath(path)), wanted, versions, path),
  );
  if (changes.length === 0) return mine.text;
  for (const {path, wanted} of changes) applyOne(document, path, wanted, versions);
  if (isJson(mine.text)) return `${JSON.stringify(document.toJS(), null, 2)}\n`;
  return document.toString({lineWidth: 0, flowCollectionPadding: false});
}

function isThere(mine: Written | undefined, wanted: Wanted, versions: Versions, path: readonly string[]): boolean {
  if ('as' in wanted) return versions[wanted.as].settings.get(sayPath(path))?.key === mine?.key;
  return mine !== undefined && canonicalJson(wanted.value) === canonicalJson(mine.value);
}

function applyOne(document: Document, path: readonly string[], wanted: Wanted, versions: Versions): void {
  const source = 'as' in wanted ? versions[wanted.as].settings.get(sayPath(path)) : undefined;
  if ('as' in wanted && !source) {
    remove(document, path);
    return;
  }
  const theirs = 'as' in wanted ? versions[wanted.as] : versions.theirs;
  const parent = openMap(document, path.slice(0, -1), theirs);
  const found = pairIn(parent, path.at(-1)!);
  const value = source
    ? bare(source.pair.value)
    : nodeOf((wanted as {readonly value: Json}).value, found, document, versions, path);
  if (found) keepRemark(found.value, value);
  const pair = found ?? insert(parent, path, document, theirs);
  pair.value = value;
  if (source?.reason) addReason(pair, value, source.reason, parent, rootFlow(document, path));
}

/** The map at a path; those that are missing are made in the style that the other file has them in. */
function openMap(document: Document, path: readonly string[], model: Version): YAMLMap {
  let map = document.contents as unknown as YAMLMap;
  for (const [place, key] of path.entries()) {
    const pair = pairIn(map, key) ?? insert(map, path.slice(0, place + 1), document, model);
    if (!isMap(pair.value)) {
      const fresh = document.createNode({}) as unknown as YAMLMap;
      const example = model.document.getIn(path.slice(0, place + 1), true);
      fresh.flow = isMap(example) ? example.flow === true : place > 0;
      pair.value = fresh;
    }
    map = pair.value as YAMLMap;
  }
  return map;
}

/** Add a pair without a value behind the one that it stands behind in the other file. */
function insert(map: YAMLMap, path: readonly string[], document: Document, model: Version): Pair {
  const key = path.at(-1)!;
  const pair = document.createPair(key, null);
  const there = path.length === 1 ? model.document.contents : model.document.getIn(path.slice(0, -1), true);
  const order = isMap(there) ? there.items.map(item => keyOf(item as Pair)) : [];
  const before = order.slice(0, Math.max(0, order.indexOf(key))).findLast(name => pairIn(map, name));
  const place = before === undefined ? map.items.length : map.items.indexOf(pairIn(map, before)!) + 1;
  map.items.splice(place, 0, pair);
  return pair;
}

function remove(document: Document, path: readonly string[]): void {
  document.deleteIn(path);
  const block = document.getIn(path.slice(0, -1), true);
  // A block of which nothing is left says nothing.
  if (path.length > 1 && isMap(block) && block.items.length === 0) document.deleteIn(path.slice(0, -1));
}

function pairIn(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(item => keyOf(item as Pair) === key) as Pair | undefined;
}

function keyOf({key}: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** A copy of a value without what was remarked beside it. */
function bare(value: unknown): unknown {
  if (!isNode(value)) return value;
  const copy = value.clone() as Node;
  if (isScalar(copy) || (isCollection(copy) && copy.flow)) copy.comment = null;
  copy.commentBefore = null;
  return copy;
}

/** A value that nobody wrote like this. A list keeps the items, and the remarks beside them, that people did write. */
function nodeOf(
  value: Json,
  found: Pair | undefined,
  document: Document,
  versions: Versions,
  path: readonly string[],
): Node {
  const node = document.createNode(value) as Node;
  if (!isCollection(node)) return node;
  const model = [found?.value, versions.theirs.settings.get(sayPath(path))?.pair.value].find(isCollection);
  node.flow = model ? model.flow === true : true;
  if (isSeq(node)) {
    const written = Object.values({...versions}).flatMap(({settings}) => {
      const seq = settings.get(sayPath(path))?.pair.value;
      return isSeq(seq) ? seq.items.filter(isScalar) : [];
    });
    node.items = node.items.map(item => {
      const same = written.find(other => isScalar(item) && String(other.value) === item.value);
      return same ? same.clone() : item;
    });
  }
  return node;
}

/** What I remarked beside my value stays beside the one that takes its place, unless a reason comes with that. */
function keepRemark(before: unknown, after: unknown): void {
  if (!isNode(before) || !isNode(after) || (isCollection(before) && !before.flow)) return;
  if (isScalar(after) || (isCollection(after) && after.flow)) after.comment = before.comment ?? null;
}

function addReason(pair: Pair, value: unknown, reason: string, parent: YAMLMap, flow: YAMLMap | undefined): void {
  if (parent.flow) {
    const holder = flow ?? parent;
    const known = holder.comment?.trim();
    if (!known?.includes(reason)) holder.comment = known ? ` ${known}; ${reason}` : ` ${reason}`;
  } else if (isScalar(value) || (isCollection(value) && value.flow)) {
    value.comment = ` ${reason}`;
  } else if (isNode(pair.key)) {
    pair.key.commentBefore = ` ${reason}`;
  }
}

/** The outermost map in braces on the way to a setting: comments can only stand behind it. */
function rootFlow(document: Document, path: readonly string[]): YAMLMap | undefined {
  for (let length = 0; length < path.length; length++) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isMap(node) && node.flow) return node;
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
