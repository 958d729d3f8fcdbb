import {wrapWords} from '../charts/text.ts';

/**
 * Columns of text under one another; the last column wraps to the width, the others keep theirs.
 *
 * @param align - `right` for a column of numbers.
 */
export function formatColumns(
  header: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  width: number,
  align: ReadonlyArray<'left' | 'right'> = [],
): string {
  const all = [header, ...rows];
  const last = header.length - 1;
  const widths = header.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0)));
  const indent = widths.slice(0, last).reduce((sum, size) => sum + size + 2, 0);
  const room = Math.max(20, width - indent);
  const pad = (text: string, column: number) =>
    align[column] === 'right' ? text.padStart(widths[column]!) : text.padEnd(widths[column]!);
  const lines = all.flatMap(row => {
    const head = row
      .slice(0, last)
      .map((text, column) => `${pad(text, column)}  `)
      .join('');
    const text = row[last] ?? '';
    const wrapped = align[last] === 'right' ? [pad(text, last)] : wrapWords(text, room);
    return wrapped.map((line, index) => (index === 0 ? head : ' '.repeat(indent)) + line);
  });
  return lines.map(line => line.trimEnd()).join('\n');
}
