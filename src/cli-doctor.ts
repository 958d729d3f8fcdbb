import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import type {MachineFacts} from './app/doctor/machine-facts.ts';
import {tryHome} from './files/try-home.ts';
import {detectCapabilities} from './ui/terminal/capabilities.ts';

/** Gather what is known of this machine. */
export async function machineFacts(home: string): Promise<MachineFacts> {
  const {columns, rows} = process.stdout;
  const {isInteractive, colorDepth, glyphSet} = detectCapabilities(process.env, process);
  return {
    node: process.version,
    terminal: {
      isInteractive,
      size: columns > 0 && rows > 0 ? {columns, rows} : null,
      term: process.env.TERM ?? null,
      colorDepth,
      glyphSet,
    },
    home: tryHome(home),
    python: await pythonFacts(),
  };
}

// What is installed is asked for, because importing scikit-learn takes seconds.
const question = `
import platform
print(platform.python_version())
from importlib import metadata
print(metadata.version('scikit-learn'))
`;

async function pythonFacts(): Promise<MachineFacts['python']> {
  const answers = await Promise.all(['/usr/bin/python3', 'python3', 'python'].map(askPython));
  return answers.find(({sklearn}) => sklearn !== null) ?? answers.find(({version}) => version !== null) ?? answers[0]!;
}

async function askPython(program: string): Promise<MachineFacts['python']> {
  const answer = promisify(execFile)(program, ['-c', question], {timeout: 10_000});
  // Without scikit-learn it fails after the first line.
  const stdout = await answer.then(
    said => said.stdout,
    (error: {readonly stdout?: string}) => error.stdout ?? '',
  );
  const [version = '', sklearn = ''] = stdout.trim().split(/\r?\n/);
  return {version: version || null, sklearn: sklearn || null};
}
