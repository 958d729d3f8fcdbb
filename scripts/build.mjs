// Bundles the program into dist/: code with its packages inside, datasets, lessons, schemas and notices.
import {chmod, cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';
import {bundlePlugins} from './bundle-plugins.mjs';
import {compileCourse} from './compile-course.mjs';
import {noticesOf} from './notices.mjs';
import {toCommonJs} from './to-commonjs.mjs';
import {writeSchemas} from './write-schemas.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folderAfter = (option, fallback) => {
  const at = process.argv.indexOf(option);
  return at < 0 ? path.join(root, fallback) : path.resolve(process.argv[at + 1]);
};
const dist = folderAfter('--out', 'dist');
const lessons = folderAfter('--lessons', 'lessons');
const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const development = process.argv.includes('--dev');

await rm(dist, {recursive: true, force: true});
const result = await esbuild.build({
  entryPoints: {
    cli: path.join(root, 'src/start.ts'),
    main: path.join(root, 'src/cli.ts'),
    worker: path.join(root, 'src/worker/worker.ts'),
  },
  outdir: dist,
  outExtension: {'.js': '.mjs'},
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  minify: !development,
  sourcemap: development ? 'inline' : false,
  legalComments: 'none',
  metafile: true,
  write: false,
  plugins: bundlePlugins,
  // danfojs asks for its plotting package in a browser only.
  external: ['plotly.js-dist-min'],
  define: {
    'process.env.NODE_ENV': development ? '"development"' : '"production"',
    'process.env.DEV': '"false"',
    'process.env.MLPT_VERSION': JSON.stringify(manifest.version),
  },
  logLevel: 'warning',
});

for (const {path: file, text} of result.outputFiles) {
  await mkdir(path.dirname(file), {recursive: true});
  await writeFile(file.replace(/\.mjs$/, '.cjs'), await toCommonJs(text, {development}));
}
const assets = path.join(dist, 'assets');
await mkdir(assets, {recursive: true});
await cp(path.join(root, 'datasets'), path.join(assets, 'datasets'), {recursive: true});
// The files themselves stay beside what is compiled from them: `course check` reads them.
await cp(lessons, path.join(assets, 'lessons'), {recursive: true});
await compileCourse({root, lessons, folder: path.join(assets, 'lessons')});
await writeSchemas({root, folder: path.join(assets, 'schemas')});
await chmod(path.join(dist, 'cli.cjs'), 0o755);
await writeFile(path.join(dist, 'THIRD_PARTY_LICENSES'), await noticesOf(result.metafile, root));
