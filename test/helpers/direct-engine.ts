import {
  type ActionName,
  actions,
  type EngineClient,
  type Job,
  type RequestOf,
  type ResultOf,
} from '../../src/app/actions.ts';
import type {Ports} from '../../src/app/ports.ts';
import type {RunEvent} from '../../src/engine/run.ts';
import {memoryPorts} from './memory-ports.ts';

/** An engine in this thread, for tests: the real actions on a machine that keeps nothing. */
export function directEngine(ports: Ports = memoryPorts()): EngineClient & {readonly calls: readonly ActionName[]} {
  const calls: ActionName[] = [];
  // One job after another, as in the worker.
  let queue: Promise<unknown> = Promise.resolve();
  return {
    calls,
    call<N extends ActionName>(
      name: N,
      request: RequestOf<N>,
      onEvent: (event: RunEvent) => void = () => {},
    ): Job<ResultOf<N>> {
      calls.push(name);
      const stopper = new AbortController();
      const watch = {onEvent, cancelled: () => stopper.signal.aborted, signal: stopper.signal};
      const result = queue.then(() => actions[name](request as never, ports, watch) as Promise<unknown>);
      queue = result.catch(() => {});
      return {
        result: result as Promise<ResultOf<N>>,
        cancel: () => stopper.abort(),
      };
    },
    close: async () => {},
  };
}
