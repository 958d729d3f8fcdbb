import {Hono} from 'hono';
import {html} from 'hono/html';
import {cutInHalf, type Fault, planFaults} from './faults.ts';

/** One row as the API gives it. */
export type ApiRow = {readonly [column: string]: string | number | null};

export type PagedApiOptions = {
  readonly rows: readonly ApiRow[];
  /** The path at which they are. */
  readonly name?: string;
  /** How many rows a page has. */
  readonly pageSize: number;
  /** What goes wrong, and on which page. */
  readonly faults?: readonly Fault[];
  /** Let time pass, for the slow pages. */
  readonly wait?: (ms: number) => Promise<unknown>;
};

/** What @hono/node-server hands over with a request; nothing where the app is called without a server. */
type Connection = {readonly Bindings: {readonly outgoing?: {readonly destroy: () => void}}};

const slowMs = 3000;
const halfMs = 50;
const retryAfterSeconds = 1;

/**
 * A small JSON API over rows, page by page, for the ingestion lesson.
 *
 * `/customers?page=1` (or another name) answers `{data, page, pages, next}`, where `next` is the address of the next page or null;
 * with `&links=header` it answers the bare list, and the next page stands in a `Link` header.
 */
export function createPagedApi({
  rows,
  name = 'customers',
  pageSize,
  faults = [],
  wait = sleep,
}: PagedApiOptions): Hono<Connection> {
  const plan = planFaults(faults);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const api = new Hono<Connection>();

  api.get('/', context =>
    context.html(html`<!doctype html><title>${name}</title><p>The rows are at <a href="/${name}">/${name}</a>.`),
  );

  api.get(`/${name}`, async context => {
    const page = Number(context.req.query('page') ?? '1');
    if (!Number.isInteger(page) || page < 1) return context.json({error: 'A page is a whole number from 1 on.'}, 400);
    if (page > pages) return context.json({error: `There are ${pages} pages only.`}, 404);
    const fault = plan.next(page);
    if (fault === 'too_many_requests') {
      return context.json({error: 'Too many requests.'}, 429, {'retry-after': String(retryAfterSeconds)});
    }
    if (fault === 'server_error') return context.json({error: 'Something broke.'}, 500);
    if (fault === 'slow') await wait(slowMs);
    const data = rows.slice((page - 1) * pageSize, page * pageSize);
    const next = page < pages ? addressOf(context.req.url, page + 1) : null;
    const isHeader = context.req.query('links') === 'header';
    const body = isHeader ? data : {data, page, pages, next};
    if (fault === 'half') return cutInHalf(JSON.stringify(body), hangUpOf(context.env, wait));
    return context.json(body, 200, isHeader && next !== null ? {link: `<${next}>; rel="next"`} : {});
  });
  return api;
}

/** Hang up a moment later, when the first half is on its way. */
function hangUpOf(
  {outgoing}: Connection['Bindings'] = {},
  wait: (ms: number) => Promise<unknown>,
): (() => Promise<void>) | undefined {
  if (!outgoing) return undefined;
  return async () => {
    await wait(halfMs);
    outgoing.destroy();
  };
}

function addressOf(current: string, page: number): string {
  const address = new URL(current);
  address.searchParams.set('page', String(page));
  return address.href;
}

function sleep(ms: number): Promise<unknown> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
