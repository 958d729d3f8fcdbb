/** The row numbers by ascending value; rows of equal value keep their order. Gaps are not allowed. */
export function orderOf(values: ArrayLike<number>): Int32Array {
  const order = new Int32Array(values.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  return order.sort((a, b) => values[a]! - values[b]! || a - b);
}
