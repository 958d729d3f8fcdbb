/** Count the different numbers of a column; gaps do not count. Faster than sorting, which large tables feel. */
export function countDistinct(values: Float64Array): number {
  const size = 2 ** Math.ceil(Math.log2(2 * values.length + 1));
  // An open hash table in which NaN says empty.
  const slots = new Float64Array(size).fill(Number.NaN);
  const number = new Float64Array(1);
  const halves = new Int32Array(number.buffer);
  let distinct = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    // −0 equals 0, so both must have one hash.
    number[0] = value + 0;
    let slot = mix(halves[0]!, halves[1]!) & (size - 1);
    while (slots[slot] !== value && !Number.isNaN(slots[slot])) slot = (slot + 1) & (size - 1);
    if (slots[slot] === value) continue;
    slots[slot] = value;
    distinct += 1;
  }
  return distinct;
}

// The last steps of murmur3: neighbouring numbers land far apart.
function mix(low: number, high: number): number {
  const once = Math.imul(low, 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35);
  const twice = Math.imul(once ^ (once >>> 15), 0x2c1b3c6d);
  return twice ^ (twice >>> 13);
}
