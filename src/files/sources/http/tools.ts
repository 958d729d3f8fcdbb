import {setTimeout as sleep} from 'node:timers/promises';

/** What reading over a network needs from outside, so that tests run without a network and without waiting. */
export type HttpTools = {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Let time pass; ends early, with an error, when the signal says so. */
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;
  readonly limits: HttpLimits;
};

/** How long and how much is waited for. */
export type HttpLimits = {
  /** For one answer to arrive whole. */
  readonly requestMs: number;
  /** For all pages together. */
  readonly totalMs: number;
  /** How often one page is asked for before giving up. */
  readonly tries: number;
  /** For all pages together. */
  readonly bytes: number;
  readonly pages: number;
};

/** The network of this machine. */
export const networkTools: HttpTools = {
  fetch: (address, init) => fetch(address, init),
  now: () => performance.now(),
  wait: (ms, signal) => sleep(ms, undefined, {signal}),
  limits: {requestMs: 15_000, totalMs: 300_000, tries: 4, bytes: 100 * 1024 * 1024, pages: 1000},
};
