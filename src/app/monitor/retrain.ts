import type {ModelVersion, Registry} from '../../engine/registry.ts';
import {KnownError} from '../../errors.ts';
import type {PipelineSpec} from '../../stages/spec.ts';
import type {GateVerdict} from '../gates.ts';
import {promoteThroughGates, sayShut} from '../gates-promote.ts';
import type {Ports} from '../ports.ts';
import {openModel} from '../predict.ts';
import {type RunWatch, runSpec} from '../run-spec.ts';
import type {Champion} from './champion.ts';
import {type LabelledRows, pathOf} from './labelled-rows.ts';
import {trustedGate} from './trusted-gate.ts';

/** What came of training again. */
export type Retraining = {
  /** `promoted`: it answers from now on. `refused`: a gate stayed shut. `retrained`: it waits for a person. */
  readonly action: 'retrained' | 'promoted' | 'refused';
  /** The version that was made; null where nothing could be learned. */
  readonly version: number | null;
  readonly run: string | null;
  readonly rows: number;
  readonly batches: readonly string[];
  readonly gates: readonly GateVerdict[];
  /** One or two sentences for people. */
  readonly words: string;
};

/**
 * Train the pipeline of the champion again on recent rows with labels, judge the challenger beside the champion on the
 * hold-out of those rows, and let it take over if every gate lets it through. Nothing is learned without labels.
 */
export async function retrain(
  champion: Champion,
  labelled: LabelledRows,
  ports: Ports,
  watch: RunWatch = {},
): Promise<Retraining> {
  const {batches, rows} = labelled;
  const base = {batches, rows, version: null, run: null, gates: []};
  try {
    const spec = specOf(champion, labelled);
    const {origin, bytes} = labelled;
    const readSource: Ports['readSource'] = async () => ({format: 'csv', bytes, origin});
    const result = await runSpec(
      {spec, folder: '.'},
      {...ports, readSource, models: withoutMoves(ports.models)},
      watch,
    );
    keepSource(result.run, bytes, ports);
    const {name, version} = result.deployment!;
    const made = {...base, version, run: result.run};
    const challenger = openModel(`${name}@${version}`, ports, '.').pipeline;
    const trusted = trustedGate(challenger, champion, ports);
    if (!trusted.passed) {
      return {...made, action: 'refused', gates: [trusted], words: `${name}@${version} was refused: ${trusted.words}`};
    }
    const outcome = promoteThroughGates(result, spec.deployment.promote, ports);
    const gates = [trusted, ...outcome.gates];
    const isShut = sayShut(gates) !== undefined;
    return {
      ...made,
      gates,
      action: outcome.promoted ? 'promoted' : isShut ? 'refused' : 'retrained',
      words: outcome.words,
    };
  } catch (error) {
    if (!(error instanceof KnownError) || passesOn.has(error.code)) throw error;
    return {...base, action: 'refused', words: `Nothing could be learned from these rows: ${error.message}`};
  }
}

const passesOn: ReadonlySet<KnownError['code']> = new Set(['interrupted', 'cannot_write', 'corrupt_store', 'busy']);

/** Learn nothing from rows that a gate keeps out. */
export function refuseRows({batches, rows}: LabelledRows, gate: GateVerdict): Retraining {
  const words = `Nothing was learned: ${gate.words}`;
  return {action: 'refused', version: null, run: null, rows, batches, gates: [gate], words};
}

/** The version that was made from exactly these rows before, if there is one. */
export function madeBefore(
  {version}: Champion,
  {origin}: LabelledRows,
  {models}: Pick<Ports, 'models'>,
): ModelVersion | undefined {
  const entries = version ? models.versions(version.name) : [];
  return entries.find(entry => entry !== null && pathOf(entry) === origin) ?? undefined;
}

/** The champion's pipeline on other rows. How sure its scores are is not asked: the hold-out decides. */
function specOf({spec, pipeline, version}: Champion, {origin, splitColumn}: LabelledRows): PipelineSpec {
  const {signature, target} = pipeline.artifact;
  const types = Object.fromEntries(signature.map(({name, type}) => [name, type]));
  const source = {source: 'csv', path: origin, dataset: null, url: null, query: null} as const;
  return {
    ...spec,
    ingestion: {...spec.ingestion, ...source, delimiter: ',', target, drop: [], types, limit: null},
    split: {...spec.split, column: splitColumn, time: null, group: null},
    evaluation: {...spec.evaluation, cross_validate: 0, repeat: 1, learning_curve: false},
    deployment: {...spec.deployment, name: version!.name},
  };
}

/** The gates come after the run, so the run itself must not promote; the rule stays in the pipeline for the next time. */
function withoutMoves(models: Registry): Registry {
  return {
    ...models,
    move: (name, decide) => {
      decide(models.moves(name));
      return undefined;
    },
  };
}

/** The rows were put together here and lie in no file, so they are kept with the run: it can be verified later. */
function keepSource(run: string, bytes: Uint8Array, {store, runs}: Ports): void {
  const record = runs.read(run);
  if (!record || record.source.kept) return;
  store.writeObject(record.source.hash, bytes);
  runs.write({...record, source: {...record.source, kept: true}});
}
