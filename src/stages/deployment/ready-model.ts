import type {Rows} from '../rows.ts';
import {toMatrix} from '../training/matrix.ts';
import {findModel, type Prediction, type TrainedModel} from '../training/train-model.ts';

/** Make a trained model ready once, so that each prediction after that costs only itself. */
export function readyModel(trained: TrainedModel): (rows: Rows) => Prediction {
  const model = findModel(trained, trained.task);
  if (model.task === 'regression') {
    const ready = model.load(trained.state);
    return ({table}) => ({task: 'regression', values: ready.predict(toMatrix(table))});
  }
  const ready = model.load(trained.state);
  return ({table}) => ({task: 'classification', probabilities: ready.probabilities(toMatrix(table))});
}
