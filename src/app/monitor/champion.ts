import {decodeValue} from '../../engine/encode.ts';
import type {ModelVersion} from '../../engine/registry.ts';
import {KnownError} from '../../errors.ts';
import type {FittedPipeline} from '../../stages/deployment/fitted-pipeline.ts';
import {defaultMetric} from '../../stages/evaluation/scores.ts';
import type {Scoring} from '../../stages/monitoring/metric-reading.ts';
import type {Reference} from '../../stages/monitoring/reference.ts';
import type {MonitoringSettings} from '../../stages/monitoring/settings.ts';
import {readSpec} from '../../stages/read-spec.ts';
import type {PipelineSpec} from '../../stages/spec.ts';
import type {SplitOutput} from '../../stages/split/split-rows.ts';
import type {Ports} from '../ports.ts';
import type {OpenModel} from '../predict.ts';
import {readRecordedSpec} from '../runs-spec.ts';
import {withClocks} from './clock-columns.ts';
import {rowKeys} from './row-keys.ts';

/** The model that answers while batches come in, and all that is needed to watch it. */
export type Champion = {
  readonly name: string;
  /** `churn@2`, or the name alone for a model from a file. */
  readonly ref: string;
  /** null for a model from a file: it can be watched, and not trained again. */
  readonly version: ModelVersion | null;
  readonly spec: PipelineSpec;
  readonly pipeline: FittedPipeline;
  readonly reference: Reference;
  readonly monitoring: MonitoringSettings;
  readonly scoring: Scoring;
  /** The metric that decides. */
  readonly metric: string;
  /** The keys of the rows that it learned from; null where those are no longer stored. */
  readonly learned: () => ReadonlySet<string> | null;
};

/**
 * Make a model ready to be watched.
 *
 * @param change - settings of monitoring that stand instead of those of its pipeline.
 * @throws {KnownError} `corrupt_store` when it was made before monitoring was there.
 */
export function championOf(
  {pipeline, name, registered}: OpenModel,
  change: Partial<MonitoringSettings>,
  ports: Pick<Ports, 'store' | 'models'>,
): Champion {
  const {artifact} = pipeline;
  const ref = registered ? `${name}@${registered.version}` : name;
  if (!artifact.reference) throw noReference(ref);
  const spec = registered ? specOfVersion(registered) : readSpec({}).spec;
  let learned: ReadonlySet<string> | null | undefined;
  return {
    name,
    ref,
    version: registered,
    spec,
    pipeline,
    reference: withClocks(artifact.reference, registered, ports),
    monitoring: {...spec.monitoring, ...change},
    scoring: {...artifact, average: spec.evaluation.average},
    metric: spec.tuning.metric ?? defaultMetric(artifact.classes),
    learned: () => {
      learned ??= registered && rowsInSplit(registered, ['train'], ports);
      return learned;
    },
  };
}

/** The pipeline that made a version, its seed in place. @throws {KnownError} `bad_pipeline` */
export function specOfVersion({name, version, pipeline}: ModelVersion): PipelineSpec {
  const known = pipeline as {readonly name: string; readonly seed: number};
  const {spec, problems} = readRecordedSpec({name: known.name, seed: known.seed, pipeline});
  if (problems.length === 0) return {...spec, seed: known.seed};
  throw new KnownError('bad_pipeline', `The pipeline of \`${name}@${version}\` cannot be read.`, {
    hint: 'It was made by another version of this program: run the pipeline again to register it anew.',
    problems,
  });
}

/** The keys of the rows in parts of the split that a version came from; null where it is no longer stored. */
export function rowsInSplit(
  {lineage}: ModelVersion,
  parts: ReadonlyArray<keyof SplitOutput['parts']>,
  {store}: Pick<Ports, 'store'>,
): ReadonlySet<string> | null {
  const hash = lineage.find(({step}) => step === 'split.rows')?.output;
  const bytes = hash === undefined ? undefined : store.readObject(hash);
  if (!bytes) return null;
  const split = decodeValue(bytes) as unknown as SplitOutput;
  return new Set(parts.flatMap(part => rowKeys(split.parts[part].table)));
}

function noReference(ref: string): KnownError {
  return new KnownError('corrupt_store', `\`${ref}\` does not know what its training rows looked like.`, {
    hint: 'Run its pipeline again with `deployment.name`: the new version keeps what monitoring needs.',
    at: {name: ref},
  });
}
