import {type Column, isNumeric, type Table} from './table.ts';

/**
 * Find for every row the first row that is equal to it, cell by cell; a gap equals a gap.
 *
 * @returns one row number per row: its own where no earlier row is equal.
 */
export function firstEqualRows(table: Table): Int32Array {
  const hashes = hashRows(table);
  const size = 2 ** Math.ceil(Math.log2(2 * table.rows + 1));
  // An open hash table: each slot holds a row + 1, so that 0 says empty.
  const slots = new Int32Array(size);
  const first = new Int32Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    let slot = hashes[row]! & (size - 1);
    while (slots[slot] !== 0 && !isSameRow(table, slots[slot]! - 1, row, hashes)) slot = (slot + 1) & (size - 1);
    if (slots[slot] === 0) slots[slot] = row + 1;
    first[row] = slots[slot]! - 1;
  }
  return first;
}

/** Find the rows that repeat an earlier row. */
export function duplicateRows(table: Table): Int32Array {
  const first = firstEqualRows(table);
  return Int32Array.from(first.keys()).filter(row => first[row] !== row);
}

function isSameRow(table: Table, a: number, b: number, hashes: Int32Array): boolean {
  return hashes[a] === hashes[b] && table.columns.every(column => isSameCell(column, a, b));
}

function isSameCell(column: Column, a: number, b: number): boolean {
  if (!isNumeric(column)) return column.codes[a] === column.codes[b];
  const [left, right] = [column.values[a]!, column.values[b]!];
  return left === right || (Number.isNaN(left) && Number.isNaN(right));
}

/** One 32-bit number per row (FNV-1a over the bits of its cells, then murmur3's last mix); equal rows have equal ones. */
function hashRows(table: Table): Int32Array {
  const hashes = new Int32Array(table.rows).fill(0x811c9dc5);
  const prime = 0x01000193;
  const number = new Float64Array(1);
  const halves = new Int32Array(number.buffer);
  for (const column of table.columns) {
    for (let row = 0; row < table.rows; row++) {
      if (!isNumeric(column)) hashes[row] = Math.imul(hashes[row]! ^ column.codes[row]!, prime);
      else {
        // −0 equals 0, and there is one NaN, so both must have one hash.
        const value = column.values[row]!;
        number[0] = Number.isNaN(value) ? Number.NaN : value + 0;
        hashes[row] = Math.imul(Math.imul(hashes[row]! ^ halves[0]!, prime) ^ halves[1]!, prime);
      }
    }
  }
  return hashes.map(hash => {
    const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return once ^ (once >>> 13);
  });
}
