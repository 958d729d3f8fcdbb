import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

type Package = {readonly version?: string; readonly optionalDependencies?: {readonly [name: string]: string}};

const lock = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
  readonly packages: {readonly [place: string]: Package};
};

// npm leaves out what its registry does not have at that moment, and then refuses its own file with `npm ci`.
test('the lock file names a version of every package that some platform needs', () => {
  const missing = Object.entries(lock.packages).flatMap(([place, {optionalDependencies = {}}]) =>
    Object.keys(optionalDependencies).filter(name => {
      const places = [`${place}/node_modules/${name}`, `node_modules/${name}`];
      return !places.some(candidate => lock.packages[candidate]?.version !== undefined);
    }),
  );
  expect(missing).toEqual([]);
});
