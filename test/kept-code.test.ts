import {existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {keepCode} from '../src/kept-code.ts';
import {temporaryFolder} from './helpers/temporary-folder.ts';

/** A program of two files that ask for each other, and where its compiled code is kept. */
function program(answer = '42') {
  const folder = temporaryFolder();
  const main = path.join(folder, 'main.cjs');
  const write = (value: string) => {
    writeFileSync(
      path.join(folder, 'part.cjs'),
      `const main = require('./main.cjs');exports.ask = () => main.name + ${value};`,
    );
  };
  writeFileSync(
    main,
    "#!/usr/bin/env node\nexports.name = 'the answer is ';exports.say = () => require('./part.cjs').ask();",
  );
  write(answer);
  const kept = path.join(folder, 'kept/code.bin');
  const start = () => {
    const code = keepCode(kept);
    const {say} = code.load(main) as {say: () => string};
    return {said: say(), keep: code.keep};
  };
  return {folder, kept, write, start};
}

test('a program runs with nothing kept, and keeps what was compiled of it', () => {
  const {kept, start} = program();
  const {said, keep} = start();
  expect(said).toBe('the answer is 42');
  expect(existsSync(kept)).toBe(false);
  keep();
  expect(readFileSync(kept).length).toBeGreaterThan(500);
});

test('the next start takes what was kept, and has nothing new to keep', () => {
  const {kept, start} = program();
  start().keep();
  utimesSync(kept, 1, 1);
  const {said, keep} = start();
  keep();
  expect(said).toBe('the answer is 42');
  expect(statSync(kept).mtimeMs).toBe(1000);
});

test('a file that was changed is compiled anew, although its size is the same', () => {
  const {folder, kept, start, write} = program();
  start().keep();
  write('43');
  utimesSync(path.join(folder, 'part.cjs'), 5, 5);
  utimesSync(kept, 1, 1);
  const {said, keep} = start();
  keep();
  expect(said).toBe('the answer is 43');
  expect(statSync(kept).mtimeMs).toBeGreaterThan(1000);
});

test('what is kept may be damaged, or of no use to this Node', () => {
  const {kept, start} = program();
  start().keep();
  const bytes = readFileSync(kept);
  for (const spoilt of [bytes.subarray(0, 100), Buffer.from('no code'), Buffer.alloc(bytes.length, 7)]) {
    writeFileSync(kept, spoilt);
    expect(start().said).toBe('the answer is 42');
  }
});

test('where nothing can be kept the program runs all the same', () => {
  const {folder, start} = program();
  writeFileSync(path.join(folder, 'kept'), 'a file where the folder should be');
  const {said, keep} = start();
  keep();
  expect(said).toBe('the answer is 42');
  rmSync(path.join(folder, 'kept'));
});
