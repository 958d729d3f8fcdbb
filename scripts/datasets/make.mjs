/**
 * Write the generated datasets: `node scripts/datasets/make.mjs [FOLDER]`, by default into `datasets/`.
 * They come out the same byte for byte every time.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';

const here = import.meta.dirname;
const target = process.argv[2] ?? path.join(here, '../../datasets');
const bundle = await build({entryPoints: [path.join(here, 'all.ts')], bundle: true, format: 'esm', write: false});
const source = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
const {generateDatasets} = await import(`data:text/javascript;base64,${source}`);

for (const [name, contents] of generateDatasets()) {
  const file = path.join(target, name);
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(file, contents);
}
