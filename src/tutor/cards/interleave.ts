/**
 * Order items so that no more than two in a row come from one group, as far as the groups allow.
 *
 * Otherwise the given order is kept: the first item that may come next comes next.
 *
 * @see Rohrer (2012), Interleaving helps students distinguish among similar concepts.
 */
export function interleave<T>(items: readonly T[], groupOf: (item: T) => string): readonly T[] {
  const left = [...items];
  const ordered: T[] = [];
  while (left.length > 0) {
    const blocked = repeatedGroup(ordered.slice(-2).map(groupOf));
    const crowded = crowdedGroup(left.map(groupOf));
    const wanted = crowded !== undefined && crowded !== blocked ? crowded : undefined;
    const index = left.findIndex(item => (wanted === undefined ? groupOf(item) !== blocked : groupOf(item) === wanted));
    ordered.push(...left.splice(Math.max(0, index), 1));
  }
  return ordered;
}

function repeatedGroup([first, second]: readonly string[]): string | undefined {
  return first !== undefined && first === second ? first : undefined;
}

/** The group that must come now, because two for each item of the others would not use it up. */
function crowdedGroup(groups: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  const [largest] = [...counts].sort((a, b) => b[1] - a[1]);
  return largest !== undefined && largest[1] >= 2 * (groups.length - largest[1]) ? largest[0] : undefined;
}
