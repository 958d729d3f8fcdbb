import {KnownError} from '../errors.ts';
import {collectProblems, type ProblemList} from './data-problem.ts';
import {parseExactJson} from './exact-json.ts';
import {findJsonFault, lineAndColumn} from './json-fault.ts';
import {type RawTable, type RawValue, rawFromColumns} from './raw.ts';

type Item = {readonly line: number; readonly value: unknown};
type Flat = {readonly [key: string]: unknown};
type JsonOptions = {readonly limit?: number};

const listKeys = ['data', 'results', 'items', 'rows'] as const;

/**
 * Read JSON into columns of cells: a list of flat objects, such a list under `data`, `results`, `items` or `rows`,
 * or JSON lines (one object per line).
 *
 * Columns come in the order in which their keys are first seen; a key that an object lacks is a gap.
 *
 * @param options.limit - take this many rows at most.
 * @throws {KnownError} `bad_json` if the text is not JSON of one of these shapes, `empty_table` if there is nothing in it.
 */
export function parseJson(text: string, {limit = Number.POSITIVE_INFINITY}: JsonOptions = {}): RawTable {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (source.trim() === '') throw emptyTable('The file is empty.');
  const problems = collectProblems();
  const whole = tryParse(source);
  if ('value' in whole) {
    const list = listIn(whole.value);
    if (list) return rawFromItems(list, limit, problems);
    if (isObject(whole.value)) return rawFromItems([whole.value], limit, problems);
    throw wrongShape(whole.value);
  }
  if (!looksLikeLines(source)) throw notJson(source);
  return rawFromLines(source, limit, problems);
}

/** Put a list of flat objects, such as the pages of an API together, into columns of cells. */
export function rawFromObjects(
  objects: readonly unknown[],
  {limit = Number.POSITIVE_INFINITY}: JsonOptions = {},
): RawTable {
  return rawFromItems(objects, limit, collectProblems());
}

function rawFromItems(list: readonly unknown[], limit: number, problems: ProblemList): RawTable {
  const items = list.map((value, index) => ({line: index + 1, value}));
  return assemble(items, {unit: 'item', limit}, problems);
}

function rawFromLines(source: string, limit: number, problems: ProblemList): RawTable {
  const items: Item[] = [];
  let rows = 0;
  for (const [index, text] of source.split(/\r\n|\n|\r/).entries()) {
    if (rows === limit) break;
    if (text.trim() === '') continue;
    const line = index + 1;
    const parsed = tryParse(text);
    if ('value' in parsed) {
      items.push({line, value: parsed.value});
      rows += isObject(parsed.value) ? 1 : 0;
    } else {
      problems.add({
        line,
        row: text,
        message: `This line is not JSON: ${findJsonFault(text).message}.`,
        rejected: true,
      });
    }
  }
  return assemble(items, {unit: 'line', limit}, problems);
}

type Wanted = {readonly unit: 'line' | 'item'; readonly limit: number};

function assemble(items: readonly Item[], {unit, limit}: Wanted, problems: ProblemList): RawTable {
  let rows = 0;
  const whole = items.filter(item => {
    if (rows === limit) return false;
    if (isObject(item.value)) {
      rows += 1;
      return true;
    }
    const message = `This ${unit} is ${kindOf(item.value)}, not an object with named values.`;
    problems.add({line: item.line, row: textOf(item), message, rejected: true});
    return false;
  });
  const keys = keysOf(whole);
  if (keys.length === 0) throw emptyTable('The file holds no object with values.');
  const columns = keys.map(key => whole.map(item => cellOf(item, key)));
  reportNested(whole, keys, unit, problems);
  const lines = Int32Array.from(whole, item => item.line);
  const raw = rawFromColumns(keys, columns, {unit, lines});
  return {...raw, problems: [...problems.list(), ...raw.problems], rejected: problems.rejected()};
}

function keysOf(items: readonly Item[]): readonly string[] {
  const keys = new Set<string>();
  for (const item of items) for (const key of Object.keys(item.value as Flat)) keys.add(key);
  return [...keys];
}

function textOf(item: Item): string {
  return JSON.stringify(item.value) ?? '';
}

function fieldOf(item: Item, key: string): unknown {
  return Object.hasOwn(item.value as Flat, key) ? (item.value as Flat)[key] : null;
}

function cellOf(item: Item, key: string): RawValue {
  const value = fieldOf(item, key);
  return typeof value === 'object' ? null : (value as RawValue);
}

function reportNested(items: readonly Item[], keys: readonly string[], unit: string, problems: ProblemList): void {
  for (const key of keys) {
    const nested = items.filter(item => {
      const value = fieldOf(item, key);
      return typeof value === 'object' && value !== null;
    });
    const first = nested[0];
    if (!first) continue;
    const count = nested.length === 1 ? `one ${unit}` : `${nested.length} ${unit}s`;
    const message = `\`${key}\` holds a list or an object in ${count}; a table takes single values, so there it is a gap.`;
    problems.add({line: first.line, row: textOf(first), message, rejected: false});
  }
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  const key = listKeys.find(name => Array.isArray(value[name]));
  return key && (value[key] as readonly unknown[]);
}

function tryParse(text: string): {readonly value: unknown} | {readonly error: unknown} {
  try {
    return {value: parseExactJson(text)};
  } catch (error) {
    return {error};
  }
}

function looksLikeLines(source: string): boolean {
  const lines = source.trimStart().split(/[\r\n]+/, 2);
  return lines[0]!.startsWith('{') && lines.map(tryParse).some(parsed => 'value' in parsed && isObject(parsed.value));
}

function isObject(value: unknown): value is Flat {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function emptyTable(message: string): KnownError {
  return new KnownError('empty_table', message, {hint: 'Choose a file with a list of objects in it.'});
}

function wrongShape(value: unknown): KnownError {
  return new KnownError('bad_json', `The file holds ${kindOf(value)}, not a list of objects.`, {
    hint: 'Write the rows as [{"age": 41, "plan": "basic"}, …], or one object per line.',
  });
}

function notJson(source: string): KnownError {
  const {message, position} = findJsonFault(source);
  return new KnownError('bad_json', `The file is not JSON: ${message}.`, {
    hint: 'Correct the file at that place, or choose `ingestion.source: csv` if it is a CSV file.',
    at: position === undefined ? undefined : lineAndColumn(source, position),
  });
}
