import {placesOf} from '../engine/registry-aliases.ts';
import {KnownError} from '../errors.ts';
import {defaultMetric} from '../stages/evaluation/scores.ts';
import {type GateVerdict, gateFacts, judgeGates, productionGate, sayShut} from './gates.ts';
import {promoteModel} from './models.ts';
import {type Comparison, compareModels} from './models-compare.ts';
import {findVersion, production} from './models-find.ts';
import {contender} from './models-register.ts';
import type {Ports} from './ports.ts';
import type {RunResult} from './run-result.ts';

export {sayShut} from './gates.ts';

/** How a run's model did at the gates. */
export type GateOutcome = {
  readonly gates: readonly GateVerdict[];
  /** The version in production is the one of this run now. */
  readonly promoted: boolean;
  /** One sentence for people. */
  readonly words: string;
};

/** When a version may become the one in production. */
export type PromotionRule = RunResult['pipeline']['deployment']['promote'];

/**
 * Let the version that a run registered become the one in production, if every gate lets it through.
 *
 * @param rule - the rule of the pipeline; with `if_better` the version in production is a gate as well.
 */
export function promoteThroughGates(result: RunResult, rule: PromotionRule, ports: Ports): GateOutcome {
  const own = judgeGates(result, gateFacts(result, ports));
  if (!result.deployment) return {gates: own, promoted: false, words: sayShut(own) ?? 'It registers no model.'};
  const {name, version} = result.deployment;
  const gates = rule === 'if_better' ? [...own, ...championGate(result, ports)] : own;
  const shut = sayShut(gates);
  if (shut !== undefined) return {gates, promoted: false, words: `${name}@${version} was not promoted: ${shut}`};
  if (rule === 'never') {
    return {gates, promoted: false, words: `${name}@${version} was not promoted: \`deployment.promote\` is never.`};
  }
  const why = `run ${result.run}: ${gates.length === 0 ? 'there is no gate' : 'every gate let it through'}`;
  promoteModel({ref: `${name}@${version}`, why}, ports);
  return {gates, promoted: true, words: `${name}@${version} is in production now.`};
}

/** The version in production as a gate; there is none where nothing is in production yet. */
function championGate(result: RunResult, ports: Ports): readonly GateVerdict[] {
  const {name} = result.deployment!;
  const place = placesOf(ports.models.moves(name)).get(production);
  const champion = place?.path.at(-1);
  if (champion === undefined) return [];
  const {margin} = result.pipeline.deployment;
  if (!place!.certain) {
    const why = `the history of \`${name}\` is damaged; decide by hand with \`models promote\``;
    return [productionGate({comparable: false, why}, champion, margin)];
  }
  return [productionGate(compareWith(champion, result, ports), champion, margin)];
}

function compareWith(champion: number, result: RunResult, ports: Ports): Comparison {
  const {average} = result.pipeline.evaluation;
  const metric = result.pipeline.tuning.metric ?? defaultMetric(result.data.classes);
  const {name, version} = result.deployment!;
  try {
    const [ours, theirs] = [version, champion].map(number =>
      contender(findVersion(`${name}@${number}`, ports.models), ports),
    );
    return compareModels(ours!, theirs!, {metric, average});
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return {comparable: false, why: error.message};
  }
}
