/** The known name closest to a mistyped one, or undefined where none is close enough to be meant. */
export function nearestName(wrong: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(wrong.length / 3));
  const ranked = known
    .map(name => ({name, distance: editDistance(wrong.toLowerCase(), name.toLowerCase())}))
    .filter(({distance}) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}

// A longer list in a message helps nobody.
const listed = 20;

/** A hint that names the nearest known word, or lists the known words where none is near and they are few. */
export function suggestName(wrong: string, known: readonly string[]): string {
  const nearest = nearestName(wrong, known);
  if (nearest !== undefined) return `Did you mean \`${nearest}\`?`;
  if (known.length > listed) return 'Check the spelling, or define it.';
  return known.length === 0 ? 'Nothing of this kind is defined yet.' : `Use one of: ${known.join(', ')}.`;
}

/**
 * Count the single-letter edits (insert, delete, replace) that turn one word into another.
 *
 * @see V. I. Levenshtein (1966), Binary codes capable of correcting deletions, insertions and reversals.
 */
export function editDistance(from: string, to: string): number {
  let row = Array.from({length: to.length + 1}, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced));
    }
    row = next;
  }
  return row[to.length]!;
}
