import type {Artifact} from '../../stages/deployment/artifact.ts';
import {fittedPipeline} from '../../stages/deployment/fitted-pipeline.ts';
import {defaultMetric} from '../../stages/evaluation/scores.ts';
import {learnReference} from '../../stages/monitoring/learn-reference.ts';
import type {SplitOutput} from '../../stages/split/split-rows.ts';
import {outputOfRun} from '../models-artifact.ts';
import type {Ports} from '../ports.ts';
import type {RunResult} from '../run-result.ts';

/** Give the artifact of a finished run what monitoring needs, so that it goes wherever the model goes. */
export function withReference(artifact: Artifact, result: RunResult, {store}: Pick<Ports, 'store'>): Artifact {
  const split = outputOfRun(result, 'split.rows', store) as unknown as SplitOutput | undefined;
  if (!split) return artifact;
  const {tuning, evaluation} = result.pipeline;
  const judging = {metric: tuning.metric ?? defaultMetric(artifact.classes), average: evaluation.average};
  return {...artifact, reference: learnReference(split.parts, fittedPipeline(artifact), judging)};
}
