import {nearest} from '../../data/nearest.ts';
import {KnownError} from '../../errors.ts';
import {applySettled} from './apply-settled.ts';
import {checkMerged} from './check-merged.ts';
import type {Decisions, MergeResult} from './outcome.ts';
import {readVersion} from './read-version.ts';
import {requireRelated} from './related.ts';
import type {PipelineText} from './scan-text.ts';
import {settle, type Versions} from './settle.ts';

/** A pipeline file in three versions. */
export type MergeTexts = {readonly base: PipelineText; readonly mine: PipelineText; readonly theirs: PipelineText};

export type MergeOptions = {
  /** Merge files that do not seem to come from the same one as well. */
  readonly force?: boolean;
};

/**
 * Merge two people's changes to a pipeline file, by setting and not by line.
 *
 * What is decided is not asked again: call it once without decisions, and again with one for each conflict.
 *
 * @throws {KnownError} `bad_pipeline` where a version cannot be read, `bad_usage` where they do not belong together or a
 * decision is about nothing.
 */
export async function mergePipelines(
  texts: MergeTexts,
  decisions: Decisions = {},
  {force = false}: MergeOptions = {},
): Promise<MergeResult> {
  const versions: Versions = {
    base: readVersion(texts.base),
    mine: readVersion(texts.mine),
    theirs: readVersion(texts.theirs),
  };
  if (!force) requireRelated(versions);
  const {settled, taken, conflicts} = settle(versions, decisions);
  requireKnown(
    decisions,
    versions,
    conflicts.map(({path}) => path),
  );
  if (conflicts.length > 0) return {merged: null, taken, conflicts, problems: []};
  const merged = applySettled(versions, settled);
  return {merged, taken, conflicts, problems: await checkMerged(merged, 'the merged file', versions, taken)};
}

/** A decision whose path is mistyped would go unnoticed. */
function requireKnown(decisions: Decisions, {base, mine, theirs}: Versions, conflicts: readonly string[]): void {
  const paths = [...new Set([base, mine, theirs].flatMap(({settings}) => [...settings.keys()]))];
  for (const [name, decision] of Object.entries(decisions)) {
    const isFound = [...paths, ...conflicts].some(path => path === name || path.startsWith(`${name}.`));
    // An item of a list is decided about by its name: `features.create.ratio`.
    const isItem = paths.some(path => name.startsWith(`${path}.`));
    if (isFound || isItem || 'value' in decision) continue;
    const guess = nearest(name, paths);
    throw new KnownError('bad_usage', `None of the three files has a setting \`${name}\`.`, {
      hint: `${guess ? `Did you mean ${guess}? ` : ''}They have ${paths.join(', ')}.`,
    });
  }
}
