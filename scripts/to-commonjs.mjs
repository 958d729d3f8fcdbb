// Turns a module that esbuild made into CommonJS, which Node loads in half the time. esbuild divides a program into pieces
// only as modules, so each piece is turned after it was divided.
import * as esbuild from 'esbuild';

const ownUrl = 'const moduleUrl=require("node:url").pathToFileURL(__filename).href;';

/** Turn one piece: its text as CommonJS that asks for the other pieces by their new names. */
export async function toCommonJs(text, {development}) {
  const {code} = await esbuild.transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: !development,
    sourcemap: development ? 'inline' : false,
    define: {'import.meta.url': 'moduleUrl'},
    // A piece is loaded by `require` where it is needed, too: `import()` would start Node's loader of modules.
    supported: {'dynamic-import': false},
    logLevel: 'warning',
  });
  const renamed = code.replaceAll(/(["'])(\.{1,2}\/[\w./-]+)\.mjs\1/g, '$1$2.cjs$1');
  if (!/\bmoduleUrl\b/.test(renamed)) return renamed;
  return renamed.replace(/^(?:#!.*\n)?(?:"use strict";)?/, start => start + ownUrl);
}
