import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** A script as it left the exporter, and the files it wants beside it. */
export type PythonScript = {
  readonly name: string;
  readonly text: string;
  readonly beside?: ReadonlyArray<{readonly name: string; readonly content: string | Uint8Array}>;
  readonly words?: readonly string[];
};

/** What came of a script: what it printed, or how it failed. */
export type PythonOutcome = {readonly printed: string} | {readonly failed: string};

// Debian's Python, because its packages go with it; another one where there is none.
const python = ['/usr/bin/python3', 'python3', 'python'].find(name => spawnSync(name, ['-c', 'pass']).status === 0);

/** Tell whether this machine's Python has packages. */
export function hasPackages(...names: readonly string[]): boolean {
  return python !== undefined && spawnSync(python, ['-c', `import ${names.join(', ')}`]).status === 0;
}

/** Compile scripts. @returns what Python says of each: nothing where it is valid. */
export function compileScripts(scripts: readonly PythonScript[]): readonly string[] {
  return inFolder(scripts, files => files.map(file => runPython(['-W', 'error', '-m', 'py_compile', file]).stderr));
}

// One process for all of them: scikit-learn takes a second to be imported.
const runAll = `
import contextlib, io, json, os, runpy, sys, traceback, warnings
warnings.simplefilter('ignore')
outcomes = []
for folder, file, words in json.load(sys.stdin):
    os.chdir(folder)
    sys.argv = [file, *words]
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(file, run_name='__main__')
        outcomes.append({'printed': printed.getvalue()})
    except BaseException:
        outcomes.append({'failed': traceback.format_exc()})
print(json.dumps(outcomes))
`;

/** Run scripts, each from its own folder, in one Python. */
export function runScripts(scripts: readonly PythonScript[]): readonly PythonOutcome[] {
  return inFolder(scripts, files => {
    const jobs = files.map((file, place) => [path.dirname(file), file, scripts[place]!.words ?? []]);
    const {stdout, stderr} = runPython(['-c', runAll], JSON.stringify(jobs));
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as readonly PythonOutcome[];
  });
}

function runPython(words: readonly string[], input = '') {
  if (python === undefined)
    throw new Error('There is no Python on this machine, so no script can be checked: install python3.');
  // Several threads only get in each other's way on tables this small.
  const env = {...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1'};
  return spawnSync(python, words, {encoding: 'utf8', input, env, maxBuffer: 1 << 26});
}

function inFolder<T>(scripts: readonly PythonScript[], use: (files: readonly string[]) => T): T {
  const root = mkdtempSync(path.join(tmpdir(), 'mlpt-python-'));
  try {
    const files = scripts.map(({name, text, beside = []}, place) => {
      const folder = mkdtempSync(path.join(root, `${place}-`));
      for (const file of beside) writeFileSync(path.join(folder, file.name), file.content);
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return file;
    });
    return use(files);
  } finally {
    rmSync(root, {recursive: true});
  }
}
