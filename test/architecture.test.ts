import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {expect, test} from 'vitest';

// Each folder of `src`, the folders it may import, and the packages it may use. This table is the architecture.
const layers: {
  readonly [folder: string]: {readonly folders: readonly string[]; readonly packages?: readonly string[]};
} = {
  data: {folders: [], packages: ['danfojs-node', 'fastest-levenshtein']},
  engine: {folders: [], packages: ['node:crypto']},
  charts: {folders: [], packages: ['asciichart']},
  tutor: {folders: [], packages: ['yaml', 'marked', 'ts-fsrs']},
  ml: {folders: ['data'], packages: ['ml-knn', 'ml-logistic-regression', 'ml-matrix']},
  stages: {folders: ['data', 'engine', 'ml'], packages: ['yaml']},
  app: {folders: ['data', 'engine', 'ml', 'stages', 'tutor', 'charts'], packages: ['croner', 'node:zlib']},
  files: {folders: ['data', 'engine', 'tutor', 'app']},
  worker: {folders: ['app', 'files', 'data', 'engine']},
  ui: {folders: ['app', 'charts', 'tutor']},
  plain: {folders: ['app', 'charts', 'tutor']},
  commands: {folders: ['app', 'charts', 'tutor']},
  server: {folders: ['app']},
};
// These hold no file, clock, randomness, screen or console, so their packages are named one by one.
const pure = ['data', 'engine', 'charts', 'tutor', 'ml', 'stages', 'app'];
const impure =
  /\b(?:Math\.random|Date\.now|new Date\(\)|performance\.now|console\.|process\.|setTimeout|setInterval|fetch)\b/;

const root = path.join(import.meta.dirname, '../src');
const sources = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(file => /\.tsx?$/.test(file));
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

for (const file of sources.filter(name => name.includes(path.sep))) {
  const layer = file.split(path.sep)[0]!;
  const text = readFileSync(path.join(root, file), 'utf8');

  test(`src/${file} imports only what ${layer}/ may`, () => {
    const allowed = layers[layer];
    expect(allowed, `src/${layer}/ is not in the table above`).toBeDefined();
    for (const {fileName} of ts.preProcessFile(text).importedFiles) {
      if (fileName.startsWith('.')) {
        const target = path.relative(root, path.join(root, path.dirname(file), fileName)).split(path.sep)[0]!;
        expect([layer, 'errors.ts', ...allowed!.folders], `${layer}/ must not import ${fileName}`).toContain(target);
      } else if (pure.includes(layer)) {
        expect(allowed!.packages ?? [], `${layer}/ is pure: no ${fileName}`).toContain(packageOf(fileName));
      }
    }
  });

  if (!pure.includes(layer)) continue;
  test(`src/${file} takes its clock, randomness and output as arguments`, () => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(impure.exec(code)?.[0]).toBeUndefined();
  });
}
