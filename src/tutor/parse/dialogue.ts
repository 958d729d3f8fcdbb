import type {Block, Inline} from './block.ts';

const label = /^(?<speaker>[^():]+?)(?:\s*\((?<role>[^)]+)\))?:$/u;

/** Read a paragraph that begins with a bold name, such as `**Mara (teacher):** …`, as a turn; others stay as they are. */
export function readTurn(block: Block): Block {
  if (block.kind !== 'paragraph') return block;
  const [first, ...rest] = block.inlines;
  const groups = first?.kind === 'bold' ? label.exec(first.text)?.groups : undefined;
  if (groups === undefined) return block;
  return {
    kind: 'turn',
    line: block.line,
    speaker: groups.speaker!,
    role: groups.role ?? null,
    inlines: trimStart(rest),
  };
}

function trimStart(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inlines;
  return first?.kind === 'text' ? [{...first, text: first.text.trimStart()}, ...rest] : inlines;
}
