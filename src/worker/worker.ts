import {parentPort, workerData} from 'node:worker_threads';
import {actions} from '../app/actions.ts';
import type {RunEvent} from '../engine/run.ts';
import {createPorts} from '../files/ports.ts';
import {type FromWorker, type ToWorker, toPlainError, type WorkerStart} from './protocol.ts';

/** Progress is told at most this often; a screen that draws more often only burns time. */
const progressEveryMs = 50;

const {home, product, cancelled} = workerData as WorkerStart;
const flag = new Int32Array(cancelled);
const send = (message: FromWorker) => parentPort!.postMessage(message);
const ports = createPorts({home, product, onNotice: message => send({type: 'notice', message})});

// One job after another: the engine is busy with one thing at a time, and a job given up ends at its next step.
let queue: Promise<void> = Promise.resolve();
parentPort!.on('message', (message: ToWorker) => {
  queue = queue.then(() => work(message));
});

async function work({job, action, request}: ToWorker): Promise<void> {
  const cancelled = () => Atomics.load(flag, 0) >= job;
  const {signal, release} = signalWhen(cancelled);
  const watch = {onEvent: throttled(event => send({type: 'event', job, event})), cancelled, signal};
  try {
    send({type: 'result', job, result: await actions[action](request as never, ports, watch)});
  } catch (error) {
    send({type: 'error', job, error: toPlainError(error)});
  } finally {
    release();
  }
}

/** A signal for work that waits for others, such as a download: it looks at the flag while nothing else can. */
function signalWhen(cancelled: () => boolean): {readonly signal: AbortSignal; readonly release: () => void} {
  const controller = new AbortController();
  const timer = setInterval(() => {
    if (cancelled()) controller.abort();
  }, progressEveryMs);
  return {signal: controller.signal, release: () => clearInterval(timer)};
}

function throttled(tell: (event: RunEvent) => void): (event: RunEvent) => void {
  let last = Number.NEGATIVE_INFINITY;
  return event => {
    const now = performance.now();
    if (event.type === 'progress' && now - last < progressEveryMs) return;
    last = now;
    tell(event);
  };
}
