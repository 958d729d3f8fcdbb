import {isMap, isPair, isScalar, LineCounter, type Pair, parse, parseDocument} from 'yaml';
import type {Place, Problem} from '../errors.ts';
import {type Locate, readSpec, type SpecReading} from './read-spec.ts';

type Document = ReturnType<typeof parseDocument>;

/**
 * Read a pipeline file, YAML or JSON. Every problem is reported at once, each with its line and column.
 *
 * @param file - its name, for messages only.
 * @param change - what a command line changes in it before it is checked.
 */
export async function readPipelineFile(
  source: string,
  file: string,
  change: (raw: Record<string, unknown>) => Promise<void> = async () => {},
): Promise<SpecReading> {
  const lines = new LineCounter();
  const document = parseDocument(source, {lineCounter: lines, prettyErrors: false});
  const place = (offset: number): Place => {
    const {line, col} = lines.linePos(offset);
    return {file, line, column: col};
  };
  const syntax: Problem[] = document.errors.map(error => ({
    message: `This is not valid YAML: ${firstSentence(error.message)}`,
    hint: 'Check the indentation, the colons and the quotes on this line.',
    at: place(error.pos[0]),
  }));
  if (syntax.length > 0) return {...readSpec({}), problems: syntax};
  const raw: unknown = document.toJS({maxAliasCount: 20}) ?? {};
  if (isMap(document.contents)) await change(raw as Record<string, unknown>);
  return readSpec(raw, locator(document, place));
}

/** Read one value as a pipeline file would: `5`, `none`, `[a, b]`, `{C: 1}`. */
export function readYamlValue(source: string): unknown {
  return parse(source);
}

function locator(document: Document, place: (offset: number) => Place): Locate {
  return (path, part) => {
    const pair = findPair(document, path);
    // What a command line added has no place in the file.
    if (!pair) return path.length === 0 ? place(0) : {name: path.join('.')};
    const node = part === 'key' ? pair.key : (pair.value ?? pair.key);
    const range = node && typeof node === 'object' && 'range' in node ? (node.range as readonly number[] | null) : null;
    return place(range?.[0] ?? 0);
  };
}

function findPair(document: Document, path: readonly string[]): Pair | undefined {
  let node: unknown = document.contents;
  let found: Pair | undefined;
  for (const key of path) {
    if (!isMap(node)) return undefined;
    const pair = node.items.find(item => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
    if (!pair) return undefined;
    found = pair as Pair;
    node = pair.value;
  }
  return found;
}

function firstSentence(message: string): string {
  return `${message.split('\n')[0]!.replace(/\.$/, '')}.`;
}
