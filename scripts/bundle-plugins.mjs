// What is changed in packages while they are bundled. Each change fails the build when it no longer finds what it replaces.
import {readFile} from 'node:fs/promises';

/** Ink waits for its devtools and their names only when DEV is set, and CommonJS cannot wait while it is loaded. */
const noDevtools = replacing('no-devtools', /ink[\\/]build[\\/]reconciler\.js$/, [
  ["await import('./devtools.js');", ''],
  ['await loadPackageJson()', '{}'],
]);

// Beyond this many entries a cache is emptied: a long session shows new text all the time.
const mostEntries = 4000;

/**
 * Ink 6 measures and cuts every text anew in each frame, because each frame makes caches of its own.
 * One cache for all frames, limited in size, halves the time from a key to its frame.
 */
const sharedOutputCaches = replacing('shared-output-caches', /ink[\\/]build[\\/]output\.js$/, [
  [
    'export default class Output {',
    `const sharedCaches = new OutputCaches();
function limitedCaches() {
  for (const cache of [sharedCaches.widths, sharedCaches.blockWidths, sharedCaches.styledChars]) {
    if (cache.size > ${mostEntries}) cache.clear();
  }
  return sharedCaches;
}
export default class Output {`,
  ],
  ['caches = new OutputCaches();', 'caches = limitedCaches();'],
]);

// Single characters of one cell that join with no other: Latin, typographic marks, arrows, boxes, blocks, braille, our signs.
// Control characters and soft hyphens are not among them, nor is anything that a following mark could widen.
const narrow =
  '/^[ -~\\u00A1-\\u00A8\\u00AA-\\u00AC\\u00AF-\\u02FF\\u2010-\\u2027\\u2190-\\u22FF\\u2500-\\u25FC\\u2800-\\u28FF\\u276F\\u2713\\u2717]*$/';

/**
 * The width of a text never changes, and frames ask for the same texts again and again. Most texts consist of characters that
 * need no look into the tables of Unicode, whose loading alone would delay the first frame.
 */
const rememberedWidths = replacing('remembered-widths', /[\\/]string-width[\\/]index\.js$/, [
  [
    /export default function stringWidth\(([\w]+), (options = \{\}|\w+)\) \{/,
    `const knownWidths = new Map();
export default function stringWidth(input, options) {
  if (options !== undefined || typeof input !== 'string') return measureWidth(input, options);
  let width = knownWidths.get(input);
  if (width === undefined) {
    const bare = input.includes('\\u001B') ? input.replace(/\\u001B\\[[\\d;]*m/g, '') : input;
    width = ${narrow}.test(bare) ? bare.length : measureWidth(input);
    if (knownWidths.size > ${mostEntries}) knownWidths.clear();
    knownWidths.set(input, width);
  }
  return width;
}
function measureWidth($1, $2) {`,
  ],
]);

/**
 * Ink cuts every styled text of a frame into characters by the rules of Unicode. Where each character stands for itself, which
 * holds for nearly all of them, those rules and the tables behind them are not needed.
 */
const quickTokens = replacing('quick-tokens', /ansi-tokenize[\\/]build[\\/]tokenize\.js$/, [
  [
    'const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });',
    `let segmenter;
function segmentsOf(text) {
  const bare = text.includes('\\u001B') ? text.replace(/\\u001B\\[[\\d;]*m/g, '') : text;
  if (${narrow}.test(bare)) return Array.from(text, (segment, index) => ({segment, index}));
  segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
  return segmenter.segment(text);
}`,
  ],
  ['of segmenter.segment(str))', 'of segmentsOf(str))'],
]);

/**
 * Yoga's WebAssembly is a text inside its module. It is made at once: CommonJS cannot wait for it while it is loaded, and `fetch`
 * would load the whole of Node's HTTP client to read it.
 */
const yogaAtOnce = replacing('yoga-at-once', /yoga-wasm-base64-esm\.js$/, [
  [
    'if(h.instantiateWasm)try{',
    'a(new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(H.slice(H.indexOf(",")+1),"base64")),d));return{};if(h.instantiateWasm)try{',
  ],
  ['return loadYoga.ready', 'return loadYoga'],
]);
const yogaWithoutWaiting = replacing('yoga-without-waiting', /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/, [
  ['await loadYoga()', 'loadYoga()'],
]);

/** Ink asks for the size of a terminal elsewhere only where there is none, and `child_process` takes time to load. */
const lazyTerminalSize = replacing('lazy-terminal-size', /[\\/]terminal-size[\\/]index\.js$/, [
  [
    "import {execFileSync} from 'node:child_process';",
    "const execFileSync = (...words) => require('node:child_process').execFileSync(...words);",
  ],
]);

/** `conf` checks its file by a JSON Schema or moves it between versions where it is asked to, and nobody here asks. */
const leanConf = replacing('lean-conf', /conf[\\/]dist[\\/]source[\\/]index\.js$/, [
  ["import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';", 'const Ajv = undefined;'],
  ["import ajvFormatsModule from 'ajv-formats';", 'const ajvFormatsModule = undefined;'],
  ["import semver from 'semver';", 'const semver = undefined;'],
  // Loaded when they are used, which is not before the first frame.
  [
    "import crypto from 'node:crypto';",
    "const crypto = {randomBytes: size => require('node:crypto').randomBytes(size)};",
  ],
  [
    "import assert from 'node:assert';",
    "const assert = {deepEqual: (a, b) => require('node:assert').deepEqual(a, b)};",
  ],
]);

/** Everything that is changed in packages on their way into the bundle. */
export const bundlePlugins = [
  noDevtools,
  sharedOutputCaches,
  rememberedWidths,
  quickTokens,
  yogaAtOnce,
  yogaWithoutWaiting,
  lazyTerminalSize,
  leanConf,
];

function replacing(name, filter, replacements) {
  return {
    name,
    setup(build) {
      let found = false;
      build.onLoad({filter}, async ({path}) => {
        let contents = await readFile(path, 'utf8');
        // An old copy inside another package, which nothing of the screen uses.
        if (contents.includes('module.exports')) return {contents, loader: 'js'};
        for (const [search, replacement] of replacements) {
          const changed = contents.replace(search, replacement);
          if (changed === contents)
            throw new Error(`${path} no longer holds ${search}; see scripts/bundle-plugins.mjs.`);
          contents = changed;
        }
        found = true;
        return {contents, loader: 'js'};
      });
      build.onEnd(() => (found ? undefined : {errors: [{text: `${name}: no file matches ${filter}.`}]}));
    },
  };
}
