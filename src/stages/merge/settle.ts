import {canonicalJson, type Json} from '../../engine/value.ts';
import {mergeLists} from './merge-lists.ts';
import type {Conflict, Decision, Decisions, Taken, VersionName} from './outcome.ts';
import {kindOf, sayPath, type Version, type Written} from './read-version.ts';

/** The three versions that are merged. */
export type Versions = {readonly [V in VersionName]: Version};

/** What a setting is to be in the merged file: as a version has it (or has it not), or a value of its own. */
export type Wanted = {readonly as: VersionName} | {readonly value: Json};

/** A setting about which it is clear what becomes of it. */
export type Settled = {readonly path: readonly string[]; readonly wanted: Wanted};

/** What three versions come to, setting by setting. */
export type Settlement = {
  readonly settled: readonly Settled[];
  readonly taken: readonly Taken[];
  readonly conflicts: readonly Conflict[];
};

type Three = {readonly [V in VersionName]: Written | undefined};

/**
 * Go through every setting of three versions: a change by one person is taken, the same change by both as well; where
 * they changed it in different ways, lists are put together and everything else is a conflict, unless it was decided.
 */
export function settle(versions: Versions, decisions: Decisions): Settlement {
  const paths = new Set([versions.mine, versions.theirs, versions.base].flatMap(({settings}) => [...settings.keys()]));
  const all = [...paths].map(name => settleOne(name, versions, decisions));
  const extra = Object.entries(decisions).flatMap(([name, decision]) =>
    'value' in decision && !paths.has(name) ? [addedByDecision(name, decision.value)] : [],
  );
  const parts = [...all, ...extra];
  return {
    settled: parts.flatMap(({settled}) => settled),
    taken: parts.flatMap(({taken}) => taken),
    conflicts: parts.flatMap(({conflicts}) => conflicts),
  };
}

function settleOne(name: string, versions: Versions, decisions: Decisions): Settlement {
  const three: Three = {
    base: versions.base.settings.get(name),
    mine: versions.mine.settings.get(name),
    theirs: versions.theirs.settings.get(name),
  };
  const {path} = (three.mine ?? three.theirs ?? three.base)!;
  const decision = decisionOn(path, decisions);
  if (decision) return decided(path, three, decision);
  const {base, mine, theirs} = three;
  if (isSame(mine, theirs)) return isSame(mine, base) ? as(path, 'mine') : change(path, three, 'mine', 'both');
  if (isSame(theirs, base)) return change(path, three, 'mine', 'mine');
  if (isSame(mine, base)) return change(path, three, 'theirs', 'theirs');
  if (kindOf(path) === 'words') return settleList(path, three, decisions);
  const at = {base: base?.at ?? null, mine: mine?.at ?? null, theirs: theirs?.at ?? null};
  return {settled: [], taken: [], conflicts: [{...conflictOf(name, three), at}]};
}

/** The decision about a setting, or about the map or the block that it is in. */
function decisionOn(path: readonly string[], decisions: Decisions): Decision | undefined {
  for (let length = path.length; length > 0; length--) {
    const name = sayPath(path.slice(0, length));
    const found = Object.hasOwn(decisions, name) ? decisions[name]! : undefined;
    if (found && (length === path.length || 'take' in found)) return found;
  }
  return undefined;
}

function decided(path: readonly string[], three: Three, decision: Decision): Settlement {
  const wanted: Wanted = 'take' in decision ? {as: decision.take} : decision;
  const value = 'as' in wanted ? said(three[wanted.as]) : wanted.value;
  const before = said(three.base);
  const reason = 'as' in wanted ? (three[wanted.as]?.reason ?? null) : null;
  const isChange = canonicalJson(value) !== canonicalJson(before);
  const taken: Taken = {path: sayPath(path), from: 'decision', value, before, reason};
  return {settled: [{path, wanted}], taken: isChange ? [taken] : [], conflicts: []};
}

function addedByDecision(name: string, value: Json): Settlement {
  const taken: Taken = {path: name, from: 'decision', value, before: null, reason: null};
  return {settled: [{path: name.split('.'), wanted: {value}}], taken: [taken], conflicts: []};
}

function change(
  path: readonly string[],
  three: Three,
  whose: 'mine' | 'theirs',
  from: 'mine' | 'theirs' | 'both',
): Settlement {
  const [value, before, reason] = [said(three[whose]), said(three.base), three[whose]?.reason ?? null];
  return {...as(path, whose), taken: [{path: sayPath(path), from, value, before, reason}]};
}

function as(path: readonly string[], whose: VersionName): Settlement {
  return {settled: [{path, wanted: {as: whose}}], taken: [], conflicts: []};
}

function settleList(path: readonly string[], three: Three, decisions: Decisions): Settlement {
  const {value, conflicts} = mergeLists(path, three, decisions);
  const at = {base: three.base?.at ?? null, mine: three.mine?.at ?? null, theirs: three.theirs?.at ?? null};
  if (conflicts.length > 0) {
    const inList = conflicts.map(found => ({...conflictOf(found.path, three), ...found, at}));
    return {settled: [], taken: [], conflicts: inList};
  }
  const before = said(three.base);
  return {
    settled: [{path, wanted: {value}}],
    taken: [{path: sayPath(path), from: 'both', value, before, reason: null}],
    conflicts: [],
  };
}

function conflictOf(path: string, {base, mine, theirs}: Three): Omit<Conflict, 'at'> {
  return {
    path,
    base: said(base),
    mine: said(mine),
    theirs: said(theirs),
    mine_reason: mine?.reason ?? null,
    theirs_reason: theirs?.reason ?? null,
  };
}

function isSame(a: Written | undefined, b: Written | undefined): boolean {
  return a?.key === b?.key;
}

function said(written: Written | undefined): Json {
  return written?.value ?? null;
}
