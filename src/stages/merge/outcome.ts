import type {Json} from '../../engine/value.ts';
import type {Place, Problem} from '../../errors.ts';

/** The three versions of a pipeline file: what both people started from, and what each made of it. */
export type VersionName = 'base' | 'mine' | 'theirs';

/** What a person decided about a setting: whose value to take, or another one. */
export type Decision = {readonly take: VersionName} | {readonly value: Json};

/** Decisions by the path of a setting; one about a block or a map holds for everything in it. */
export type Decisions = {readonly [path: string]: Decision};

/** A change that is in the merged pipeline. A setting that is not written has the value null. */
export type Taken = {
  readonly path: string;
  /** Who made the change; `decision` where somebody decided about it. */
  readonly from: 'mine' | 'theirs' | 'both' | 'decision';
  readonly value: Json;
  readonly before: Json;
  readonly reason: string | null;
};

/** A setting that both changed, each in another way. A setting that is not written has the value null. */
export type Conflict = {
  readonly path: string;
  readonly base: Json;
  readonly mine: Json;
  readonly theirs: Json;
  readonly mine_reason: string | null;
  readonly theirs_reason: string | null;
  /** Where each wrote it; null where it is not written. */
  readonly at: {readonly [V in VersionName]: Place | null};
};

/** Something that is wrong with the merged pipeline. */
export type MergeProblem = Problem & {
  readonly path: string;
  /** Each version alone is right: only both changes together are wrong. */
  readonly together: boolean;
  /** The changes that do not go together, with who made each and where. */
  readonly places: ReadonlyArray<{readonly path: string; readonly from: 'mine' | 'theirs'; readonly at: Place}>;
};

/** What came of a merge. */
export type MergeResult = {
  /** The merged pipeline file; null while there are conflicts. */
  readonly merged: string | null;
  readonly taken: readonly Taken[];
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly MergeProblem[];
};
