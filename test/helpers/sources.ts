import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import type {SourceReader} from '../../src/app/ports.ts';
import type {HttpLimits, HttpTools} from '../../src/files/sources/http/tools.ts';
import {openEmptyDatabase} from '../../src/files/sources/sqlite/open-database.ts';
import {ingestionSettings} from '../../src/stages/ingestion/settings.ts';

type Ingestion = Parameters<SourceReader>[0];

/** The settings of the ingestion block: the defaults, and what a test changes. */
export function ingestionOf(change: Partial<Ingestion>): Ingestion {
  const defaults = Object.entries(ingestionSettings).map(([name, setting]) => [name, setting.default]);
  return {...(Object.fromEntries(defaults) as Ingestion), ...change};
}

/** A folder with these files in it, until the test is over. */
export function folderWith(files: {readonly [name: string]: string | Uint8Array}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mlpt-sources-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
    writeFileSync(path.join(folder, name), contents);
  }
  return folder;
}

/** The bytes of a database file in which these statements were run. */
export async function databaseOf(sql: string): Promise<Uint8Array> {
  const database = await openEmptyDatabase();
  database.run(sql);
  const bytes = database.export();
  database.close();
  return bytes;
}

export type FakeNetwork = HttpTools & {
  /** The addresses that were asked for, in order. */
  readonly asked: readonly string[];
  /** The pauses between, in milliseconds. */
  readonly pauses: readonly number[];
};

/** A network in which a function answers every request and time passes only in pauses. */
export function fakeNetwork(
  answer: (address: string, signal: AbortSignal | undefined) => Response | Promise<Response>,
  limits: Partial<HttpLimits> = {},
): FakeNetwork {
  const asked: string[] = [];
  const pauses: number[] = [];
  let now = 0;
  return {
    asked,
    pauses,
    fetch: async (address, {signal}) => {
      asked.push(address);
      return answer(address, signal ?? undefined);
    },
    now: () => now,
    wait: async ms => {
      pauses.push(ms);
      now += ms;
    },
    limits: {requestMs: 1000, totalMs: 300_000, tries: 4, bytes: 1_000_000, pages: 100, ...limits},
  };
}

/** An answer in JSON. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), {...init, headers: {'content-type': 'application/json', ...init.headers}});
}
