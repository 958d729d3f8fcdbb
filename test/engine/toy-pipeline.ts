import type {Pipeline, Step} from '../../src/engine/step.ts';
import {memoryStore, type Store} from '../../src/engine/store.ts';
import type {Json} from '../../src/engine/value.ts';

/** What a toy step does: add its `plus` to the sum of its inputs, or fail when told to. */
export function toyStep(id: string, needs: readonly string[], params: {readonly [name: string]: Json} = {}): Step {
  return {
    id,
    stage: 'training',
    version: 1,
    params,
    random: false,
    needs,
    run: inputs => {
      if (params.fail === true) throw new Error(`${id} fails`);
      const sum = inputs.reduce<number>((total, input) => total + (input as {sum: number}).sum, 0);
      return {output: {sum: sum + Number(params.plus ?? 0)}, report: {rows: [1, 1]}};
    },
  };
}

/** A diamond: load feeds two steps, which both feed the last. */
export function diamond(change: {readonly [id: string]: {readonly [name: string]: Json}} = {}, seed = 1): Pipeline {
  const step = (id: string, needs: readonly string[], plus: number) => toyStep(id, needs, {plus, ...change[id]});
  return {
    name: 'diamond',
    seed,
    steps: [
      step('load', [], 1),
      step('left', ['load'], 10),
      step('right', ['load'], 100),
      step('join', ['left', 'right'], 0),
    ],
  };
}

/** A clock that ticks once per reading. */
export function ticking(): () => number {
  let ticks = 0;
  return () => ticks++;
}

/** A store that counts what is written to it. */
export function countingStore(): Store & {readonly written: string[]} {
  const written: string[] = [];
  const store = memoryStore();
  return {
    ...store,
    written,
    writeResult: result => {
      written.push(result.key);
      store.writeResult(result);
    },
  };
}
