import {decodeValue} from '../engine/encode.ts';
import type {AliasMove, Entries, ModelVersion, NewMove} from '../engine/registry.ts';
import {placesOf} from '../engine/registry-aliases.ts';
import {KnownError} from '../errors.ts';
import {formatArtifact, parseArtifact} from '../stages/deployment/read-artifact.ts';
import {defaultMetric} from '../stages/evaluation/scores.ts';
import {specJson} from '../stages/read-spec.ts';
import type {SplitOutput} from '../stages/split/split-rows.ts';
import {say} from '../stages/words.ts';
import {gateFacts, judgeGates, sayShut} from './gates.ts';
import {artifactOfRun} from './models-artifact.ts';
import {type Comparison, type Contender, compareModels, sayComparison} from './models-compare.ts';
import {findVersion, production, readArtifactOf} from './models-find.ts';
import {withReference} from './monitor/reference-of-run.ts';
import type {Ports} from './ports.ts';
import type {RunResult} from './run-result.ts';

/** What became of a run's model: the version it got, whether it is in production now, and why. */
export type Deployment = {
  readonly name: string;
  readonly version: number;
  readonly promoted: boolean;
  /** One sentence for people. */
  readonly reason: string;
  /** How it did beside the version in production; null where there was nothing to compare. */
  readonly comparison: Comparison | null;
};

type Verdict = Pick<Deployment, 'promoted' | 'reason' | 'comparison'>;

/**
 * Register the model of a finished run under the name it asks for, and promote it by the rule it asks for. A refusal is
 * a result, not an error: the version is kept and can be promoted by hand.
 *
 * @returns null where the pipeline names no model.
 */
export function deployRun(result: RunResult, ports: Ports): Deployment | null {
  const {name} = result.pipeline.deployment;
  if (name === null) return null;
  const version = ports.models.register(
    {
      name,
      run: result.run,
      created: ports.now().toISOString(),
      metrics: result.metrics.test,
      data: result.data.fingerprint,
      honest: result.honest,
      lineage: lineageOf(result),
      pipeline: specJson(result.pipeline),
    },
    formatArtifact(withReference(artifactOfRun(result, ports), result, ports)),
  );
  return {name, version: version.version, ...promote(version, result, ports)};
}

function promote(version: ModelVersion, result: RunResult, ports: Ports): Verdict {
  let verdict: Verdict | undefined;
  const at = ports.now().toISOString();
  ports.models.move(version.name, (moves): NewMove | undefined => {
    const from = placesOf(moves).get(production)?.path.at(-1) ?? null;
    verdict = judge(version, result, moves, ports);
    if (!verdict.promoted) return undefined;
    return {
      alias: production,
      kind: 'promote',
      from,
      to: version.version,
      at,
      why: `run ${version.run}: ${verdict.reason}`,
    };
  });
  return verdict!;
}

function judge(version: ModelVersion, result: RunResult, moves: Entries<AliasMove>, ports: Ports): Verdict {
  const {promote: rule, margin} = result.pipeline.deployment;
  const place = placesOf(moves).get(production);
  const champion = place?.path.at(-1);
  const inUse = champion === undefined ? 'no version is in production' : `version ${champion} stays in production`;
  const by = `models promote ${version.name}@${version.version}`;
  if (rule === 'never') return refuse(`\`deployment.promote\` is never, so ${inUse}`);
  const shut = shutGates(result, ports);
  if (shut !== undefined) return refuse(`a gate is shut (${shut.replace(/\.$/, '')}), so ${inUse}`);
  if (rule === 'always') return accept(`\`deployment.promote\` is always`);
  if (!version.honest) {
    return refuse(
      `the run has a mistake on purpose (${result.pipeline.traps.join(', ')}) and its figures flatter, so ${inUse}`,
    );
  }
  if (champion === undefined) return accept('there was no version in production');
  if (!place!.certain) return refuse(`the history of \`${version.name}\` is damaged; decide by hand with \`${by}\``);
  const comparison = compareWith(champion, version, result, ports);
  const words = sayComparison(comparison);
  if (!comparison.comparable) return refuse(`${inUse}, because ${words}. Decide by hand with \`${by}\``, comparison);
  const {gain} = comparison;
  if (gain > margin) return accept(`${words} for version ${champion}`, comparison);
  const needed = margin === 0 ? 'that is not better' : `that is not better by more than ${say(margin)}`;
  return refuse(`${words} for version ${champion}: ${needed}, so ${inUse}`, comparison);
}

/** What the gates that the pipeline asks for say against its model; undefined where none does. */
function shutGates(result: RunResult, ports: Ports): string | undefined {
  const {gates} = result.pipeline.deployment;
  return Object.keys(gates).length === 0 ? undefined : sayShut(judgeGates(result, gateFacts(result, ports)));
}

function compareWith(champion: number, version: ModelVersion, result: RunResult, ports: Ports): Comparison {
  const {average} = result.pipeline.evaluation;
  const metric = result.pipeline.tuning.metric ?? defaultMetric(result.data.classes);
  try {
    const other = findVersion(`${version.name}@${champion}`, ports.models);
    return compareModels(contender(version, ports), contender(other, ports), {metric, average});
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return {comparable: false, why: error.message};
  }
}

/** A registered version made ready to be judged. */
export function contender(version: ModelVersion, {models, store}: Pick<Ports, 'models' | 'store'>): Contender {
  const hash = version.lineage.find(({step}) => step === 'split.rows')?.output;
  const bytes = hash === undefined ? undefined : store.readObject(hash);
  return {
    pipeline: parseArtifact(readArtifactOf(version, models)),
    split: bytes && {...(decodeValue(bytes) as unknown as SplitOutput).parts, hash: hash!},
  };
}

/** Data, the split, the features and the model: the outputs that a version came from, in that order. */
function lineageOf({steps}: RunResult): ModelVersion['lineage'] {
  const last = steps.findLast(({stage}) => stage === 'preprocessing' || stage === 'features')?.id;
  const wanted = new Set(['ingestion.load', 'preprocessing.duplicates', 'split.rows', last, 'training.fit']);
  return steps.flatMap(({id, output}) =>
    wanted.has(id) && output !== null ? [{step: id, output: output.replace(/^sha256:/, '')}] : [],
  );
}

function accept(reason: string, comparison: Comparison | null = null): Verdict {
  return {promoted: true, reason, comparison};
}

function refuse(reason: string, comparison: Comparison | null = null): Verdict {
  return {promoted: false, reason, comparison};
}
