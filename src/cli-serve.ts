import {randomBytes} from 'node:crypto';
import path from 'node:path';
import type {Ports} from './app/ports.ts';
import {followModel} from './app/serve/live-model.ts';
import type {ServeRequest, Serving} from './app/serve/serving.ts';
import {predictionRecords} from './files/prediction-records.ts';
import {cannotListen} from './server/cannot-listen.ts';
import {parseFault} from './server/paged-api/faults.ts';
import {listenLocally} from './server/paged-api/listen.ts';
import {createPagedApi} from './server/paged-api/paged-api.ts';
import {listen} from './server/prediction-service/listen.ts';
import {type Recorder, startRecorder} from './server/prediction-service/recorder.ts';
import {type RequestLog, requestLog} from './server/prediction-service/request-log.ts';
import {createService} from './server/prediction-service/service.ts';

/** Time for what is going on to be answered when the service is told to stop. */
const drainMs = 10_000;
/** npx passes on a Ctrl-C that the terminal has sent to everybody already: the two are one. */
const echoMs = 500;

/** Connect the servers to this machine: its ports, its clock, its disk, its signals. */
export const serving: Serving = {
  async predictions(request, ports) {
    // Whoever read the log may be gone; that is no reason to stop.
    process.stderr.on('error', () => {});
    const log = requestLog({write: text => process.stderr.write(text), now: ports.now, quiet: request.quiet});
    const live = followModel(request, ports, change => {
      log.write({level: change.event === 'model_kept' ? 'warning' : 'info', ...change});
    });
    const recorder = recorderFor(request, live.current().name, log);
    const service = createService({
      ...ports,
      live,
      limits: request.limits,
      log: log.write,
      prefix: randomBytes(4).toString('hex'),
      later: setImmediate,
      ...(recorder && {record: recorder.record, recording: recorder.facts}),
      process: processFacts(ports),
    });
    const {host, port, limits} = request;
    const {address, port: taken, drain} = await listen(service, {host, port, requestMs: limits.ms});
    const serves = live.current().title;
    log.write({level: 'info', event: 'listening', address, model: serves, following: live.following});
    const ended = untilStopped().then(async signal => {
      log.write({level: 'info', event: 'draining', signal});
      await drain(drainMs);
      await recorder?.close();
      log.write({level: 'info', event: 'stopped'});
      log.flush();
      return exitCodes[signal];
    });
    return {address, port: taken, serves, ended};
  },

  async pages({name, rows, port, pageSize, faults}) {
    const api = createPagedApi({name, rows, pageSize, faults: faults.map(parseFault)});
    const {address, close} = await listenLocally(api, port).catch((error: Error) => {
      throw cannotListen(error, '127.0.0.1', port);
    });
    const ended = untilStopped().then(async signal => {
      await close();
      return exitCodes[signal];
    });
    return {address, port: Number(new URL(address).port), serves: `/${name}`, ended};
  },
};

function recorderFor({record, folder}: ServeRequest, name: string, log: RequestLog): Recorder | undefined {
  if (!record) return undefined;
  const {folder: given, mostBytes} = record;
  return startRecorder(predictionRecords(path.resolve(folder, given), {name, mostBytes}), log.write);
}

function processFacts({now}: Pick<Ports, 'now'>) {
  const startedAt = new Date(now().getTime() - process.uptime() * 1000);
  return () => {
    const {rss, heapUsed} = process.memoryUsage();
    const {user, system} = process.cpuUsage();
    return {memory: rss, heap: heapUsed, cpuSeconds: (user + system) / 1e6, startedAt};
  };
}

const exitCodes = {SIGTERM: 0, SIGINT: 130} as const;

/** Wait for the first signal to stop; the second one ends the program at once. */
function untilStopped(): Promise<keyof typeof exitCodes> {
  return new Promise(resolve => {
    let stoppedAt: number | undefined;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (stoppedAt !== undefined && performance.now() - stoppedAt > echoMs) process.exit(130);
        stoppedAt ??= performance.now();
        resolve(signal);
      });
    }
  });
}
