import {decodeValue} from '../engine/encode.ts';
import type {Store} from '../engine/store.ts';
import type {Value} from '../engine/value.ts';
import {KnownError} from '../errors.ts';
import type {Artifact} from '../stages/deployment/artifact.ts';
import {type PackagedPipeline, packageStepId} from '../stages/deployment/package-step.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import type {Ports} from './ports.ts';

/** What has to be known of a finished run to find its outputs: a run's result and its record both do. */
export type FinishedRun = {
  readonly run: string;
  readonly name: string;
  readonly seed: number;
  readonly steps: ReadonlyArray<{readonly id: string; readonly output: string | null}>;
};

/** The output of one step of a finished run; undefined where there is no such step, or its output is not stored. */
export function outputOfRun({steps}: Pick<FinishedRun, 'steps'>, id: string, store: Store): Value | undefined {
  const hash = outputHash({steps}, id);
  const bytes = hash === undefined ? undefined : store.readObject(hash);
  return bytes && decodeValue(bytes);
}

/** The hash under which the output of a step is stored. */
export function outputHash({steps}: Pick<FinishedRun, 'steps'>, id: string): string | undefined {
  return steps.find(step => step.id === id)?.output?.replace(/^sha256:/, '');
}

/**
 * The fitted pipeline of a finished run as one document.
 *
 * @throws {KnownError} `corrupt_store` when it is no longer stored.
 */
export function artifactOfRun(
  run: FinishedRun & {readonly pipeline: unknown},
  ports: Pick<Ports, 'store' | 'product'>,
): Artifact {
  const packaged = outputOfRun(run, packageStepId, ports.store) as PackagedPipeline | undefined;
  if (!packaged) {
    throw new KnownError('corrupt_store', `The fitted pipeline of run ${run.run} is no longer stored.`, {
      hint: 'Run the pipeline again; what it makes is then there.',
      at: {name: run.run},
    });
  }
  const {deployment} = run.pipeline as PipelineSpec;
  return {...packaged, product: ports.product, name: deployment.name ?? run.name, seed: run.seed};
}
