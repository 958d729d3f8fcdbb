/**
 * Make the function that hands a node's rows to its two children, in every column's order at once.
 *
 * After `divide(start, middle, end, column)` the places start … middle − 1 of every order hold the rows that stand
 * there in the order of `column`, and each order is still sorted: no child ever sorts again.
 */
export function divider(
  rows: number,
  order: readonly Int32Array[],
): (start: number, middle: number, end: number, column: number) => void {
  const goesLeft = new Uint8Array(rows);
  const spare = new Int32Array(rows);
  return (start, middle, end, column) => {
    const chosen = order[column]!;
    for (let place = start; place < end; place++) goesLeft[chosen[place]!] = place < middle ? 1 : 0;
    for (const sorted of order) if (sorted !== chosen) halve(sorted, start, end, goesLeft, spare);
  };
}

// Both sides are always written and one of them counts: a jump that cannot be foretold costs more than a write.
function halve(sorted: Int32Array, start: number, end: number, goesLeft: Uint8Array, spare: Int32Array): void {
  let left = start;
  let right = 0;
  for (let place = start; place < end; place++) {
    const row = sorted[place]!;
    const step = goesLeft[row]!;
    sorted[left] = row;
    spare[right] = row;
    left += step;
    right += 1 - step;
  }
  for (let place = 0; place < right; place++) sorted[left + place] = spare[place]!;
}
