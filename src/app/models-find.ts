import {nearest} from '../data/nearest.ts';
import type {ModelVersion, Registry} from '../engine/registry.ts';
import {aliasesOf, placesOf} from '../engine/registry-aliases.ts';
import {KnownError} from '../errors.ts';

/** The alias of the version that is in use. */
export const production = 'production';

/** A model as a person names it: `churn@3`, `churn@production`, or `churn` alone. */
export type ModelRef = {readonly name: string; readonly version?: number; readonly alias?: string};

/** Read how a person names a model. */
export function parseRef(ref: string): ModelRef {
  const at = ref.lastIndexOf('@');
  if (at < 0) return {name: ref};
  const [name, rest] = [ref.slice(0, at), ref.slice(at + 1)];
  return /^\d+$/.test(rest) ? {name, version: Number(rest)} : {name, alias: rest};
}

/**
 * The version that a person names. A name alone means the version in production, and where there is none, the latest.
 *
 * @throws {KnownError} `unknown_model` with what there is, `corrupt_store` when the version or its alias is damaged.
 */
export function findVersion(ref: string, registry: Registry): ModelVersion {
  const {name, version, alias} = parseRef(ref);
  const versions = versionsOf(name, registry);
  if (version !== undefined) return pick(name, version, versions);
  const places = placesOf(registry.moves(name));
  const place = places.get(alias ?? production);
  if (!place) {
    if (alias === undefined) return pick(name, lastWhole(versions), versions);
    throw unknownAlias(name, alias, [...places.keys()]);
  }
  if (!place.certain) throw uncertainAlias(name, alias ?? production);
  return pick(name, place.path.at(-1)!, versions);
}

/** The aliases that point to a version now. */
export function aliasesOfVersion({name, version}: Pick<ModelVersion, 'name' | 'version'>, registry: Registry) {
  return aliasesOf(registry.moves(name), version);
}

/** The versions of a model. @throws {KnownError} `unknown_model` with the nearest name. */
export function versionsOf(name: string, registry: Registry): ReturnType<Registry['versions']> {
  const versions = registry.versions(name);
  if (versions.length > 0) return versions;
  const names = registry.names();
  const guess = nearest(name, names);
  const known = names.length > 0 ? `Known: ${names.join(', ')}.` : 'None is registered yet.';
  throw new KnownError('unknown_model', `There is no model \`${name}\`.`, {
    hint: `${guess ? `Did you mean ${guess}? ` : ''}${known} A run with \`--set deployment.name=NAME\` registers one.`,
    at: {name},
  });
}

/**
 * Refuse a name under which nothing could be registered.
 *
 * @throws {KnownError} `bad_setting`
 */
export function checkModelName(name: string | null): void {
  if (name === null || /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(name)) return;
  throw new KnownError('bad_setting', `\`deployment.name\` cannot be "${name}".`, {
    hint: 'Use up to 100 letters, digits, spaces, dots, dashes and underscores, such as churn.',
    at: {name: 'deployment.name'},
  });
}

/** The text of a version's artifact. @throws {KnownError} `corrupt_store` when it is gone or was changed. */
export function readArtifactOf({name, version, artifact}: ModelVersion, registry: Registry): string {
  const text = registry.readArtifact(artifact);
  if (text !== undefined) return text;
  throw new KnownError('corrupt_store', `The fitted pipeline of \`${name}@${version}\` is gone or was changed.`, {
    hint: `It is not used. Run the pipeline again to register it anew, or go back with \`models rollback ${name}\`.`,
    at: {name: `${name}@${version}`},
  });
}

function pick(name: string, version: number, versions: ReturnType<Registry['versions']>): ModelVersion {
  const found = versions[version - 1];
  if (found) return found;
  const whole = versions.filter(entry => entry !== null).map(entry => entry.version);
  const known = `\`${name}\` has ${whole.length === 1 ? `version ${whole[0]}` : `the versions ${whole.join(', ')}`}.`;
  if (found === null) {
    throw new KnownError('corrupt_store', `The entry of \`${name}@${version}\` is damaged.`, {
      hint: `${known} Use one of those, or run the pipeline again to register it anew.`,
      at: {name: `${name}@${version}`},
    });
  }
  throw new KnownError('unknown_model', `There is no version ${version} of \`${name}\`.`, {
    hint: known,
    at: {name: `${name}@${version}`},
  });
}

function lastWhole(versions: ReturnType<Registry['versions']>): number {
  return versions.findLast(version => version !== null)?.version ?? versions.length;
}

function unknownAlias(name: string, alias: string, known: readonly string[]): KnownError {
  const guess = nearest(alias, known);
  const list = known.length > 0 ? `It has ${known.map(word => `${name}@${word}`).join(', ')}.` : 'It has no alias yet.';
  return new KnownError('unknown_model', `\`${name}\` has no alias \`${alias}\`.`, {
    hint: `${guess ? `Did you mean ${guess}? ` : ''}${list} Give one with \`models promote ${name}@1 --alias ${alias}\`.`,
    at: {name: `${name}@${alias}`},
  });
}

function uncertainAlias(name: string, alias: string): KnownError {
  return new KnownError(
    'corrupt_store',
    `An entry in the history of \`${name}\` is damaged, so it is not certain where \`${alias}\` points.`,
    {
      hint: `Look at \`models history ${name}\`, then say it anew: \`models promote ${name}@VERSION --alias ${alias}\`.`,
      at: {name: `${name}@${alias}`},
    },
  );
}
