import {KnownError} from '../../errors.ts';
import {explainMerge, type MergeNames} from '../../stages/merge/explain-merge.ts';
import {mergePipelines} from '../../stages/merge/merge-pipelines.ts';
import type {Conflict, Decision, Decisions, MergeResult} from '../../stages/merge/outcome.ts';
import {mostTextBytes} from '../../stages/merge/scan-text.ts';
import type {NamedText, Ports} from '../ports.ts';

export {sayValue} from '../../stages/merge/explain-merge.ts';
export type {Conflict, Decision, Decisions, MergeResult} from '../../stages/merge/outcome.ts';

/** Three pipeline files to merge, and what was decided about them. */
export type MergeRequest = {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  /** Where relative paths start. */
  readonly folder: string;
  readonly decisions: Decisions;
  /** Whose value to take wherever nothing else was decided. */
  readonly take?: 'mine' | 'theirs' | undefined;
  readonly force: boolean;
};

/** Asks a person about a conflict. */
export type AskPerson = (conflict: Conflict, number: number, of: number) => Promise<Decision>;

/** What came of a merge, and the same in words, a sentence a line. */
export type MergedFiles = {readonly result: MergeResult; readonly words: readonly string[]};

/**
 * Merge three pipeline files. Conflicts that were not decided are asked about, one by one, where there is somebody to ask.
 *
 * @throws {KnownError} as `mergePipelines` does, and `missing_file` or `too_large` where a file cannot be read.
 */
export async function mergeFiles(
  request: MergeRequest,
  ports: Pick<Ports, 'readText'>,
  ask?: AskPerson,
): Promise<MergedFiles> {
  const read = (name: string): NamedText => ports.readText(name, request.folder, mostTextBytes);
  const texts = {base: read(request.base), mine: read(request.mine), theirs: read(request.theirs)};
  const {force, take} = request;
  let {decisions} = request;
  let result = await mergePipelines(texts, decisions, {force});
  const {conflicts} = result;
  if (conflicts.length > 0 && (take || ask)) {
    for (const [place, conflict] of conflicts.entries()) {
      const decision = take ? {take} : await ask!(conflict, place + 1, conflicts.length);
      decisions = {...decisions, [conflict.path]: decision};
    }
    result = await mergePipelines(texts, decisions, {force});
  }
  return {result, words: explainMerge(result, namesOf(request))};
}

/** What a person writes for a choice on the command line: `training.model=theirs`. */
export function readChoice(written: string): readonly [path: string, decision: Decision] {
  const [path = '', choice = ''] = written.split('=', 2).map(part => part.trim());
  if (path !== '' && (choice === 'mine' || choice === 'theirs' || choice === 'base')) return [path, {take: choice}];
  throw new KnownError('bad_usage', `--choose ${written} decides nothing.`, {
    hint: 'Write --choose block.setting=mine, =theirs or =base. For another value write --set block.setting=value.',
  });
}

/** Another value that a person typed for a setting, as a pipeline file would have it. @throws {KnownError} `bad_usage` */
export async function readTyped(written: string): Promise<Decision> {
  const {readYamlValue} = await import('../../stages/pipeline-file.ts');
  try {
    return {value: readYamlValue(written) as never};
  } catch (error) {
    throw new KnownError('bad_usage', `"${written}" cannot be read as a value.`, {
      hint: 'Write it as in a pipeline file: 5, none, "a word", [a, b] or {C: 1}.',
      cause: error,
    });
  }
}

/**
 * Write a merged file. What the file said before is kept beside it, with `.orig` behind its name.
 *
 * @returns the name of the copy; undefined where there was nothing to keep.
 * @throws {KnownError} `cannot_write`; the file is then as it was.
 */
export function saveMerged(
  name: string,
  text: string,
  folder: string,
  ports: Pick<Ports, 'readText' | 'saveFile'>,
): string | undefined {
  const before = textIfThere(name, folder, ports);
  if (before === text) return undefined;
  const copy = before === undefined ? undefined : `${name}.orig`;
  if (copy !== undefined) ports.saveFile(copy, folder, before!);
  ports.saveFile(name, folder, text);
  return copy;
}

function textIfThere(name: string, folder: string, {readText}: Pick<Ports, 'readText'>): string | undefined {
  try {
    return readText(name, folder).text;
  } catch (error) {
    if (error instanceof KnownError && error.code === 'missing_file') return undefined;
    throw error;
  }
}

function namesOf({theirs}: MergeRequest): MergeNames {
  const file = theirs.split(/[\\/]/).at(-1)!;
  return {mine: 'You', theirs: file.replace(/\.(ya?ml|json)$/i, '')};
}
