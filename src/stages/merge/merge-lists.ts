import {blocks} from '../blocks.ts';
import {readSetting} from '../read-setting.ts';
import type {BlockId} from '../stage.ts';
import type {Conflict, Decisions, VersionName} from './outcome.ts';
import {sayPath, type Written} from './read-version.ts';

type Lists = {readonly [V in VersionName]: Written | undefined};
type Items = ReadonlyMap<string, string>;
type ListConflict = Pick<Conflict, 'path' | 'base' | 'mine' | 'theirs'>;

/** Two people's lists put together, or the items that they disagree about. */
export type MergedList = {readonly value: readonly string[]; readonly conflicts: readonly ListConflict[]};

/**
 * Put two people's changes to a list together: what either added is in, what either took out is out. The order is mine;
 * what they added stands behind the item it stood behind, because a feature may be made of one before it.
 *
 * An item of `features.create` goes by the name it creates, so that two formulas for one name are a conflict.
 */
export function mergeLists(path: readonly string[], lists: Lists, decisions: Decisions): MergedList {
  const [base, mine, theirs] = [lists.base, lists.mine, lists.theirs].map(list => itemsOf(path, list)) as [
    Items,
    Items,
    Items,
  ];
  const conflicts: ListConflict[] = [];
  const choose = (key: string): string | undefined => {
    const [b, m, t] = [base.get(key), mine.get(key), theirs.get(key)];
    if (m === t || t === b) return m;
    if (m === b) return t;
    const name = sayPath([...path, key]);
    const decision = Object.hasOwn(decisions, name) ? decisions[name]! : undefined;
    if (decision && 'value' in decision) return decision.value === null ? undefined : String(decision.value);
    if (decision) return {base: b, mine: m, theirs: t}[decision.take];
    conflicts.push({path: name, base: b ?? null, mine: m ?? null, theirs: t ?? null});
    return m;
  };
  const keys = [...mine.keys()];
  for (const key of theirs.keys())
    if (!mine.has(key)) insertAfter(keys, key, placeIn(keys, key, [...theirs.keys()], base));
  for (const key of base.keys()) if (!keys.includes(key)) keys.push(key);
  return {value: keys.map(choose).filter(item => item !== undefined), conflicts};
}

/** Behind the nearest item before it that is there, and behind what else was added at that place. */
function placeIn(keys: readonly string[], key: string, order: readonly string[], base: Items): number {
  const before = order.slice(0, order.indexOf(key)).findLast(other => keys.includes(other));
  let place = before === undefined ? 0 : keys.indexOf(before) + 1;
  while (place > 0 && place < keys.length && !base.has(keys[place]!)) place += 1;
  return place;
}

function insertAfter(keys: string[], key: string, place: number): void {
  keys.splice(place, 0, key);
}

/** The items by what they go by. A list that is not written has the items it has by default. */
function itemsOf(path: readonly string[], written: Written | undefined): Items {
  const [block, name] = path;
  const setting = name === undefined ? undefined : blocks[block as BlockId][name];
  const raw = written ? written.value : (setting?.default ?? []);
  const reading = setting ? readSetting(name!, setting, raw) : {value: raw};
  const list: readonly unknown[] = 'value' in reading && Array.isArray(reading.value) ? reading.value : [];
  const isFormula = block === 'features' && name === 'create';
  return new Map(list.map(item => [isFormula ? createdName(String(item)) : String(item), String(item)]));
}

function createdName(formula: string): string {
  return formula.split('=')[0]!.trim();
}
