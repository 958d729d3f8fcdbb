// Bundles the program into dist/: code with its packages inside, datasets, lessons, schemas and notices.
import {chmod, cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';
import {noticesOf} from './notices.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const outAt = process.argv.indexOf('--out');
const dist = outAt < 0 ? path.join(root, 'dist') : path.resolve(process.argv[outAt + 1]);
const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const development = process.argv.includes('--dev');

// Ink imports its devtools only when DEV is set, but a bundler cannot know that.
const noDevtools = {
  name: 'no-devtools',
  setup(build) {
    build.onLoad({filter: /ink[\\/]build[\\/]devtools\.js$/}, () => ({contents: 'export {};', loader: 'js'}));
  },
};

await rm(dist, {recursive: true, force: true});
const result = await esbuild.build({
  entryPoints: {cli: path.join(root, 'src/cli.ts'), worker: path.join(root, 'src/worker/worker.ts')},
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
  plugins: [noDevtools],
  // danfojs asks for its plotting package in a browser only.
  external: ['plotly.js-dist-min'],
  // Packages that are still CommonJS call `require`, which a module does not have.
  banner: {js: "import{createRequire as __require}from'node:module';const require=__require(import.meta.url);"},
  define: {
    'process.env.NODE_ENV': development ? '"development"' : '"production"',
    'process.env.DEV': '"false"',
    'process.env.MLPT_VERSION': JSON.stringify(manifest.version),
  },
  logLevel: 'warning',
});

const assets = path.join(dist, 'assets');
await mkdir(assets, {recursive: true});
for (const folder of ['datasets', 'lessons'])
  await cp(path.join(root, folder), path.join(assets, folder), {recursive: true});
await chmod(path.join(dist, 'cli.mjs'), 0o755);
await writeFile(path.join(dist, 'THIRD_PARTY_LICENSES'), await noticesOf(result.metafile, root));
