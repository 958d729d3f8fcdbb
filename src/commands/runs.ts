import type {GarbageRequest} from '../app/collect-garbage.ts';
import {KnownError} from '../errors.ts';
import type {Command, CommandContext, CommandInput} from './command.ts';

type Action = {
  /** How many runs it is about. */
  readonly ids: number;
  readonly run: (ids: readonly string[], input: CommandInput, context: CommandContext) => Promise<number>;
};

/** Look at recorded runs, compare them, prove them, share them, and make room. */
export const runsCommand: Command = {
  name: 'runs',
  words: '[action] [ids...]',
  summary: 'list, show ID, diff A B, verify ID, export ID, import FILE, gc: the runs of this home',
  options: [
    ['--out <file>', 'export: write the bundle to a file instead of the screen'],
    ['--keep <count>', 'gc: keep this many runs, the newest'],
    ['--older-than <days>', 'gc: drop only runs that are older than this'],
    ['--dry-run', 'gc: only say what would go'],
  ],
  interruptible: true,
  async run(input, context) {
    const [name = 'list', ...ids] = input.words;
    const action = Object.hasOwn(actions, name) ? actions[name as keyof typeof actions] : undefined;
    if (!action) throw unknownAction(name);
    if (ids.length !== action.ids) throw wrongCount(name, action.ids, ids.length);
    return action.run(ids, input, context);
  },
};

const actions = {
  list: {ids: 0, run: (_, __, context) => list(context)},
  show: {ids: 1, run: ([id], _, context) => show(id!, context)},
  diff: {ids: 2, run: ([a, b], _, context) => diff(a!, b!, context)},
  verify: {ids: 1, run: ([id], _, context) => verify(id!, context)},
  export: {ids: 1, run: ([id], {options}, context) => exportOne(id!, options.out as string | undefined, context)},
  import: {ids: 1, run: ([file], _, context) => importOne(file!, context)},
  gc: {ids: 0, run: (_, {options}, context) => collect(options, context)},
} as const satisfies {readonly [name: string]: Action};

async function list(context: CommandContext): Promise<number> {
  const runs = (await context.ports()).runs.summaries();
  if (context.json) {
    const rows = runs.map(({split: _, ...run}) => run);
    context.print(JSON.stringify(rows));
  } else context.print((await import('./runs-text.ts')).formatRuns(runs, context));
  return 0;
}

async function show(id: string, context: CommandContext): Promise<number> {
  const {findRun} = await import('../app/runs-find.ts');
  const record = findRun(id, (await context.ports()).runs);
  if (context.json) context.print(JSON.stringify(record));
  else context.print((await import('./runs-text.ts')).formatRecord(record, context));
  return 0;
}

async function diff(a: string, b: string, context: CommandContext): Promise<number> {
  const {diffRuns} = await import('../app/diff.ts');
  const found = diffRuns(a, b, await context.ports());
  if (context.json) context.print(JSON.stringify(found));
  else context.print((await import('./diff-text.ts')).formatDiff(found, context));
  return 0;
}

async function verify(run: string, context: CommandContext): Promise<number> {
  const found = await (await context.engine()).call('verify', {run}).result;
  if (context.json) context.print(JSON.stringify(found));
  else context.print((await import('./verify-text.ts')).formatVerification(found, context));
  return found.verdict === 'identical' ? 0 : 4;
}

async function exportOne(id: string, file: string | undefined, context: CommandContext): Promise<number> {
  const {exportRun} = await import('../app/bundle.ts');
  const ports = await context.ports();
  const {run, text} = exportRun(id, ports);
  if (file === undefined) {
    context.print(text.trimEnd());
    return 0;
  }
  ports.saveFile(file, context.folder, text);
  if (context.json) context.print(JSON.stringify({run, file}));
  else context.print(`Wrote run ${run} to ${file}. On another machine: ml-pipeline-tutor runs import ${file}`);
  return 0;
}

async function importOne(file: string, context: CommandContext): Promise<number> {
  const {importRun} = await import('../app/bundle.ts');
  const imported = importRun(file, context.folder, await context.ports());
  if (context.json) context.print(JSON.stringify(imported));
  else {
    const done = imported.was_here ? 'was here already' : 'is imported';
    context.print(`Run ${imported.run} ${done}. Prove it: ml-pipeline-tutor runs verify ${imported.run}`);
  }
  return 0;
}

async function collect(options: CommandInput['options'], context: CommandContext): Promise<number> {
  const {collectGarbage} = await import('../app/collect-garbage.ts');
  const request: GarbageRequest = {
    keep: readCount('--keep', options.keep),
    olderThanDays: readCount('--older-than', options.olderThan),
    dryRun: options.dryRun === true,
  };
  const report = collectGarbage(request, await context.ports());
  if (context.json) context.print(JSON.stringify(report));
  else context.print((await import('./runs-text.ts')).formatGarbage(report));
  return 0;
}

function readCount(option: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  throw new KnownError('bad_usage', `${option} cannot be "${value}".`, {
    hint: `Write a whole number, such as ${option} 20.`,
  });
}

function unknownAction(name: string): KnownError {
  return new KnownError('bad_usage', `\`runs ${name}\` is not known.`, {
    hint: `Write one of: ${Object.keys(actions).join(', ')}.`,
  });
}

function wrongCount(name: string, wanted: number, given: number): KnownError {
  const what = {0: 'no run', 1: name === 'import' ? 'one file' : 'one run', 2: 'two runs'}[wanted as 0 | 1 | 2];
  const example = {0: '', 1: name === 'import' ? ' run.json' : ' latest', 2: ' latest~1 latest'}[wanted as 0 | 1 | 2];
  return new KnownError('bad_usage', `\`runs ${name}\` takes ${what}, not ${given}.`, {
    hint: `Write \`ml-pipeline-tutor runs ${name}${example}\`.`,
  });
}
