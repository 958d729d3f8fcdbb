import type {RunRecord} from '../engine/run-record.ts';
import {exportRun} from './bundle.ts';
import {historyOf, type ListedModel, listModels, type ShownModel, type ShownMove, showModel} from './models.ts';
import type {Ports} from './ports.ts';
import {findRun} from './runs-find.ts';
import type {RunSummary} from './runs-summary.ts';

/** A run in the history: its summary, and where there are not too many, what it learned from and with which model. */
export type RunRow = RunSummary & {readonly origin: string | null; readonly model: string | null};

// Opening a record takes a moment each; older runs are listed without.
const opened = 100;

/** The runs of this home, newest first. */
export async function listRuns(_: Readonly<Record<string, never>>, {runs}: Ports): Promise<readonly RunRow[]> {
  return runs.summaries().map((summary, index) => {
    const record = index < opened ? runs.read(summary.run) : undefined;
    return {...summary, origin: record?.source.origin ?? null, model: record ? modelOf(record) : null};
  });
}

/** The model that was trained, which the pipeline may have left to the kind of target. */
function modelOf({steps}: RunRecord): string | null {
  const model = steps.find(({id}) => id === 'training.fit')?.params.model;
  return typeof model === 'string' ? model : null;
}

/** Everything recorded of one run. @throws {KnownError} `unknown_run` */
export async function viewRun({run}: {readonly run: string}, {runs}: Ports): Promise<RunRecord> {
  return findRun(run, runs);
}

/** A run as the text of a bundle. @throws {KnownError} as `exportRun` does */
export async function bundleText({run}: {readonly run: string}, ports: Ports): Promise<string> {
  return exportRun(run, ports).text;
}

/** Every version of every model, by name, the newest first. */
export async function viewModels(_: Readonly<Record<string, never>>, ports: Ports): Promise<readonly ListedModel[]> {
  return listModels(ports);
}

/** All that is known of one version, and how the aliases of its model moved, newest first. */
export type ModelView = {readonly model: ShownModel; readonly moves: readonly ShownMove[]};

/** Look at one version of a model. @throws {KnownError} `unknown_model`, `corrupt_store` */
export async function viewModel({ref}: {readonly ref: string}, ports: Ports): Promise<ModelView> {
  const model = showModel(ref, ports);
  return {model, moves: historyOf(model.name, ports)};
}
