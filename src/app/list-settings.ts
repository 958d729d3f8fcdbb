import type {Json} from '../engine/value.ts';
import {classifiers, mljs, regressors} from '../ml/models/index.ts';
import type {Settings} from '../ml/setting.ts';
import {blockIds, blocks} from '../stages/blocks.ts';
import {describeKind} from '../stages/read-setting.ts';

export {pipelineSchema} from '../stages/pipeline-schema.ts';

/** One setting as a list shows it. */
export type ListedSetting = {
  readonly block: string;
  readonly setting: string;
  readonly default: Json;
  readonly allowed: string;
  readonly help: string;
  readonly sklearn: string | null;
};

/** Every setting of every block, then the parameters of every model, in the order of the pipeline file. */
export function listSettings(): readonly ListedSetting[] {
  const models = Object.entries({...regressors, ...classifiers}).flatMap(([name, model]) =>
    list(`training.params (${name})`, model.params),
  );
  const packages = Object.entries(mljs).flatMap(([name, model]) =>
    list(`training.params (${name}, mljs)`, model.params),
  );
  return [...blockIds.flatMap(block => list(block, blocks[block])), ...models, ...packages];
}

function list(block: string, settings: Settings): readonly ListedSetting[] {
  return Object.entries(settings).map(([setting, {kind, default: fallback, help, sklearn}]) => ({
    block,
    setting,
    default: fallback as Json,
    allowed: describeKind(kind),
    help,
    sklearn: sklearn ?? null,
  }));
}
