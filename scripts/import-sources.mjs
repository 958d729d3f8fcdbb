import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import * as esbuild from 'esbuild';

/** Import what some TypeScript exports, for a build script that needs it: `importSources(root, "export {x} from './src/x.ts'")`. */
export async function importSources(root, contents) {
  const temporary = await mkdtemp(path.join(tmpdir(), 'mlpt-sources-'));
  const outfile = path.join(temporary, 'sources.mjs');
  try {
    await esbuild.build({
      stdin: {contents, resolveDir: root},
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: {js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);"},
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(temporary, {recursive: true});
  }
}
