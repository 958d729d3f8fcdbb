import {Worker} from 'node:worker_threads';
import type {ActionName, EngineClient, Job, RequestOf, ResultOf, Urgency} from '../app/actions.ts';
import type {RunEvent} from '../engine/run.ts';
import {givenUpMemory, giveUp} from './given-up.ts';
import {type FromWorker, fromPlainError, type ToWorker, type WorkerStart} from './protocol.ts';

type Waiting = {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onEvent: ((event: RunEvent) => void) | undefined;
};

export type ClientOptions = Omit<WorkerStart, 'givenUp'> & {
  readonly script: URL;
  readonly onNotice: (message: string) => void;
};

/** The engine in a thread of its own. It starts with the first call, so a screen that never runs anything stays light. */
export function workerClient({script, onNotice, ...start}: ClientOptions): EngineClient {
  const givenUp = givenUpMemory();
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let jobs = 0;

  const fail = (error: Error) => {
    worker = undefined;
    for (const {reject} of waiting.values()) reject(error);
    waiting.clear();
  };
  const open = () => {
    worker = new Worker(script, {workerData: {...start, givenUp} satisfies WorkerStart});
    worker.on('message', (message: FromWorker) => receive(message, waiting, onNotice));
    worker.on('error', fail);
    return worker;
  };

  return {
    call<N extends ActionName>(
      action: N,
      request: RequestOf<N>,
      onEvent?: (event: RunEvent) => void,
      urgency: Urgency = 'now',
    ): Job<ResultOf<N>> {
      jobs += 1;
      const job = jobs;
      const result = new Promise<unknown>((resolve, reject) => waiting.set(job, {resolve, reject, onEvent}));
      (worker ?? open()).postMessage({job, action, request, urgency} satisfies ToWorker);
      return {result: result as Promise<ResultOf<N>>, cancel: () => giveUp(givenUp, job)};
    },
    async close() {
      await worker?.terminate();
    },
  };
}

function receive(message: FromWorker, waiting: Map<number, Waiting>, onNotice: (message: string) => void): void {
  if (message.type === 'notice') {
    onNotice(message.message);
    return;
  }
  const job = waiting.get(message.job);
  if (message.type === 'event') {
    job?.onEvent?.(message.event);
    return;
  }
  waiting.delete(message.job);
  if (message.type === 'result') job?.resolve(message.result);
  else job?.reject(fromPlainError(message.error));
}
