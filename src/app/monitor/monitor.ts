import {placesOf} from '../../engine/registry-aliases.ts';
import type {RunEvent} from '../../engine/run.ts';
import type {Json} from '../../engine/value.ts';
import {KnownError} from '../../errors.ts';
import type {MonitoringSettings, Policy} from '../../stages/monitoring/settings.ts';
import {production} from '../models-find.ts';
import type {Ports} from '../ports.ts';
import {openModel} from '../predict.ts';
import type {RunWatch} from '../run-spec.ts';
import {openBatches, type RawBatch} from './batches.ts';
import {type Champion, championOf, specOfVersion} from './champion.ts';
import {type Poison, poisonLabels} from './poison.ts';
import {type ReplayedBatch, replayBatches} from './replay.ts';
import {type MonitorResult, resultOfReplay} from './result.ts';
import {copyInto, simulatedPorts} from './simulated-ports.ts';
import {type StartRequest, startFromSpec} from './start-model.ts';

/** A model to watch, and what to do about what is seen. */
export type ModelRequest = {
  /** As for `predict`: a registered model, or a file. */
  readonly ref: string;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** A folder of batches; without one those of the dataset that the model learned from. */
  readonly batches?: string | undefined;
  /** Settings of monitoring that stand instead of those of the model's pipeline. */
  readonly change?: Partial<MonitoringSettings> | undefined;
  /** Keep nothing: no model of the learner is touched. */
  readonly simulate?: boolean | undefined;
  /** Labels to spoil, for lessons. */
  readonly poison?: Poison | undefined;
};

/** What to watch: a model that is there, or a pipeline that is trained on the first months, of which nothing is kept. */
export type MonitorRequest = ModelRequest | StartRequest;

/** The model that is in use when the first batch comes in, and all that is needed to let batches come. */
export type Watching = {
  readonly start: Champion;
  readonly batches: readonly RawBatch[];
  /** Where the model lives. */
  readonly home: Ports;
};

/**
 * Look at batches of new rows as they came in, one after another, and do what the policy says: warn, train again, let the
 * better model take over.
 *
 * @throws {KnownError} `unknown_model`, `missing_file` when there are no such batches, `bad_usage` when the model that is
 *   named is not the one in production and so cannot be replaced.
 */
export async function monitor(request: MonitorRequest, ports: Ports, watch: RunWatch = {}): Promise<MonitorResult> {
  const {change = {}} = request;
  const simulated = 'spec' in request || request.simulate === true;
  const {start: original, batches, home: base} = await openWatching(request, ports, watch);
  const {policy} = original.monitoring;
  if (policy !== 'none') refuseBystander(original, policy, simulated, base);
  const home = simulated ? simulatedPorts(base) : base;
  const start = simulated && original.version ? startIn(home, original, base) : original;
  const done = await replayBatches(batches, start, {policy, change, onBatch: tellBatches(watch, policy)}, home, watch);
  return resultOfReplay(done, {start, policy, simulated});
}

/** Open the model and the batches that a request names, or train the model first. */
export async function openWatching(request: MonitorRequest, ports: Ports, watch: RunWatch): Promise<Watching> {
  const {change = {}, poison} = request;
  let watching: Watching;
  if ('spec' in request) {
    const home = simulatedPorts(ports);
    watching = {...(await startFromSpec(request, home, watch)), home};
  } else {
    const start = championOf(openModel(request.ref, ports, request.folder), change, ports);
    watching = {start, batches: batchesFor(start, request, ports), home: ports};
  }
  if (!poison) return watching;
  const {artifact} = watching.start.pipeline;
  return {...watching, batches: watching.batches.map(batch => poisonLabels(batch, poison, artifact))};
}

/** The batches that a request names, or those of the dataset that the model or an earlier version of it learned from. */
export function batchesFor(
  {spec, version}: Champion,
  {folder, batches}: Pick<ModelRequest, 'folder' | 'batches'>,
  ports: Ports,
): readonly RawBatch[] {
  const earlier = version ? ports.models.versions(version.name).slice(0, version.version).reverse() : [];
  const specs = [spec, ...earlier.flatMap(entry => (entry ? [specOfVersion(entry)] : []))];
  const dataset = specs.find(({ingestion}) => ingestion.dataset !== null)?.ingestion.dataset ?? null;
  return openBatches({folder, batches, dataset}, spec.ingestion, ports);
}

/** A copy of the model in a simulated home, in production there. */
export function startIn(home: Ports, {version, monitoring}: Champion, ports: Ports): Champion {
  const copy = copyInto(version!, ports, home);
  return championOf(openModel(`${copy.name}@${copy.version}`, home, '.'), monitoring, home);
}

/** Tell a screen of each batch; every message holds all batches so far, because a screen may see only some messages. */
export function tellBatches({onEvent}: RunWatch, name: string) {
  const told: Json[] = [];
  return (batch: ReplayedBatch, index: number, of: number): void => {
    const {model, alert, action, reading} = batch;
    told.push({name: batch.name, model, alert, action, score: reading?.value ?? null});
    const event: RunEvent = {
      type: 'progress',
      step: `monitoring.${name}`,
      done: index + 1,
      total: of,
      unit: 'batch',
      detail: [...told],
    };
    onEvent?.(event);
  };
}

/** A model from a file has no pipeline to be trained again by. @throws {KnownError} `bad_usage` */
export function refuseFile({ref, version}: Champion): void {
  if (version) return;
  throw new KnownError('bad_usage', `${ref} comes from a file and cannot be trained again.`, {
    hint: 'Watch it with --policy none, or name a registered model.',
  });
}

/** Only the model in production can be replaced by a better one. */
function refuseBystander(champion: Champion, policy: Policy, simulate: boolean, {models}: Ports): void {
  refuseFile(champion);
  const {ref, version, name} = champion;
  if (simulate) return;
  const inUse = placesOf(models.moves(name)).get(production)?.path.at(-1);
  if (inUse === version?.version) return;
  const other = inUse === undefined ? `no version of \`${name}\` is` : `\`${name}@${inUse}\` is`;
  throw new KnownError(
    'bad_usage',
    `With policy ${policy} the model in production is replaced, and ${other} in production.`,
    {
      hint: `Put it there with \`models promote ${ref}\`, try it out with --simulate, or watch it with --policy none.`,
      at: {name: ref},
    },
  );
}
