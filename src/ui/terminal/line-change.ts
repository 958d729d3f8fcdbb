const esc = '\u001B';
const sgrOrCharacter = new RegExp(`${esc}\\[[\\d;]*m|[^${esc}]`, 'gu');
// Characters of one cell each: Latin, Greek, arrows, boxes, blocks, braille and the like. Everything else may be wide or join.
const narrow = new RegExp(
  `^(?:[\u0020-\u02FF\u0370-\u03FF\u2010-\u2027\u2030-\u205E\u2190-\u23FF\u2460-\u25FC\u25FF-\u2613\u2616-\u2647\u2654-\u267E\u2680-\u2692\u2711-\u2718\u2758-\u2775\u2800-\u28FF]|${esc}\\[[\\d;]*m)*$`,
  'u',
);

/** One cell of a line: its character and the codes of the styles it stands in. */
type Cell = {readonly text: string; readonly styles: string};

/**
 * What a terminal has to be sent to turn one line of the screen into another: only the cells from the first that differs to
 * the last, where every character is one cell wide; otherwise the whole line.
 *
 * @param row - the row of the line, from 0.
 * @param columns - the width of the terminal.
 */
export function lineChange(before: string, after: string, row: number, columns: number): string {
  // Erase first: erasing after a line that fills the width would take its last cell away.
  const whole = `${esc}[${row + 1};1H${esc}[K${after}`;
  if (!narrow.test(before) || !narrow.test(after)) return whole;
  const [old, next] = [cellsOf(before), cellsOf(after)];
  // Of a line that was too long, as one may be between two sizes, the terminal shows other cells than its first.
  if (old.length > columns || next.length > columns) return whole;
  const first = firstDifference(old, next);
  const isSameLength = old.length === next.length;
  const kept = isSameLength ? commonEnd(old, next, first) : 0;
  const place = `${esc}[${row + 1};${first + 1}H`;
  return place + (isSameLength ? '' : `${esc}[K`) + paint(next.slice(first, next.length - kept));
}

function cellsOf(line: string): readonly Cell[] {
  const active = new Map<string, string>();
  let styles = '';
  const cells: Cell[] = [];
  for (const [part] of line.matchAll(sgrOrCharacter)) {
    if (!part.startsWith(esc)) cells.push({text: part, styles});
    else styles = withStyle(active, part);
  }
  return cells;
}

/** Which style a code sets or ends, by its first number; a code that ends one is named by the style it ends. */
const kinds: ReadonlyArray<readonly [kind: string, sets: RegExp, ends: string]> = [
  ['color', /^(?:3[0-8]|9[0-7])$/, '39'],
  ['background', /^(?:4[0-8]|10[0-7])$/, '49'],
  ['weight', /^[12]$/, '22'],
  ['italic', /^3$/, '23'],
  ['underline', /^4$/, '24'],
  ['inverse', /^7$/, '27'],
  ['strike', /^9$/, '29'],
];

function withStyle(active: Map<string, string>, code: string): string {
  const [number = ''] = code.slice(2, -1).split(';');
  if (number === '' || number === '0') active.clear();
  for (const [kind, sets, ends] of kinds) {
    if (number === ends) active.delete(kind);
    else if (sets.test(number)) active.set(kind, code);
  }
  return [...active.values()].join('');
}

function firstDifference(old: readonly Cell[], next: readonly Cell[]): number {
  const at = next.findIndex((cell, index) => !isSame(cell, old[index]));
  return at < 0 ? next.length : at;
}

function commonEnd(old: readonly Cell[], next: readonly Cell[], first: number): number {
  let kept = 0;
  while (kept < next.length - first && isSame(next[next.length - 1 - kept]!, old[old.length - 1 - kept])) kept++;
  return kept;
}

function isSame(a: Cell, b: Cell | undefined): boolean {
  return b !== undefined && a.text === b.text && a.styles === b.styles;
}

function paint(cells: readonly Cell[]): string {
  let styles = '';
  let text = '';
  for (const cell of cells) {
    if (cell.styles !== styles) text += `${styles === '' ? '' : `${esc}[m`}${cell.styles}`;
    styles = cell.styles;
    text += cell.text;
  }
  return styles === '' ? text : `${text}${esc}[m`;
}
