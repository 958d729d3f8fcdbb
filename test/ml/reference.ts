import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect} from 'vitest';

/** Read what scikit-learn, scipy and numpy say; each file has beside it the script that made it. */
export function readReference(name: 'metrics' | 'preprocessing' | 'features' | 'drift') {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, '../reference', name, `${name}.json`), 'utf8'));
}

/** Expect numbers, however nested, to agree to a relative tolerance; `null` stands for NaN. */
export function expectClose(actual: unknown, expected: unknown, tolerance = 1e-9, where = 'value'): void {
  if (typeof expected === 'number' || expected === null) {
    const wanted = expected ?? Number.NaN;
    const close =
      Object.is(actual, wanted) || Math.abs((actual as number) - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
    expect(close, `${where}: ${actual} instead of ${wanted}`).toBe(true);
    return;
  }
  const list = expected as ArrayLike<unknown>;
  expect((actual as ArrayLike<unknown>).length, `${where}: length`).toBe(list.length);
  for (let i = 0; i < list.length; i++)
    expectClose((actual as ArrayLike<unknown>)[i], list[i], tolerance, `${where}[${i}]`);
}

/** A column of numbers from JSON, where a gap is null. */
export function column(values: ReadonlyArray<number | null>): Float64Array {
  return Float64Array.from(values, value => value ?? Number.NaN);
}
