import {existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {cachedDataVersionTag, deserialize, serialize} from 'node:v8';
import {Script} from 'node:vm';

/** The program's files, loaded with what was compiled of them before. */
export type KeptCode = {
  /** Load a CommonJS file, and by it those beside it that it asks for. */
  load(file: string): unknown;
  /** Keep what has been compiled by now, if there is anything new. */
  keep(): void;
};

/** What is kept of one file, by its path: stale as soon as the file has another size or time. */
type Kept = {readonly size: number; readonly time: number; readonly code: Buffer};
type Loaded = {readonly module: {exports: unknown}; readonly script: Script; readonly stat: Omit<Kept, 'code'>};

const wrapper = ['(function(exports,require,module,__filename,__dirname){', '\n})'] as const;

/**
 * Load the program without compiling it anew: Node 20 cannot keep compiled code by itself, and for a short run that is a fifth of
 * its time. Where nothing was kept, or nothing can be, everything is compiled as usual.
 *
 * @param keptFile - where compiled code lies; it holds for one version of V8 and its flags.
 * @see https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export function keepCode(keptFile: string): KeptCode {
  const tag = cachedDataVersionTag();
  const kept = readKept(keptFile, tag);
  const loaded = new Map<string, Loaded>();
  let isNew = false;
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.module.exports;
    const {size, mtimeMs: time} = statSync(file);
    const before = kept.get(file);
    const cachedData = before?.size === size && before.time === time ? before.code : undefined;
    const script = new Script(wrapper.join(readFileSync(file, 'utf8').replace(/^#!.*/, '')), {
      filename: file,
      ...(cachedData ? {cachedData} : {}),
    });
    if (!cachedData || script.cachedDataRejected) isNew = true;
    const module = {exports: {}};
    loaded.set(file, {module, script, stat: {size, time}});
    const packages = createRequire(file);
    const ask = (name: string) => (name.startsWith('.') ? load(path.resolve(file, '..', name)) : packages(name));
    script.runInThisContext()(module.exports, ask, module, file, path.dirname(file));
    return module.exports;
  };
  const keep = () => {
    // Whoever has changed V8's flags meanwhile would keep what the next start must refuse.
    if (!isNew || cachedDataVersionTag() !== tag) return;
    for (const file of kept.keys()) if (!existsSync(file)) kept.delete(file);
    for (const [file, {script, stat}] of loaded) kept.set(file, {...stat, code: script.createCachedData()});
    writeKept(keptFile, serialize({tag, files: kept}));
    isNew = false;
  };
  return {load, keep};
}

function readKept(file: string, tag: number): Map<string, Kept> {
  try {
    const kept = deserialize(readFileSync(file)) as {readonly tag: number; readonly files: Map<string, Kept>};
    return kept.tag === tag ? kept.files : new Map();
  } catch {
    // There is none yet, or it is damaged: it is made anew.
    return new Map();
  }
}

function writeKept(file: string, bytes: Buffer): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const folder = path.dirname(file);
    // Only that folder: a package that was removed meanwhile stays removed.
    if (!existsSync(folder)) mkdirSync(folder);
    writeFileSync(temporary, bytes);
    renameSync(temporary, file);
  } catch {
    // A package that cannot be written to is compiled at every start.
  }
}
