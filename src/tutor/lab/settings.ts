import type {Json} from '../figures/result.ts';
import type {Lab, Task} from '../schema/lab.ts';

/** Pipeline settings by block: `{training: {model: 'knn'}}`. */
export type BlockSettings = {readonly [block: string]: Json};

/** Put settings written as `block.setting: value` into a pipeline; the pipeline given stays as it is. */
export function withSettings(base: BlockSettings, set: {readonly [path: string]: Json}): BlockSettings {
  return Object.entries(set).reduce((block, [path, value]) => place(block, path.split('.'), value), base);
}

function place(block: BlockSettings, [name, ...rest]: readonly string[], value: Json): BlockSettings {
  if (rest.length === 0) return {...block, [name!]: value};
  const inner = block[name!];
  const isBlock = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return {...block, [name!]: place(isBlock ? (inner as BlockSettings) : {}, rest, value)};
}

/** The pipeline that a lab starts from: its base, on its data set unless the base names another source. */
export function baseSettings({dataset, base}: Lab): BlockSettings {
  return {...base, ingestion: {dataset, ...base.ingestion}};
}

/** The pipeline as a task begins with it: the lab's base with the task's own settings in it. */
export function startSettings(lab: Lab, task: Task): BlockSettings {
  return withSettings(baseSettings(lab), task.start);
}

/** The pipeline that solves a task. */
export function solutionSettings(lab: Lab, task: Task): BlockSettings {
  return withSettings(startSettings(lab, task), task.solution.set);
}
