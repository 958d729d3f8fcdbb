import {byCodePoint, type LevelColumn} from '../../data/table.ts';

/** How often each word comes in a sample; plain data, to be kept with a model. */
export type LevelCounts = {readonly levels: readonly string[]; readonly counts: readonly number[]};

/** Count the words of a column; those that do not occur, and gaps, are left out. */
export function countLevels({codes, levels}: Pick<LevelColumn, 'codes' | 'levels'>): LevelCounts {
  const counts = new Array<number>(levels.length).fill(0);
  for (const code of codes) if (code >= 0) counts[code]!++;
  const present = [...counts.keys()].filter(code => counts[code]! > 0);
  return {levels: present.map(code => levels[code]!), counts: present.map(code => counts[code]!)};
}

/** Two samples counted over the same words, place by place. */
export type AlignedCounts = {
  readonly levels: readonly string[];
  readonly reference: readonly number[];
  readonly current: readonly number[];
};

/** Bring two counts onto the words that either has, by code point. */
export function alignCounts(reference: LevelCounts, current: LevelCounts): AlignedCounts {
  const levels = [...new Set([...reference.levels, ...current.levels])].sort(byCodePoint);
  return {levels, reference: countsFor(levels, reference), current: countsFor(levels, current)};
}

function countsFor(levels: readonly string[], {levels: own, counts}: LevelCounts): readonly number[] {
  const countOf = new Map(own.map((level, place) => [level, counts[place]!]));
  return levels.map(level => countOf.get(level) ?? 0);
}

/** The words of the current sample that the reference never had, with their counts. */
export function newLevels(reference: LevelCounts, current: LevelCounts): LevelCounts {
  const known = new Set(reference.levels);
  const fresh = [...current.levels.keys()].filter(place => !known.has(current.levels[place]!));
  return {levels: fresh.map(place => current.levels[place]!), counts: fresh.map(place => current.counts[place]!)};
}
