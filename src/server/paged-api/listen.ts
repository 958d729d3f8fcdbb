import {serve} from '@hono/node-server';

/** A server that is listening: where, and how to end it. */
export type Listening = {readonly address: string; readonly close: () => Promise<void>};

/** Serve on this machine only; port 0 takes any that is free. */
export function listenLocally(app: Pick<Parameters<typeof serve>[0], 'fetch'>, port = 0): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({fetch: app.fetch, hostname: '127.0.0.1', port}, ({port: taken}) => {
      const close = () => new Promise<void>(done => server.close(() => done()));
      resolve({address: `http://127.0.0.1:${taken}`, close});
    });
    server.on('error', reject);
  });
}
