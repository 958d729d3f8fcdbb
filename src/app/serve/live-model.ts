import type {ModelVersion} from '../../engine/registry.ts';
import {placesOf} from '../../engine/registry-aliases.ts';
import {KnownError} from '../../errors.ts';
import {parseArtifact} from '../../stages/deployment/read-artifact.ts';
import {findVersion, parseRef, production, readArtifactOf} from '../models-find.ts';
import type {Ports} from '../ports.ts';
import {isFile, type OpenModel, openModel} from '../predict.ts';

/** A model in service, and since when it is. */
export type ServedModel = OpenModel & {
  /** `churn@3`, or the name alone of a model from a file. */
  readonly title: string;
  readonly since: Date;
};

/** What happens to the model of a service while it goes on. */
export type ModelChange =
  | {readonly event: 'model_switched'; readonly from: string; readonly to: string}
  | {readonly event: 'model_kept'; readonly model: string; readonly problem: string}
  | {readonly event: 'model_well'; readonly model: string};

/** The model of a service: the version that answers now, which may be another one a moment later. */
export type LiveModel = {
  /** The version that answers now; a request asks once and stays with it to its end. */
  readonly current: () => ServedModel;
  /** The alias that is followed, such as `churn@production`; null for a numbered version or a file, which never move. */
  readonly following: string | null;
  /** Why the version that should answer does not; null when all is well. */
  readonly problem: () => string | null;
};

const checkEveryMs = 1000;
const retryAfterMs = 10_000;

type Given = Pick<Ports, 'models' | 'readText' | 'now' | 'elapsed'>;
type Trouble = {readonly problem: string; readonly artifact: string | null; readonly at: number};

/**
 * Open a model and follow its alias from then on, looking at most once a second. A version that cannot be loaded is
 * told of and left alone for a while; the one before it goes on answering.
 *
 * @throws {KnownError} as `openModel` does, for the first version only.
 */
export function followModel(
  {ref, folder}: {readonly ref: string; readonly folder: string},
  ports: Given,
  onChange: (change: ModelChange) => void,
): LiveModel {
  let served = serveModel(openModel(ref, ports, folder), ports);
  let trouble: Trouble | null = null;
  let checkedAt = ports.elapsed();
  const following = followedAlias(ref);

  const look = (now: number) => {
    let wanted: ModelVersion | undefined;
    try {
      wanted = isInPlace(served, ref, ports) ? served.registered! : findVersion(ref, ports.models);
      if (wanted.artifact !== served.registered!.artifact || wanted.version !== served.version) {
        if (trouble?.artifact === wanted.artifact && now - trouble.at < retryAfterMs) return;
        const next = serveModel(openVersion(wanted, ports), ports);
        onChange({event: 'model_switched', from: served.title, to: next.title});
        served = next;
      } else if (trouble) onChange({event: 'model_well', model: served.title});
      trouble = null;
    } catch (error) {
      const problem = sayWhy(error);
      if (trouble?.problem !== problem) onChange({event: 'model_kept', model: served.title, problem});
      trouble = {problem, artifact: wanted?.artifact ?? null, at: now};
    }
  };

  return {
    current() {
      const now = ports.elapsed();
      if (following !== null && now - checkedAt >= checkEveryMs) {
        checkedAt = now;
        look(now);
      }
      return served;
    },
    following,
    problem: () => trouble?.problem ?? null,
  };
}

function serveModel(open: OpenModel, {now}: Given): ServedModel {
  return {...open, title: open.version === null ? open.name : `${open.name}@${open.version}`, since: now()};
}

function openVersion(registered: ModelVersion, {models}: Given): OpenModel {
  const {name, version} = registered;
  return {pipeline: parseArtifact(readArtifactOf(registered, models)), name, version, registered};
}

function followedAlias(ref: string): string | null {
  if (isFile(ref)) return null;
  const {name, version, alias = production} = parseRef(ref);
  return version === undefined ? `${name}@${alias}` : null;
}

/** Tell from the short history alone that nothing moved: most of the time the versions need not be read. */
function isInPlace({version}: ServedModel, ref: string, {models}: Given): boolean {
  const {name, alias = production} = parseRef(ref);
  const place = placesOf(models.moves(name)).get(alias);
  return place?.certain === true && place.path.at(-1) === version;
}

function sayWhy(error: unknown): string {
  if (error instanceof KnownError) return `${error.message} ${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}
