import type {Json} from '../../engine/value.ts';
import type {Conflict, MergeProblem, MergeResult, Taken} from './outcome.ts';

/** What to call the two people: `You` and `Ilir`. */
export type MergeNames = {readonly mine: string; readonly theirs: string};

/**
 * A merge in words: who changed what, what both wanted, and what has to be decided.
 *
 * @returns one sentence a line.
 */
export function explainMerge({taken, conflicts, problems}: MergeResult, names: MergeNames): readonly string[] {
  return [
    ...(taken.length + conflicts.length === 0 ? ['Nobody changed anything.'] : sayTaken(taken, names)),
    ...conflicts.map(conflict => sayConflict(conflict, names)),
    ...problems.map(problem => sayProblem(problem, names)),
  ];
}

/** What two people disagree about, in one sentence each for what it was and what each wants, with reasons. */
export function sayConflict({path, base, mine, theirs, ...why}: Conflict, names: MergeNames): string {
  const mineWords = sayWish(names.mine, mine, why.mine_reason);
  const theirWords = sayWish(names.theirs, theirs, why.theirs_reason);
  return `Both changed ${path}, which ${base === null ? 'was not set' : `was ${sayValue(base)}`}. ${mineWords}. ${theirWords}.`;
}

/** A value as a pipeline file writes it. */
export function sayValue(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(sayValue).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as {readonly [key: string]: Json});
    return `{${entries.map(([key, item]) => `${key}: ${sayValue(item)}`).join(', ')}}`;
  }
  return value === null ? 'none' : String(value).replace(/\p{Cc}+/gu, ' ');
}

function sayTaken(taken: readonly Taken[], {mine, theirs}: MergeNames): readonly string[] {
  const by = (from: Taken['from']) => taken.filter(change => change.from === from).map(sayChange);
  const groups: ReadonlyArray<readonly [string, readonly string[]]> = [
    [mine, by('mine')],
    [theirs, by('theirs')],
    ['Both together', by('both')],
  ];
  const said = groups.flatMap(([who, changes]) => (changes.length > 0 ? [`${who} ${joinWords(changes)}`] : []));
  const kept = said.length < 2 ? '' : `; ${said.length === 2 ? 'both' : 'all'} kept`;
  const decided = taken.filter(({from}) => from === 'decision').map(sayDecided);
  return [
    ...(said.length > 0 ? [`${said.join('; ')}${kept}.`] : []),
    ...(decided.length > 0 ? [`It was decided that ${joinWords(decided)}.`] : []),
  ];
}

function sayChange({path, value, before}: Taken): string {
  if (value === null) return `took ${path} out`;
  return before === null ? `set ${path} to ${sayValue(value)}` : `changed ${path} to ${sayValue(value)}`;
}

function sayDecided({path, value}: Taken): string {
  return value === null ? `${path} is not set` : `${path} is ${sayValue(value)}`;
}

function sayWish(who: string, value: Json, reason: string | null): string {
  const wish = value === null ? 'took it out' : `wants ${sayValue(value)}`;
  return `${who} ${who === 'You' ? wish.replace('wants', 'want') : wish}${reason === null ? '' : ` (${reason.replace(/\p{Cc}+/gu, ' ')})`}`;
}

function sayProblem({message, hint, together, places}: MergeProblem, names: MergeNames): string {
  if (!together) return `${message} ${hint}`;
  const list = places.map(({path, from, at}) => `${path} (${names[from]}, ${at.file}, line ${at.line})`);
  return `Each version alone is right, but not both together: ${message} It is about ${joinWords(list)}. ${hint}`;
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
