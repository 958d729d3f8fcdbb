import type {AliasMove, ModelVersion} from '../engine/registry.ts';
import {aliasesOf, placesOf} from '../engine/registry-aliases.ts';
import {KnownError} from '../errors.ts';
import type {SignatureColumn} from '../stages/deployment/artifact.ts';
import {parseArtifact} from '../stages/deployment/read-artifact.ts';
import {findVersion, production, readArtifactOf, versionsOf} from './models-find.ts';
import type {Ports} from './ports.ts';

/** One version of a model as a list shows it. */
export type ListedModel = {
  readonly name: string;
  readonly version: number;
  readonly run: string;
  readonly created: string;
  readonly aliases: readonly string[];
  readonly metrics: ModelVersion['metrics'];
};

/** One version of a model with all that is known of it. */
export type ShownModel = ListedModel & {
  readonly artifact: string;
  readonly data: string;
  readonly honest: boolean;
  readonly lineage: ModelVersion['lineage'];
  readonly model: string;
  readonly task: string;
  readonly target: string;
  readonly classes: readonly string[];
  readonly positive: string | null;
  readonly threshold: number;
  readonly signature: readonly SignatureColumn[];
  readonly steps: readonly string[];
};

/** One move of an alias with the model it is about. */
export type ShownMove = AliasMove & {readonly name: string};

type Given = Pick<Ports, 'models' | 'now'>;

/** Every version of every model, by name, the newest first. */
export function listModels({models}: Pick<Ports, 'models'>): readonly ListedModel[] {
  return models.names().flatMap(name => {
    const moves = models.moves(name);
    const whole = models.versions(name).filter(version => version !== null);
    return whole.map(version => listed(version, aliasesOf(moves, version.version))).reverse();
  });
}

/** One version with its signature, its steps and where it came from. */
export function showModel(ref: string, {models}: Pick<Ports, 'models'>): ShownModel {
  const version = findVersion(ref, models);
  const {artifact} = parseArtifact(readArtifactOf(version, models));
  const {task, target, classes, positive, threshold, signature, transforms, model} = artifact;
  return {
    ...listed(version, aliasesOf(models.moves(version.name), version.version)),
    artifact: `sha256:${version.artifact}`,
    data: version.data,
    honest: version.honest,
    lineage: version.lineage,
    model: model.model,
    task,
    target,
    classes,
    positive,
    threshold,
    signature,
    steps: transforms.map(({id}) => id),
  };
}

/** What a person asks for when they move an alias. */
export type MoveRequest = {readonly ref: string; readonly alias?: string; readonly why?: string};

/**
 * Let an alias point to a version.
 *
 * @returns the move, or undefined where it points there already.
 * @throws {KnownError} `unknown_model`, `corrupt_store` when the version cannot be used.
 */
export function promoteModel({ref, alias = production, why}: MoveRequest, {models, now}: Given): ShownMove | undefined {
  checkAlias(alias);
  const version = findVersion(ref, models);
  // A version that cannot be loaded must not become the one in use.
  readArtifactOf(version, models);
  const {name, version: to} = version;
  const move = models.move(name, moves => {
    const place = placesOf(moves).get(alias);
    const from = place?.path.at(-1) ?? null;
    if (from === to && place?.certain) return undefined;
    return {alias, kind: 'promote', from, to, at: now().toISOString(), why: why ?? 'by hand'};
  });
  return move && {name, ...move};
}

/**
 * Let an alias point to the version it pointed to before.
 *
 * @throws {KnownError} `unknown_model` when there is no earlier version, `corrupt_store` when it cannot be used.
 */
export function rollbackModel({ref: name, alias = production, why}: MoveRequest, {models, now}: Given): ShownMove {
  versionsOf(name, models);
  const move = models.move(name, moves => {
    const [to, from] = placesOf(moves).get(alias)?.path.slice(-2) ?? [];
    if (to === undefined || from === undefined) throw nothingBefore(name, alias, to);
    readArtifactOf(findVersion(`${name}@${to}`, models), models);
    return {alias, kind: 'rollback', from, to, at: now().toISOString(), why: why ?? 'by hand'};
  });
  return {name, ...move!};
}

/** Every move of every alias of a model, the newest first; damaged entries are left out. */
export function historyOf(name: string, {models}: Pick<Ports, 'models'>): readonly ShownMove[] {
  versionsOf(name, models);
  const whole = models.moves(name).filter(move => move !== null);
  return whole.map(move => ({name, ...move})).reverse();
}

function listed({name, version, run, created, metrics}: ModelVersion, aliases: readonly string[]): ListedModel {
  return {name, version, run, created, aliases, metrics};
}

function checkAlias(alias: string): void {
  if (/^[a-z][a-z0-9_-]{0,49}$/.test(alias)) return;
  throw new KnownError('bad_usage', `An alias cannot be called "${alias}".`, {
    hint: 'Begin with a small letter and go on with small letters, digits, - and _, such as production or staging.',
  });
}

function nothingBefore(name: string, alias: string, only: number | undefined): KnownError {
  const message =
    only === undefined
      ? `\`${name}\` has no alias \`${alias}\`, so there is nothing to go back to.`
      : `\`${name}@${alias}\` has only ever been version ${only}, so there is nothing to go back to.`;
  return new KnownError('unknown_model', message, {
    hint: `See \`models list\`, and choose a version with \`models promote ${name}@VERSION\`.`,
    at: {name: `${name}@${alias}`},
  });
}
