/**
 * The number of entries whose distance from a value is at most the radius, or below it where `closed` is false.
 *
 * @param sorted - numbers, smallest first. Distances are taken by subtraction, as everywhere here, so that a neighbour
 *   at exactly the radius is never lost to rounding.
 */
export function countAround(sorted: Float64Array, value: number, radius: number, closed: boolean): number {
  let start = 0;
  for (let high = sorted.length; start < high; ) {
    const middle = (start + high) >> 1;
    const distance = value - sorted[middle]!;
    if (distance > radius || (!closed && distance === radius)) start = middle + 1;
    else high = middle;
  }
  let end = start;
  for (let high = sorted.length; end < high; ) {
    const middle = (end + high) >> 1;
    const distance = sorted[middle]! - value;
    if (distance < radius || (closed && distance === radius)) end = middle + 1;
    else high = middle;
  }
  return end - start;
}

/** The distance from one entry to the k-th nearest other one. @param sorted - more than k numbers, smallest first. */
export function neighbourDistance(sorted: Float64Array, place: number, k: number): number {
  const value = sorted[place]!;
  let left = place - 1;
  let right = place + 1;
  let distance = 0;
  for (let found = 0; found < k; found++) {
    const below = left >= 0 ? value - sorted[left]! : Number.POSITIVE_INFINITY;
    const above = right < sorted.length ? sorted[right]! - value : Number.POSITIVE_INFINITY;
    distance = Math.min(below, above);
    if (below <= above) left--;
    else right++;
  }
  return distance;
}

/**
 * For every row the distance to its k-th nearest other row, and the number of other rows that are no farther: k, or more
 * where several are just as far. Where the distance is 0 it is the number of equal rows, the row itself included.
 */
export type PlaneNeighbours = {readonly radius: Float64Array; readonly count: Int32Array};

/**
 * Find the k-th nearest neighbour of every point of the plane, where the distance is the larger of |Δa| and |Δb|.
 *
 * The points are walked outwards along `a` until no nearer one can come, so `a` should be the side with more distinct
 * values: about √(k·n) points are looked at for each of n.
 *
 * @param a - n numbers, more than k. @param b - n numbers.
 */
export function planeNeighbours(a: Float64Array, b: Float64Array, k: number): PlaneNeighbours {
  const order = Int32Array.from(a.keys()).sort((one, other) => a[one]! - a[other]! || b[one]! - b[other]!);
  const along = Float64Array.from(order, row => a[row]!);
  const across = Float64Array.from(order, row => b[row]!);
  const equals = countEquals(along, across);
  const radius = new Float64Array(a.length);
  const count = new Int32Array(a.length);
  const nearest = new Float64Array(k);
  order.forEach((row, place) => {
    const reach = planeDistance(along, across, place, nearest);
    radius[row] = reach;
    count[row] = reach > 0 ? countInPlane(along, across, place, reach) : equals[place]!;
  });
  return {radius, count};
}

// One side first, then the other: the farthest of the nearest found so far ends both walks.
function planeDistance(along: Float64Array, across: Float64Array, place: number, nearest: Float64Array): number {
  const [x, y, last] = [along[place]!, across[place]!, nearest.length - 1];
  nearest.fill(Number.POSITIVE_INFINITY);
  for (let other = place - 1; other >= 0 && x - along[other]! < nearest[last]!; other--) {
    const distance = Math.max(x - along[other]!, Math.abs(across[other]! - y));
    if (distance < nearest[last]!) insert(nearest, distance);
  }
  for (let other = place + 1; other < along.length && along[other]! - x < nearest[last]!; other++) {
    const distance = Math.max(along[other]! - x, Math.abs(across[other]! - y));
    if (distance < nearest[last]!) insert(nearest, distance);
  }
  return nearest[last]!;
}

function countInPlane(along: Float64Array, across: Float64Array, place: number, radius: number): number {
  let count = 0;
  for (let other = place - 1; other >= 0 && along[place]! - along[other]! <= radius; other--) {
    if (Math.abs(across[other]! - across[place]!) <= radius) count++;
  }
  for (let other = place + 1; other < along.length && along[other]! - along[place]! <= radius; other++) {
    if (Math.abs(across[other]! - across[place]!) <= radius) count++;
  }
  return count;
}

// Put a distance among the nearest ones, which stay sorted; the farthest falls off.
function insert(nearest: Float64Array, distance: number): void {
  let slot = nearest.length - 1;
  for (; slot > 0 && nearest[slot - 1]! > distance; slot--) nearest[slot] = nearest[slot - 1]!;
  nearest[slot] = distance;
}

// For every place of points sorted by both sides the number of points equal in both, itself included.
function countEquals(along: Float64Array, across: Float64Array): Int32Array {
  const equals = new Int32Array(along.length);
  for (let start = 0; start < along.length; ) {
    let end = start + 1;
    while (end < along.length && along[end] === along[start] && across[end] === across[start]) end++;
    equals.fill(end - start, start, end);
    start = end;
  }
  return equals;
}
