import {nearest} from '../../data/nearest.ts';
import type {Json} from '../../engine/value.ts';
import type {Model} from '../../ml/model.ts';
import {classifiers, mljs, regressors} from '../../ml/models/index.ts';
import type {Settings} from '../../ml/setting.ts';
import {readSetting} from '../read-setting.ts';
import {type TrainingWish, withModel} from './settings.ts';

type Report = (path: readonly string[], part: 'key' | 'value', message: string, hint: string) => void;

/** The models of that name, one for classes, one for numbers, or both; where none is named, the usual first ones. */
export function modelsNamed({model, implementation}: Pick<TrainingWish, 'model' | 'implementation'>): readonly Model[] {
  const lists: ReadonlyArray<Readonly<Record<string, Model>>> =
    implementation === 'mljs' ? [mljs] : [classifiers, regressors];
  const names = model === null ? tasks.map(task => withModel({...nothingSaid, model}, task).model) : [model];
  return lists.flatMap(list => names.map(name => list[name])).filter(found => found !== undefined);
}

const tasks = ['classification', 'regression'] as const;
const nothingSaid = {params: {}, class_weight: 'none', implementation: 'builtin'} as const;

/** The parameters a model of that name may be given, whichever the task. */
export function paramsOf(training: Pick<TrainingWish, 'model' | 'implementation'>): Settings {
  return Object.assign(
    {},
    ...modelsNamed(training)
      .map(model => model.params)
      .reverse(),
  );
}

/** Read the parameters of the model against its own table; what is not given is left to the model's defaults. */
export function readModelParams(training: TrainingWish, report: Report): {readonly [name: string]: Json} {
  const known = paramsOf(training);
  if (modelsNamed(training).length === 0) {
    const hint = 'Use knn or logistic_regression with it, or `implementation: builtin`.';
    report(['training', 'implementation'], 'value', `\`mljs\` has no model \`${training.model}\`.`, hint);
    return {};
  }
  const values: Record<string, Json> = {};
  for (const [name, raw] of Object.entries(training.params)) {
    const path = ['training', 'params', name];
    const setting = known[name];
    if (!setting) {
      const guess = nearest(name, Object.keys(known));
      const list = Object.keys(known).join(', ') || 'none';
      const hint = `${guess ? `Did you mean ${guess}? ` : ''}Known: ${list}.`;
      report(path, 'key', `\`${training.model ?? 'The usual model'}\` has no parameter \`${name}\`.`, hint);
      continue;
    }
    const reading = readSetting(name, setting, raw);
    if ('problem' in reading) report(path, 'value', reading.problem, reading.hint);
    else values[name] = reading.value as Json;
  }
  return values;
}
