import type {Step} from '../../engine/step.ts';
import type {TransformOutput} from '../../engine/transform.ts';
import type {Value} from '../../engine/value.ts';
import type {Curve} from '../../ml/model.ts';
import type {Rows} from '../rows.ts';
import type {TaskKind} from '../split/target.ts';
import {count} from '../words.ts';
import {baselineTraining, type TrainingSettings} from './settings.ts';
import {explainModel, findModel, resolveParams, type TrainedModel, trainModel} from './train-model.ts';

/** The simplest model there is, trained first: what any other has to beat. */
export function baselineStep(from: string, task: TaskKind): Step {
  return modelStep('training.baseline', from, baselineTraining, task);
}

/** The model of the pipeline. */
export function fitStep(from: string, training: TrainingSettings, task: TaskKind): Step {
  return modelStep('training.fit', from, training, task);
}

function modelStep(id: string, from: string, choice: TrainingSettings, task: TaskKind): Step {
  const {model: name, class_weight, implementation} = choice;
  const model = findModel(choice, task);
  const params = resolveParams(model, choice.params);
  return {
    id,
    stage: 'training',
    version: model.version,
    params: {model: name, implementation, class_weight, task, ...params},
    random: model.random,
    needs: [from],
    run: ([input], {seed, progress}) => {
      const {parts} = input as unknown as TransformOutput<Rows & Value>;
      const keepOn = (done: number, total: number) => {
        progress(done, total);
        return true;
      };
      const trained = trainModel(parts.train, choice, task, {seed, progress: keepOn});
      const {rows, columns} = parts.train.table;
      const report = {
        rows: [rows, rows],
        columns: [columns.length, columns.length],
        learned: describe(trained),
        warnings: [],
      };
      return {output: trained as unknown as Value, report};
    },
  };
}

function describe(trained: TrainedModel): readonly string[] {
  const {curves} = explainModel(trained);
  const steps = curves?.[0] as Curve | undefined;
  return [
    `${trained.model} on ${count(trained.features.length, 'column')}`,
    ...(steps ? [`${steps.label}: ${steps.values.length} iterations`] : []),
  ];
}
