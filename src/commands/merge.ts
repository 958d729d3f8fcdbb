import type {Decisions, MergedFiles} from '../app/merge/merge-files.ts';
import {KnownError} from '../errors.ts';
import type {Command, CommandContext, CommandInput} from './command.ts';

/** Merge two people's changes to a pipeline file. */
export const mergeCommand: Command = {
  name: 'merge',
  words: '<base> <mine> <theirs>',
  summary: "merge two people's changes to a pipeline file, setting by setting",
  options: [
    ['--out <file>', 'write to a file instead of the screen; what it said before is kept as FILE.orig'],
    ['--take <whose>', 'where both changed a setting in different ways: take mine or theirs'],
    ['--choose <block.setting=whose...>', 'decide about one setting, such as training.model=theirs'],
    ['--set <block.setting=value...>', 'decide for another value, such as training.model=knn'],
    ['--force', 'merge files that do not come from the same one, and write a result that has problems'],
  ],
  async run(input, context) {
    const [{mergeFiles}, {askAtTerminal}] = await Promise.all([
      import('../app/merge/merge-files.ts'),
      import('./merge-ask.ts'),
    ]);
    const [base, mine, theirs] = input.words as readonly [string, string, string];
    const request = {
      ...{base, mine, theirs},
      folder: context.folder,
      decisions: await readDecisions(input),
      take: readTake(input.options.take),
      force: input.options.force === true,
    };
    return tell(await mergeFiles(request, await context.ports(), askAtTerminal(context)), input, context);
  },
};

/** Write what came of it, or say what has to be decided. @returns the exit code. */
async function tell({result, words}: MergedFiles, {options}: CommandInput, context: CommandContext): Promise<number> {
  const {merged, conflicts, problems} = result;
  const isGood = merged !== null && (problems.length === 0 || options.force === true);
  if (isGood && options.out !== undefined) await write(merged, options.out as string, context);
  if (context.json) context.print(JSON.stringify(result));
  else if (conflicts.length > 0) context.note((await import('./merge-text.ts')).formatOpen(conflicts, context));
  else {
    for (const line of words) context.note(line);
    if (!isGood) context.note('The merged pipeline is not right, so nothing was written.');
    else if (options.out === undefined) context.print(merged.replace(/\n$/, ''));
  }
  return conflicts.length > 0 || problems.length > 0 ? 4 : 0;
}

async function write(merged: string, out: string, context: CommandContext): Promise<void> {
  const {saveMerged} = await import('../app/merge/merge-files.ts');
  const copy = saveMerged(out, merged, context.folder, await context.ports());
  context.note(`Written to ${out}.${copy === undefined ? '' : ` What it said before is in ${copy}.`}`);
}

async function readDecisions({options}: CommandInput): Promise<Decisions> {
  const {readChoice, readTyped} = await import('../app/merge/merge-files.ts');
  const choices = ((options.choose ?? []) as readonly string[]).map(readChoice);
  const values = ((options.set ?? []) as readonly string[]).map(async written => {
    const equals = written.indexOf('=');
    if (equals > 0) return [written.slice(0, equals).trim(), await readTyped(written.slice(equals + 1))] as const;
    throw new KnownError('bad_usage', `--set ${written} sets nothing.`, {
      hint: 'Write --set block.setting=value, such as --set training.model=knn.',
    });
  });
  return Object.fromEntries([...choices, ...(await Promise.all(values))]);
}

function readTake(take: unknown): 'mine' | 'theirs' | undefined {
  if (take === undefined || take === 'mine' || take === 'theirs') return take;
  throw new KnownError('bad_usage', `--take cannot be "${String(take)}".`, {hint: 'Allowed: mine, theirs.'});
}
