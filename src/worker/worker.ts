import {parentPort, receiveMessageOnPort, workerData} from 'node:worker_threads';
import {actions} from '../app/actions.ts';
import type {RunEvent} from '../engine/run.ts';
import {createPorts} from '../files/ports.ts';
import {isGivenUp} from './given-up.ts';
import {jobQueue} from './job-queue.ts';
import {type FromWorker, type ToWorker, toPlainError, type WorkerStart} from './protocol.ts';

/** Progress is told at most this often; a screen that draws more often only burns time. */
const progressEveryMs = 50;

const {home, product, givenUp} = workerData as WorkerStart;
const send = (message: FromWorker) => parentPort!.postMessage(message);
const ports = createPorts({home, product, onNotice: message => send({type: 'notice', message})});

// The engine is busy with one thing at a time, and a job given up ends at its next step.
parentPort!.on('message', jobQueue(work, collect));

/** The jobs that have arrived but were not yet handed over, because this thread was busy. */
function collect(): readonly ToWorker[] {
  const arrived: ToWorker[] = [];
  for (let next = receiveMessageOnPort(parentPort!); next; next = receiveMessageOnPort(parentPort!)) {
    arrived.push(next.message as ToWorker);
  }
  return arrived;
}

async function work({job, action, request}: ToWorker): Promise<void> {
  const cancelled = () => isGivenUp(givenUp, job);
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
