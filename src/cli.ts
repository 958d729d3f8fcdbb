import type {EngineClient} from './app/actions.ts';
import type {TutorRequest} from './cli-tutor.ts';
import type {CommandContext} from './commands/command.ts';
import {KnownError} from './errors.ts';

const product = process.env.MLPT_VERSION ?? 'dev';
const note = (text: string) => process.stderr.write(`${text}\n`);

/** Read the command line, connect what it needs, pick a front end, and give back the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    note(`ml-pipeline-tutor needs Node 20 or later; this is ${process.version}.`);
    return 2;
  }
  try {
    if (argv.length === 0) return await runTutorAt({screen: 'home', words: [], globals: {}});
    const [{readCommandLine}, {commands}] = await Promise.all([
      import('./commands/program.ts'),
      import('./commands/index.ts'),
    ]);
    const asked = await readCommandLine(argv, commands, product);
    if (asked.kind !== 'command' || !asked.command.interruptible) process.off('SIGINT', stop);
    if (asked.kind === 'told') return 0;
    if (asked.kind === 'command') {
      return await Promise.race([asked.command.run(asked.input, contextFor(asked.globals)), interrupt]);
    }
    return await runTutorAt(asked);
  } catch (error) {
    const {exitCodeOf, failureJson, formatFailure} = await import('./commands/failure.ts');
    const {writeCommandLine} = await import('./commands/command-line.ts');
    const line = writeCommandLine(argv, process.argv[1]!, process.env.npm_command);
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify(failureJson(error, line))}\n`);
    else note(formatFailure(error, line));
    return exitCodeOf(error);
  } finally {
    await engine?.close();
  }
}

async function runTutorAt(asked: Omit<TutorRequest, 'product' | 'worker'>): Promise<number> {
  const {runTutor} = await import('./cli-tutor.ts');
  return runTutor({...asked, product, worker: new URL('./worker.cjs', import.meta.url)});
}

let engine: EngineClient | undefined;
const stopping = new AbortController();
let giveUp: (error: Error) => void = () => {};
const interrupt = new Promise<never>((_, reject) => {
  giveUp = reject;
});
// It may come before anybody waits for it.
interrupt.catch(() => {});

/** Ctrl-C stops the work with a word on how to go on; whatever is finished is kept already. */
function stop(): void {
  stopping.abort();
  const hint = 'Run it again to go on: the finished steps are kept.';
  giveUp(new KnownError('interrupted', 'Stopped.', {hint, resumable: true}));
}
process.once('SIGINT', stop);

function contextFor({home, json = false}: {readonly home?: string; readonly json?: boolean}): CommandContext {
  const told = new Set<string>();
  const start = async () => ({
    home: (await import('./files/home.ts')).homeFolder(home, process.env),
    product,
    // The engine in its thread and this thread may both find the same thing.
    onNotice(text: string) {
      if (!told.has(text)) note(text);
      told.add(text);
    },
  });
  return {
    print: text => process.stdout.write(`${text}\n`),
    note,
    json,
    folder: process.cwd(),
    width: process.stdout.columns || 100,
    glyphs: 'block',
    ports: async () => (await import('./files/ports.ts')).createPorts(await start()),
    engine: async () => {
      const {workerClient} = await import('./worker/client.ts');
      engine ??= workerClient({...(await start()), script: new URL('./worker.cjs', import.meta.url)});
      return engine;
    },
    watch: () => ({
      cancelled: () => stopping.signal.aborted,
      pause: () => new Promise(resolve => setImmediate(resolve)),
      signal: stopping.signal,
    }),
    serving: async () => (await import('./cli-serve.ts')).serving,
    machine: async () => (await import('./cli-doctor.ts')).machineFacts((await start()).home),
  };
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `… | head` stops reading: there is nobody left to tell anything. A terminal that is gone says so by a signal.
  if (error.code !== 'EIO') process.exit(error.code === 'EPIPE' ? 0 : 1);
});
void main(process.argv.slice(2)).then(code => {
  process.exitCode = code;
});
