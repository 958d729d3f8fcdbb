import path from 'node:path';

/**
 * Write the command that was given so that it can be typed again, in the words by which this program was called.
 *
 * @param argv - the words after the program's name; `--fresh` is left out, because going on is the opposite.
 * @param script - the path of the program's own file.
 * @param npmCommand - what npm says it is doing: `exec` under npx.
 */
export function writeCommandLine(argv: readonly string[], script: string, npmCommand: string | undefined): string {
  const words = argv.filter(word => word !== '--fresh').map(quote);
  return [programWord(script, npmCommand), ...words].join(' ');
}

function programWord(script: string, npmCommand: string | undefined): string {
  if (npmCommand === 'exec') return 'npx ml-pipeline-tutor';
  const name = path.basename(script);
  return /\.[cm]?js$/.test(name) ? `node ${quote(shortest(script))}` : name;
}

function shortest(file: string): string {
  const relative = path.relative('', file);
  return relative.length < file.length ? relative : file;
}

function quote(word: string): string {
  return /^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
