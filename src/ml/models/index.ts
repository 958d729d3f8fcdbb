import type {Classifier, Regressor} from '../model.ts';
import {treeClassifier, treeRegressor} from './decision-tree.ts';
import {dummyClassifier, dummyRegressor} from './dummy.ts';
import {knnClassifier, knnRegressor} from './knn.ts';
import {linearRegression, ridge} from './linear-regression.ts';
import {logisticRegression} from './logistic-regression.ts';
import {mljsKnn} from './mljs-knn.ts';
import {mljsLogisticRegression} from './mljs-logistic-regression.ts';
import {naiveBayes} from './naive-bayes.ts';
import {forestClassifier, forestRegressor} from './random-forest.ts';

/** The models of classes, by the name a pipeline file gives them. */
export const classifiers: Readonly<Record<string, Classifier>> = byName(
  logisticRegression,
  knnClassifier,
  treeClassifier,
  forestClassifier,
  naiveBayes,
  dummyClassifier,
);

/** The models of numbers, by name. */
export const regressors: Readonly<Record<string, Regressor>> = byName(
  linearRegression,
  ridge,
  knnRegressor,
  treeRegressor,
  forestRegressor,
  dummyRegressor,
);

/** The same models of classes from the mljs packages: what `implementation: mljs` stands for. */
export const mljs: Readonly<Record<string, Classifier>> = byName(mljsKnn, mljsLogisticRegression);

function byName<M extends Classifier | Regressor>(...models: readonly M[]): Readonly<Record<string, M>> {
  return Object.fromEntries(models.map(model => [model.name, model]));
}
