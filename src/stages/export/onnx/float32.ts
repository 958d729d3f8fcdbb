const bits = new DataView(new ArrayBuffer(4));

/** The largest single-precision number that is not above a number. */
export function roundDown(value: number): number {
  const rounded = Math.fround(value);
  return rounded <= value ? rounded : neighbour(rounded, -1);
}

/**
 * The number that a person meant by one in single precision: the shortest decimal that rounds to it. A table says 1.55;
 * in single precision that is 1.5499999523, and 1.55 is what the training rows were compared with.
 */
export function meantBy(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const decimal = Number(value.toPrecision(digits));
    if (Math.fround(decimal) === value) return decimal;
  }
  return value;
}

/**
 * The largest single-precision number for which a condition still holds, where it holds up to some number and not
 * beyond; −Infinity where it never holds, Infinity where it always does.
 */
export function largestWhere(holds: (value: number) => boolean): number {
  if (holds(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  let low = rankOf(Number.NEGATIVE_INFINITY);
  let high = rankOf(Number.POSITIVE_INFINITY);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(atRank(middle))) low = middle;
    else high = middle;
  }
  return atRank(low);
}

/** The single-precision number that comes next above or below. */
export function neighbour(value: number, step: 1 | -1): number {
  return atRank(rankOf(value) + step);
}

// The place of a number among all of single precision: their bits rise with them, those of negative numbers fall.
function rankOf(value: number): number {
  bits.setFloat32(0, value);
  const bit = bits.getInt32(0);
  return bit < 0 ? -(bit & 0x7fffffff) : bit;
}

function atRank(rank: number): number {
  bits.setInt32(0, rank < 0 ? -rank | 0x80000000 : rank);
  return bits.getFloat32(0);
}
