/** What a page says about the one after it: its address, nothing, or something that is no address. */
export type NextLink = {readonly address: string} | {readonly strange: unknown} | undefined;

type Body = {readonly [key: string]: unknown};

/**
 * Find the address of the next page: `next` in the body (text, or `{href}`), also under `links` or `_links`, or else a
 * `Link` header with `rel="next"`. A relative address starts at the page that names it.
 *
 * @see RFC 8288 (Link header), JSON:API and HAL (`links.next`, `_links.next.href`)
 */
export function findNextLink(body: unknown, headers: Headers, page: string): NextLink {
  const said = isBody(body) ? sayingOf(body) : undefined;
  const link = said ?? linkHeader(headers.get('link') ?? '');
  if (link === undefined) return undefined;
  const text = isBody(link) ? link.href : link;
  if (typeof text !== 'string' || !URL.canParse(text, page)) return {strange: link};
  const address = new URL(text, page);
  address.hash = '';
  return ['http:', 'https:'].includes(address.protocol) ? {address: address.href} : {strange: link};
}

function sayingOf(body: Body): unknown {
  const places = [body, body.links, body._links].filter(isBody);
  // On the last page `next` is there but empty.
  return places
    .map(place => place.next)
    .find(next => next !== undefined && next !== null && next !== '' && next !== false);
}

function linkHeader(text: string): string | undefined {
  for (const [, address, parameters = ''] of text.matchAll(/<([^>]*)>([^<]*)/g)) {
    const [, relation = ''] = /;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters) ?? [];
    if (relation.toLowerCase().split(/\s+/).includes('next')) return address;
  }
  return undefined;
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
