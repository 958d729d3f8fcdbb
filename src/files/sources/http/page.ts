import {decodeText} from '../../../data/decode-text.ts';
import {parseExactJson} from '../../../data/exact-json.ts';
import {findJsonFault} from '../../../data/json-fault.ts';
import type {Answer} from './answer.ts';
import {findNextLink} from './next-link.ts';
import {unreadablePage} from './problem.ts';

/** The rows of one page, and the address of the next if there is one. */
export type Page = {readonly rows: readonly unknown[]; readonly next: string | undefined};

const rowKeys = ['data', 'results', 'items'] as const;
const keysShown = 10;

/**
 * Read one page: a list of rows, or an object with the list under `data`, `results` or `items`.
 *
 * @throws {KnownError} `bad_http` if the answer is empty, a web page, not JSON, or holds no list of rows.
 */
export function readPage(answer: Answer, page: number): Page {
  const asked = {address: answer.address, page};
  const {text} = decodeText(answer.bytes);
  if (text.trim() === '') {
    throw unreadablePage('is empty.', 'Check `ingestion.url`; open it in a browser to see what it gives.', asked);
  }
  if (/^\s*</.test(text)) {
    const hint = 'This is probably the page about the API: find the address that gives JSON.';
    throw unreadablePage('is a web page (HTML), not JSON.', hint, asked);
  }
  const body = parseBody(text, asked);
  const rows = Array.isArray(body) ? body : rowsUnder(body);
  if (!rows) throw unreadablePage(...noRows(body), asked);
  const next = findNextLink(body, answer.headers, answer.address);
  if (next && 'strange' in next) {
    const what = `says that the next page is ${JSON.stringify(next.strange)}, which is no web address.`;
    throw unreadablePage(what, 'Only `next` links that are addresses can be followed.', asked);
  }
  return {rows, next: next?.address};
}

function parseBody(text: string, asked: {readonly address: string; readonly page: number}): unknown {
  try {
    return parseExactJson(text);
  } catch (error) {
    const {message, position} = findJsonFault(text);
    const after = position === undefined ? '' : ` after ${position} characters`;
    const hint = 'The answer may have been cut off: try again, or check the address.';
    throw unreadablePage(`is not JSON: ${message}${after}.`, hint, asked, error);
  }
}

function rowsUnder(body: unknown): readonly unknown[] | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const lists = rowKeys.map(key => (body as {readonly [key: string]: unknown})[key]);
  return lists.find((list): list is readonly unknown[] => Array.isArray(list));
}

function noRows(body: unknown): [what: string, hint: string] {
  const keys = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  const what = keys.length > 0 ? `an object with ${keys.slice(0, keysShown).join(', ')}` : JSON.stringify(body);
  return [
    `holds no list of rows, but ${what}.`,
    'Rows are read from a list, or from a list under `data`, `results` or `items`.',
  ];
}
