/** One cell of a generated file; `null` is a gap. */
export type CellText = string | number | null;

/** Write rows as CSV; generated words need no quotes, and one that does is a bug in the generator. */
export function csvText(header: readonly string[], rows: ReadonlyArray<readonly CellText[]>): string {
  const lines = rows.map(row => {
    const line = row.map(cell => String(cell ?? '')).join(',');
    if (line.split(',').length !== header.length || line.includes('"'))
      throw new Error(`This row needs quotes: ${line}`);
    return line;
  });
  return `${[header.join(','), ...lines].join('\n')}\n`;
}
