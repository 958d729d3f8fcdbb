import type {RunRecord} from '../engine/run-record.ts';
import {KnownError} from '../errors.ts';
import {readSpec, type SpecReading} from '../stages/read-spec.ts';
import type {PipelineSpec} from '../stages/spec.ts';

type Raw = {readonly [name: string]: unknown};

type Recorded = Pick<RunRecord, 'name' | 'seed' | 'pipeline'>;

/**
 * Read the resolved pipeline of a record, as strictly as a pipeline file: a record may have been changed by hand, may
 * come from elsewhere, or from another version of the product.
 */
export function readRecordedSpec({name, seed, pipeline}: Recorded): SpecReading {
  // The name of a pipeline may be that of its data file, which has freer rules than a name somebody gave.
  const {name: _, ...rest} = (pipeline ?? {}) as Raw;
  const {spec, problems} = readSpec({...rest, seed, training: withoutWish(rest.training)});
  return {spec: {...spec, name}, problems};
}

/** The pipeline of a record, ready to run. @throws {KnownError} `bad_pipeline` with every problem. */
export function specOfRecord(record: RunRecord): PipelineSpec & {readonly seed: number} {
  const {spec, problems} = readRecordedSpec(record);
  if (problems.length === 0) return {...spec, seed: record.seed};
  throw new KnownError('bad_pipeline', `The pipeline in the record of run ${record.run} cannot be read.`, {
    hint: `It was made by version ${record.product}; use that version, or run the pipeline again with this one.`,
    at: {name: record.run},
    problems,
  });
}

/** A model that nobody named stands in the record as null, and is left out in a file. */
function withoutWish(training: unknown): unknown {
  if (typeof training !== 'object' || training === null) return training;
  const {model, ...rest} = training as Raw;
  return model === null ? rest : training;
}
