#!/usr/bin/env node
import type {CommandContext} from './commands/command.ts';

const product = process.env.MLPT_VERSION ?? 'dev';

/** Read the command line, connect what it needs, pick a front end, and give back the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    process.stderr.write(`ml-pipeline-tutor needs Node 20 or later; this is ${process.version}.\n`);
    return 2;
  }
  const json = argv.includes('--json');
  try {
    const [{readCommandLine}, {commands}] = await Promise.all([
      import('./commands/program.ts'),
      import('./commands/index.ts'),
    ]);
    const asked = await readCommandLine(argv, commands, product);
    if (asked.kind === 'told') return 0;
    if (asked.kind === 'command') return await asked.command.run(asked.input, contextFor(asked.globals));
    return 0;
  } catch (error) {
    const {exitCodeOf, failureJson, formatFailure} = await import('./commands/failure.ts');
    if (json) process.stdout.write(`${JSON.stringify(failureJson(error))}\n`);
    else process.stderr.write(`${formatFailure(error)}\n`);
    return exitCodeOf(error);
  }
}

function contextFor({home, json = false}: {readonly home?: string; readonly json?: boolean}): CommandContext {
  const note = (text: string) => process.stderr.write(`${text}\n`);
  return {
    print: text => process.stdout.write(`${text}\n`),
    note,
    json,
    folder: process.cwd(),
    width: process.stdout.columns || 100,
    glyphs: 'block',
    ports: async () => {
      const [{createPorts}, {homeFolder}] = await Promise.all([import('./files/ports.ts'), import('./files/home.ts')]);
      return createPorts({home: homeFolder(home, process.env), product, onNotice: note});
    },
  };
}

process.exitCode = await main(process.argv.slice(2));
