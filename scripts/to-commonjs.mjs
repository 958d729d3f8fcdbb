// Turns a module that esbuild made into CommonJS, which Node loads in less time. esbuild divides a program into pieces only as
// modules, so each piece is turned after it was divided.
import * as esbuild from 'esbuild';

const ownUrl = 'const moduleUrl=require("node:url").pathToFileURL(__filename).href;';

// esbuild's own functions copy every property of every module that is asked for; a view of it does as well.
const lighter = [
  [
    /__toESM=\(mod,isNodeMode,target\)=>\(.*?,mod\)\)/,
    '__toESM=mod=>mod.__esModule?mod:Object.create(mod,{default:{value:mod}})',
  ],
  [
    /__toCommonJS=mod=>__copyProps\(__defProp\(\{\},"__esModule",\{value:!0\}\),mod\)/,
    '__toCommonJS=mod=>__defProp(mod,"__esModule",{value:!0})',
  ],
];

/** Turn one piece: its text as CommonJS that asks for the other pieces by their new names. */
export async function toCommonJs(text, {development}) {
  const {code} = await esbuild.transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: !development,
    minifySyntax: !development,
    sourcemap: development ? 'inline' : false,
    define: {'import.meta.url': 'moduleUrl'},
    // A piece is loaded by `require` wherever it is needed: `import()` would start Node's loader of modules.
    supported: {'dynamic-import': false},
    logLevel: 'warning',
  });
  const renamed = (development ? code : withLighterFunctions(code)).replaceAll(
    /(["'])(\.{1,2}\/[\w./-]+)\.mjs\1/g,
    '$1$2.cjs$1',
  );
  // Modules are strict by themselves.
  const start = `"use strict";${/\bmoduleUrl\b/.test(renamed) ? ownUrl : ''}`;
  return renamed.replace(/^(?:#!.*\n)?/, first => first + start);
}

function withLighterFunctions(code) {
  const lightened = lighter.reduce((before, [heavy, light]) => before.replace(heavy, light), code);
  if (lightened.includes('__copyProps('))
    throw new Error('esbuild copies properties in another way now; see scripts/to-commonjs.mjs.');
  return lightened;
}
