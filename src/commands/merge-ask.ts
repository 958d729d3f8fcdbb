import {createInterface} from 'node:readline/promises';
import {type AskPerson, type Decision, readTyped} from '../app/merge/merge-files.ts';
import {KnownError} from '../errors.ts';
import type {CommandContext} from './command.ts';
import {formatConflict} from './merge-text.ts';

const short: {readonly [answer: string]: Decision} = {
  m: {take: 'mine'},
  mine: {take: 'mine'},
  t: {take: 'theirs'},
  theirs: {take: 'theirs'},
  b: {take: 'base'},
  base: {take: 'base'},
};

/** What an answer at the prompt decides; undefined where nothing was said. @throws {KnownError} `bad_usage` */
export async function readAnswer(answer: string): Promise<Decision | undefined> {
  const said = answer.trim();
  if (said === '') return undefined;
  return Object.hasOwn(short, said.toLowerCase()) ? short[said.toLowerCase()] : readTyped(said);
}

/** Ask about conflicts at the terminal; undefined where nobody sits at one. */
export function askAtTerminal(context: CommandContext): AskPerson | undefined {
  if (context.json || !process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return async (conflict, number, of) => {
    context.note(`\nConflict ${number} of ${of}: ${formatConflict(conflict, context)}`);
    for (;;) {
      try {
        const decision = await readAnswer(await askOnce('Take (m)ine, (t)heirs, (b)ase, or type another value: '));
        if (decision) return decision;
      } catch (error) {
        if (!(error instanceof KnownError) || error.code !== 'bad_usage') throw error;
        context.note(`${error.message} ${error.hint}`);
      }
    }
  };
}

/** One line from the terminal. @throws {KnownError} `interrupted` at Ctrl-C and at the end of input. */
async function askOnce(question: string): Promise<string> {
  const lines = createInterface({input: process.stdin, output: process.stderr});
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(new KnownError('interrupted', 'Stopped.', {hint: 'Nothing was written.'}));
    lines.once('SIGINT', stop);
    lines.once('close', stop);
  });
  try {
    return await Promise.race([lines.question(question), stopped]);
  } finally {
    lines.close();
    // The promise that lost the race must not count as an error nobody looked at.
    stopped.catch(() => {});
  }
}
