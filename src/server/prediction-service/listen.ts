import type {Server} from 'node:http';
import {serve} from '@hono/node-server';
import {cannotListen} from '../cannot-listen.ts';
import type {PredictionService} from './service.ts';

/** A service on a port. */
export type Listening = {
  readonly address: string;
  readonly port: number;
  /** Take no more connections, answer what is going on, and end; what takes longer than this is cut off. */
  readonly drain: (ms: number) => Promise<void>;
};

export type ListenOptions = {readonly host: string; readonly port: number; readonly requestMs: number};

const lookEveryMs = 25;
/** Time that Node's own guard against slow requests leaves to the service's, which explains itself. */
const graceMs = 5000;

/**
 * Listen for requests; port 0 takes any that is free.
 *
 * @throws {KnownError} `busy` when the port is taken, `bad_usage` when it, or the host, cannot be used.
 */
export function listen({fetch, drain}: PredictionService, {host, port, requestMs}: ListenOptions): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const serverOptions = {requestTimeout: requestMs + graceMs, headersTimeout: requestMs};
    const server = serve({fetch, hostname: host, port, serverOptions}, ({port: taken}) => {
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({
        address: `http://${name}:${taken}`,
        port: taken,
        drain: ms => {
          drain();
          return endOf(server as Server, ms);
        },
      });
    });
    server.on('error', error => reject(cannotListen(error, host, port)));
  });
}

function endOf(server: Server, ms: number): Promise<void> {
  return new Promise(resolve => {
    // A client may keep a connection that it no longer uses.
    const sweep = setInterval(() => server.closeIdleConnections(), lookEveryMs);
    const cut = setTimeout(() => server.closeAllConnections(), ms);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}
