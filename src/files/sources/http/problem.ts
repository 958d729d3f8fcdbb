import {KnownError} from '../../../errors.ts';
import {showAddress} from './address.ts';
import type {Answer, Failure} from './answer.ts';
import {rootOf} from './network-error.ts';

/** A page as messages name it. */
type Asked = {readonly address: string; readonly page: number};

/** The server answered, but not with rows: the status says why. */
export function refusedRequest({status}: Answer, asked: Asked, tried: number, pauseMs?: number): KnownError {
  const seconds = pauseMs === undefined ? undefined : Math.ceil(pauseMs / 1000);
  const wait = seconds === undefined ? '' : `; the server asks to wait ${seconds} s`;
  const times = tried === 1 ? '' : `, ${tried} times`;
  const message = `${pageOf(asked)} was refused with status ${status}${nameOf(status)}${times}${wait}.`;
  return badHttp(message, seconds === undefined ? statusHint(status) : `Try again in ${seconds} s.`, asked);
}

function statusHint(status: number): string {
  if (status === 404 || status === 410) return 'Check `ingestion.url`: there is nothing at this address.';
  if (status === 401 || status === 403)
    return 'The server wants a login, which this program does not send: download the rows and read the file.';
  if (status === 429) return 'Wait a while, then run it again.';
  if (status >= 500) return 'The server is broken or overloaded: try again later, or tell the people who run it.';
  return 'Check `ingestion.url` and what the API expects in it.';
}

function nameOf(status: number): string {
  const names: {readonly [status: number]: string} = {
    400: 'bad request',
    401: 'login needed',
    403: 'forbidden',
    404: 'not found',
    410: 'gone',
    429: 'too many requests',
    500: 'server error',
    502: 'bad gateway',
    503: 'unavailable',
    504: 'gateway timeout',
  };
  return names[status] ? ` (${names[status]})` : '';
}

/** No whole answer arrived. */
export function failedRequest(failure: Failure, asked: Asked, tried: number): KnownError {
  const page = pageOf(asked);
  const times = timesOf(tried);
  switch (failure.kind) {
    case 'timeout':
      return badHttp(
        `${page} did not arrive within ${sayTime(failure.ms)}${times}.`,
        'The server hangs or is too slow: try again later, or ask for smaller pages.',
        asked,
      );
    case 'cut':
      return badHttp(
        `${page} broke off after ${failure.bytes} bytes${times}.`,
        'The connection was lost in the middle: try again, or ask for smaller pages.',
        asked,
        failure.cause,
      );
    case 'too_large':
      return new KnownError('too_large', `${page} is more than this program takes.`, {
        hint: 'Set `ingestion.limit`, or ask the API for fewer rows or columns.',
        at: {file: showAddress(asked.address)},
      });
    case 'unreachable':
      return unreachable(failure.cause, asked, times);
  }
}

function unreachable(cause: unknown, asked: Asked, times: string): KnownError {
  const {code, message} = rootOf(cause);
  const {host} = new URL(asked.address);
  const check = 'Check `ingestion.url` and the network connection.';
  if (code === 'ENOTFOUND') return badHttp(`There is no server called ${host}.`, check, asked, cause);
  if (code === 'ECONNREFUSED') {
    return badHttp(
      `Nothing answers at ${host}${times}.`,
      'Start the server, or check the port in `ingestion.url`.',
      asked,
      cause,
    );
  }
  if (/redirect/i.test(message))
    return badHttp(`${pageOf(asked)} is redirected round in a circle.`, check, asked, cause);
  return badHttp(`${pageOf(asked)} could not be fetched${times}: ${message}.`, check, asked, cause);
}

/** All pages together took too long. */
export function tookTooLong(asked: Asked, totalMs: number): KnownError {
  return badHttp(
    `After ${sayTime(totalMs)} the API was only at page ${asked.page}.`,
    'Set `ingestion.limit`, ask for larger pages, or save the rows to a file first.',
    asked,
  );
}

/** There are more pages than anyone wants. */
export function tooManyPages(asked: Asked, pages: number): KnownError {
  return new KnownError('too_large', `The API has more than ${pages} pages.`, {
    hint: 'Set `ingestion.limit`, or ask for larger pages.',
    at: {file: showAddress(asked.address)},
  });
}

/** The pages go round in a circle. */
export function pageLoop(asked: Asked, next: string): KnownError {
  return badHttp(
    `Page ${asked.page} names as the next page one that was already read: ${showAddress(next)}.`,
    'The API never ends: tell the people who run it, or set `ingestion.limit` to stop before.',
    asked,
  );
}

/** The answer arrived whole, but is not what rows come in. */
export function unreadablePage(what: string, hint: string, asked: Asked, cause?: unknown): KnownError {
  return badHttp(`${pageOf(asked)} ${what}`, hint, asked, cause);
}

/** The person changed their mind. */
export function cancelled(asked: Asked): KnownError {
  return new KnownError('interrupted', `Reading was stopped at page ${asked.page}.`, {
    hint: 'Run it again: it begins at the first page.',
    at: {file: showAddress(asked.address)},
  });
}

function badHttp(message: string, hint: string, asked: Asked, cause?: unknown): KnownError {
  return new KnownError('bad_http', message, {hint, at: {file: showAddress(asked.address)}, cause});
}

function pageOf({page}: Asked): string {
  return page === 1 ? 'The answer' : `Page ${page}`;
}

function timesOf(tried: number): string {
  return tried === 1 ? '' : ` (tried ${tried} times)`;
}

function sayTime(ms: number): string {
  return ms >= 1000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms)} ms`;
}
