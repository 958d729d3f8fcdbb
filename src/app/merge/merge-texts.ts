import {explainMerge, type MergeNames} from '../../stages/merge/explain-merge.ts';
import {type MergeTexts, mergePipelines} from '../../stages/merge/merge-pipelines.ts';
import type {Decisions, MergeResult} from '../../stages/merge/outcome.ts';

/** Three versions of a pipeline file as text, and what was decided about them. */
export type MergeTextsRequest = MergeTexts & {
  /** Decisions by the path of a setting: `{'training.model': {take: 'theirs'}}` or `{'training.model': {value: 'knn'}}`. */
  readonly decisions?: Decisions;
  /** Whose value to take wherever nothing else was decided. */
  readonly take?: 'mine' | 'theirs';
  /** Merge versions that do not seem to come from the same file as well. */
  readonly force?: boolean;
  /** What to call the two people in words. */
  readonly names?: MergeNames;
};

/** What came of a merge, as plain data, and the same in words, a sentence each. */
export type MergedTexts = MergeResult & {readonly words: readonly string[]};

/**
 * Merge two people's changes to a pipeline file. Where a setting is in conflict, `merged` is null and `conflicts` says what
 * each wants and why; call it again with a decision for each.
 *
 * @throws {KnownError} `bad_pipeline` where a version cannot be read, `bad_usage` where they do not belong together or a
 * decision is about nothing.
 */
export async function mergeTexts(request: MergeTextsRequest): Promise<MergedTexts> {
  const {base, mine, theirs, decisions = {}, take, force = false, names = {mine: 'You', theirs: 'They'}} = request;
  const texts = {base, mine, theirs};
  const first = await mergePipelines(texts, decisions, {force});
  const result =
    take && first.conflicts.length > 0 ? await mergePipelines(texts, all(take, first, decisions), {force}) : first;
  return {...result, words: explainMerge(result, names)};
}

function all(take: 'mine' | 'theirs', {conflicts}: MergeResult, decisions: Decisions): Decisions {
  return {...decisions, ...Object.fromEntries(conflicts.map(({path}) => [path, {take}]))};
}
