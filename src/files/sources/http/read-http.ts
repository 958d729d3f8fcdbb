import type {SourceReader} from '../../../app/ports.ts';
import {KnownError} from '../../../errors.ts';
import {checkAddress, showAddress} from './address.ts';
import type {Answer} from './answer.ts';
import {getPage, type Journey} from './get-page.ts';
import {readPage} from './page.ts';
import {pageLoop, tooManyPages} from './problem.ts';
import type {HttpTools} from './tools.ts';

type Ingestion = Parameters<SourceReader>[0];

/**
 * Read rows from the web: a JSON API page by page until a page names no next one or `limit` rows are there, or a CSV file.
 *
 * The rows of all pages become one list, so the snapshot is the same whatever the size of a page.
 *
 * @throws {KnownError} `bad_http`, `too_large`, `empty_table`, or `interrupted` when the signal says so.
 */
export async function readHttp(
  {url, limit}: Pick<Ingestion, 'url' | 'limit'>,
  tools: HttpTools,
  signal?: AbortSignal,
): ReturnType<SourceReader> {
  const start = checkAddress(url!);
  const origin = showAddress(start);
  const journey = {tools, deadline: tools.now() + tools.limits.totalMs, signal};
  const first = await getPage({address: start, page: 1, mostBytes: tools.limits.bytes}, journey);
  if (isCsv(first)) return {format: 'csv', bytes: first.bytes, origin};
  const rows = await readPages(first, start, journey, limit ?? Number.POSITIVE_INFINITY);
  if (rows.length === 0) {
    throw new KnownError('empty_table', 'The API has no rows.', {
      hint: 'Check the conditions in `ingestion.url`.',
      at: {file: origin},
    });
  }
  return {format: 'objects', bytes: new TextEncoder().encode(JSON.stringify(rows)), origin};
}

async function readPages(first: Answer, start: string, journey: Journey, limit: number): Promise<readonly unknown[]> {
  const {bytes: mostBytes, pages} = journey.tools.limits;
  const rows: unknown[] = [];
  const seen = new Set([start, first.address]);
  let bytes = 0;
  let whole = 0;
  let answer = first;
  for (let page = 1; ; page++) {
    const {rows: more, next} = readPage(answer, page);
    for (const row of more) {
      if (whole === limit) return rows;
      rows.push(row);
      whole += isWhole(row) ? 1 : 0;
    }
    bytes += answer.bytes.length;
    if (next === undefined || whole === limit) return rows;
    const asked = {address: answer.address, page};
    if (seen.has(next)) throw pageLoop(asked, next);
    if (page === pages) throw tooManyPages(asked, pages);
    seen.add(next);
    answer = await getPage({address: next, page: page + 1, mostBytes: mostBytes - bytes}, journey);
  }
}

// The others are left out later, and named.
function isWhole(row: unknown): boolean {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

function isCsv({address, headers}: Answer): boolean {
  const type = headers.get('content-type') ?? '';
  return type.startsWith('text/csv') || (/\.csv$/i.test(new URL(address).pathname) && !type.includes('json'));
}
