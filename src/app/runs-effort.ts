import type {PipelineSpec} from '../stages/spec.ts';

/** Tell whether a run may take longer than a person notices: data of any size, or much that is fitted again and again. */
export function mayTakeLong({ingestion, training, evaluation, tuning}: PipelineSpec): boolean {
  const {cross_validate, repeat, learning_curve} = evaluation;
  const isRepeated = tuning.method !== 'none' || cross_validate > 1 || repeat > 1 || learning_curve;
  const isSlow = training.model === 'random_forest' || training.implementation === 'mljs';
  return ingestion.source !== 'dataset' || isRepeated || isSlow;
}
