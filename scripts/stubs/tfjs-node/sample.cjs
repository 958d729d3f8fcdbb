/** What danfojs-node's `sample` needs of `tf.data`: a seeded shuffle, and the first n. */

function dataArray(items) {
  return {
    shuffle(_bufferSize, seed) {
      const next = mulberry32(hash(String(seed)));
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = Math.floor(next() * (last + 1));
        [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
      }
      return dataArray(shuffled);
    },
    take: count => dataArray(items.slice(0, count)),
    toArray: async () => [...items],
  };
}

/** FNV-1a. */
function hash(text) {
  return [...text].reduce((hashed, letter) => Math.imul(hashed ^ letter.codePointAt(0), 16777619), 2166136261) >>> 0;
}

/** Numbers in [0, 1) from a 32-bit seed. @see Tommy Ettinger, mulberry32 */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

module.exports = {dataArray};
