import {diffRuns, type RunDiff} from '../diff.ts';
import {historyOf, type ListedModel, listModels, promoteModel, rollbackModel, type ShownMove} from '../models.ts';
import type {Ports} from '../ports.ts';

/** Put two runs of the learner's history side by side. @throws {KnownError} `unknown_run` */
export async function compareRuns({a, b}: {readonly a: string; readonly b: string}, ports: Ports): Promise<RunDiff> {
  return diffRuns(a, b, ports);
}

/** The versions of one model, newest first, and how its aliases moved. */
export type ModelShelf = {readonly versions: readonly ListedModel[]; readonly moves: readonly ShownMove[]};

/** Look at everything that is known of one model; a name that nobody registered is an empty shelf. */
export async function viewShelf({name}: {readonly name: string}, ports: Ports): Promise<ModelShelf> {
  const versions = listModels(ports).filter(model => model.name === name);
  return {versions, moves: versions.length > 0 ? historyOf(name, ports) : []};
}

/** Put a version into production. @throws {KnownError} as `promoteModel` does */
export async function promoteVersion({ref}: {readonly ref: string}, ports: Ports): Promise<ShownMove | null> {
  return promoteModel({ref}, ports) ?? null;
}

/** Take production back to the version before. @throws {KnownError} as `rollbackModel` does */
export async function rollBack({name}: {readonly name: string}, ports: Ports): Promise<ShownMove> {
  return rollbackModel({ref: name}, ports);
}
