import {KnownError} from '../../errors.ts';
import type {MonitoringSettings} from '../../stages/monitoring/settings.ts';
import type {PipelineSpec} from '../../stages/spec.ts';
import {promoteModel} from '../models.ts';
import type {Ports} from '../ports.ts';
import {openModel} from '../predict.ts';
import {type RunRequest, type RunWatch, runSpec} from '../run-spec.ts';
import {openBatches, type RawBatch} from './batches.ts';
import {type Champion, championOf} from './champion.ts';
import type {Poison} from './poison.ts';

/** A pipeline to be trained on the first months and then watched over the others. */
export type StartRequest = RunRequest & {
  readonly batches?: string | undefined;
  /** How many months of the dataset's own table are there at the beginning; all where there are no such months. */
  readonly learn?: number | undefined;
  readonly change?: Partial<MonitoringSettings> | undefined;
  /** Labels to spoil, for lessons. */
  readonly poison?: Poison | undefined;
};

/** So many months there are at the beginning, unless a request says otherwise: half of the quiet ones. */
const firstMonths = 3;

/** Train a pipeline on the rows of the first months, in a simulated home, and put it into production there. */
export async function startFromSpec(
  request: StartRequest,
  home: Ports,
  watch: RunWatch = {},
): Promise<{readonly start: Champion; readonly batches: readonly RawBatch[]}> {
  const {spec, folder, learn = firstMonths, change = {}} = request;
  const {dataset} = spec.ingestion;
  const batches = openBatches({folder, batches: request.batches, dataset}, spec.ingestion, home);
  const name = spec.deployment.name ?? 'model';
  const early = batches.filter(({isFromTable}) => isFromTable).slice(0, learn);
  const rows = early.reduce((sum, {raw}) => sum + (raw?.rows ?? 0), 0);
  const limit = spec.ingestion.limit ?? (rows > 0 ? rows : null);
  const asked: PipelineSpec = {
    ...spec,
    ingestion: {...spec.ingestion, limit},
    evaluation: {...spec.evaluation, cross_validate: 0, repeat: 1, learning_curve: false},
    deployment: {...spec.deployment, name},
  };
  const result = await runSpec({...request, spec: asked}, home, watch);
  if (!result.deployment) throw new Error('A run with a name registers a version.');
  refuseDishonest(spec);
  const ref = `${name}@${result.deployment.version}`;
  promoteModel({ref, why: 'a simulation begins'}, home);
  return {start: championOf(openModel(ref, home, folder), change, home), batches};
}

function refuseDishonest({traps}: PipelineSpec): void {
  if (traps.length === 0) return;
  throw new KnownError('bad_setting', `A model with a mistake on purpose (${traps.join(', ')}) is not watched.`, {
    hint: 'Its figures flatter, so every month would look like a drop. Take `traps` out.',
    at: {name: 'traps'},
  });
}
