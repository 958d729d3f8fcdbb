import {CommanderError, Command as Program} from 'commander';
import {KnownError} from '../errors.ts';
import type {Command, CommandInput} from './command.ts';

/** What a command line asks for: a headless command, the tutor, or nothing more than the help it was shown. */
export type Asked =
  | {readonly kind: 'command'; readonly command: Command; readonly input: CommandInput; readonly globals: Globals}
  | {readonly kind: 'tutor'; readonly screen: string; readonly words: readonly string[]; readonly globals: Globals}
  | {readonly kind: 'told'};

export type Globals = {readonly home?: string; readonly json?: boolean; readonly plain?: boolean};

/** A way into the tutor: a screen that a command opens at once. */
export type Door = {readonly name: string; readonly words?: string; readonly summary: string};

/** The ways into the tutor, by the command that opens them. */
export const doors: readonly Door[] = [
  {name: 'learn', words: '[lesson]', summary: 'open a lesson'},
  {name: 'quiz', words: '[section]', summary: 'take the quiz at the end of a section'},
  {name: 'review', summary: 'go through the flash cards of today'},
  {name: 'lab', words: '[stage]', summary: 'open the lab of a stage'},
];

/**
 * Read a command line.
 *
 * @throws {KnownError} `bad_usage` or `unknown_command`, with what was meant where that can be guessed.
 */
export async function readCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  version: string,
): Promise<Asked> {
  let asked: Asked | undefined;
  const program = new Program('ml-pipeline-tutor')
    .description('Learn how machine-learning pipelines work by running one.')
    .helpOption('-h, --help', 'show this help')
    .version(version, '-v, --version', 'show the version')
    .option('--home <dir>', 'the folder for everything you make')
    .option('--json', 'print one JSON document')
    .option('--plain', 'the tutor as numbered text, for screen readers and pipes')
    .showSuggestionAfterError()
    .allowExcessArguments(false)
    .configureOutput({writeErr: () => {}})
    .exitOverride();
  // Putting all of them together takes longer than some commands; they are needed to help, or to guess what was meant.
  const named = commands.filter(({name}) => name === argv[0]);
  for (const door of named.length > 0 ? [] : doors)
    addDoor(program, door, words => (asked = {kind: 'tutor', screen: door.name, words, globals: program.opts()}));
  for (const command of named.length > 0 ? named : commands) {
    addCommand(program, command, input => (asked = {kind: 'command', command, input, globals: program.opts()}));
  }
  try {
    const {operands, unknown} = program.parseOptions([...argv]);
    if (operands.length === 0 && unknown.length === 0) {
      return {kind: 'tutor', screen: 'home', words: [], globals: program.opts()};
    }
    await program.parseAsync(argv, {from: 'user'});
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageError(error);
  }
  return asked ?? {kind: 'told'};
}

function addDoor(program: Program, {name, words = '', summary}: Door, open: (words: readonly string[]) => void): void {
  program
    .command(`${name} ${words}`.trim())
    .description(summary)
    .action((...given) => open(positionals(given)));
}

function addCommand(
  program: Program,
  {name, words = '', summary, options}: Command,
  run: (input: CommandInput) => void,
): void {
  const added = program.command(`${name} ${words}`.trim()).description(summary);
  for (const [flags, help] of options) added.option(flags, help);
  // The options of the program are also understood after the command's name.
  for (const flags of ['--home <dir>', '--json', '--plain']) added.option(flags);
  added.action((...given) => {
    const own = added.opts();
    program.setOptionValue('json', own.json ?? program.opts().json);
    if (own.home !== undefined) program.setOptionValue('home', own.home);
    run({words: positionals(given), options: own});
  });
}

/** Commander calls back with the words, then the options and the command itself. */
function positionals(given: readonly unknown[]): readonly string[] {
  return given
    .slice(0, -2)
    .flat()
    .filter((word): word is string => typeof word === 'string');
}

function usageError(error: CommanderError): KnownError {
  const message = error.message.replace(/^error: /, '').replace(/\s+/g, ' ');
  const text = `${message[0]!.toUpperCase()}${message.slice(1)}`;
  const code = error.code === 'commander.unknownCommand' ? 'unknown_command' : 'bad_usage';
  return new KnownError(code, text.endsWith(')') ? text : `${text}.`, {
    hint: 'Run `ml-pipeline-tutor --help` to see what there is.',
  });
}
