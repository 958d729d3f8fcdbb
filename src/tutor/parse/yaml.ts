import type {Node, YAMLError} from 'yaml';
import {isMap, isScalar, LineCounter, parseDocument} from 'yaml';
import type {Place, Problem} from '../../errors.ts';
import type {Schema} from '../schema/build.ts';
import {readValue} from './read-value.ts';
import type {Locate, Reading, SourceFile, ValuePath} from './source.ts';

/** Read a YAML text by its schema; `firstLine` is the line of the file it begins on. */
export function readYaml<T>({path: file, text}: SourceFile, schema: Schema<T>, firstLine = 1): Reading<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {lineCounter, prettyErrors: false});
  const placeAt = (offset: number): Place => {
    const {line, col} = lineCounter.linePos(offset);
    return {file, line: line + firstLine - 1, column: col};
  };
  if (document.errors.length > 0) {
    return {value: undefined, problems: document.errors.map(error => syntaxProblem(error, placeAt(error.pos[0])))};
  }
  const nodeAt = (path: ValuePath) =>
    (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | null;
  const locate: Locate = (path, {key, offset = 0} = {}) => {
    const node = nodeAt(path);
    return placeAt(key === undefined ? textStart(node, offset, text) : keyStart(node, key));
  };
  return readValue(document.toJS(), schema, locate);
}

function syntaxProblem(error: YAMLError, at: Place): Problem {
  const message = error.message.split('\n')[0]!.replace(/[.:]$/u, '');
  return {
    message: `This is not YAML: ${message}.`,
    hint: 'Check the indentation; put quotes around text that holds `: `, ` #` or begins with `{`, `[`, `*`, `&` or `>`.',
    at,
  };
}

function keyStart(node: Node | null, key: string): number {
  if (!isMap(node)) return node?.range?.[0] ?? 0;
  const found = node.items.find(item => isScalar(item.key) && String(item.key.value) === key);
  return (found?.key as Node | undefined)?.range?.[0] ?? node.range?.[0] ?? 0;
}

/** Where the character `offset` of a scalar's value stands in the file; a folded block is placed at its line. */
function textStart(node: Node | null, offset: number, source: string): number {
  const start = node?.range?.[0] ?? 0;
  if (!isScalar(node) || offset === 0) return start;
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') return start + 1 + offset;
  if (node.type !== 'BLOCK_LITERAL') return node.type === 'PLAIN' ? start + offset : start;
  return blockStart(String(node.value), offset, source, start);
}

function blockStart(value: string, offset: number, source: string, start: number): number {
  const before = value.slice(0, offset).split('\n');
  let lineStart = start;
  for (let line = 0; line < before.length; line++) lineStart = source.indexOf('\n', lineStart) + 1;
  const indent = source.slice(lineStart).search(/\S/u);
  return lineStart + indent + before.at(-1)!.length;
}
