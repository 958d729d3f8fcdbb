import type {ExportedRun} from '../exported-run.ts';
import type {FittedSteps} from '../fitted-steps.ts';

/** What Spark does otherwise than this program, as far as this pipeline meets it. */
export function differences(run: ExportedRun, steps: FittedSteps): readonly string[] {
  const {split, artifact, spec} = run;
  const {model} = artifact.model;
  const isTree = model === 'decision_tree' || model === 'random_forest';
  const all: ReadonlyArray<readonly [applies: boolean, text: string]> = [
    [
      split.method !== 'column',
      'The split is drawn anew by the same rule; Spark draws row by row, so the shares are met only about.',
    ],
    [
      run.source.brokenLines.length > 0,
      'Rows that cannot be read are found by Spark (DROPMALFORMED), which judges some of them otherwise.',
    ],
    [steps.impute.strategy === 'median', 'Medians are approximate: Spark finds them without sorting all rows.'],
    [steps.impute.strategy === 'most_frequent', 'Of several most frequent numbers Spark may take another.'],
    [steps.outliers?.method === 'clip_iqr', 'Quartiles are approximate.'],
    [steps.created.length > 0, 'Medians of created columns are approximate.'],
    [
      Object.keys(steps.bins.edges).length > 0,
      'The edges of bins are approximate quantiles; bins without a training row keep their column.',
    ],
    [
      steps.encode.method === 'ordinal' && Object.keys(steps.encode.maps).length > 0,
      'A word that the training rows never showed gets the rank after the last, here −1.',
    ],
    [
      steps.encode.rareBelow > 0,
      'A word that the training rows never showed joins the rare ones, also where there are none.',
    ],
    [
      steps.scale.kind === 'standard',
      'StandardScaler divides by the standard deviation of a sample (n − 1), here n, and scales only where withMean and withStd say so.',
    ],
    [steps.scale.kind === 'min_max', 'MinMaxScaler puts a column without spread at 0.5, here at 0.'],
    [steps.scale.kind === 'robust', 'RobustScaler takes approximate quartiles, and makes a column without spread 0.'],
    [steps.polynomial !== null, 'PolynomialExpansion has the same products in another order.'],
    [steps.select?.method === 'variance', 'VarianceThresholdSelector takes the variance of a sample (n − 1).'],
    [steps.pca !== null, 'PCA does not centre what it projects; the components may point the other way.'],
    [model === 'logistic_regression', 'The penalty is the same, written for the mean loss: regParam = 1 / (C · rows).'],
    [model === 'ridge', 'The penalty is the same, written for the mean loss: regParam = alpha / rows.'],
    [isTree, 'Trees look at 32 cuts of a column at most (maxBins) and are at most 30 questions deep.'],
    [model === 'random_forest', 'The forest is grown from other random numbers.'],
    [
      model === 'naive_bayes',
      'Gaussian naive Bayes of Spark adds 1e-9 of the widest variance, whatever `var_smoothing` says.',
    ],
    [
      artifact.task === 'classification' && artifact.classes.length > 2,
      'roc_auc and average_precision of many classes are left out: Spark has them for two.',
    ],
    [
      artifact.task === 'classification',
      'areaUnderPR joins the points of the curve by lines; average_precision takes steps.',
    ],
    [spec.ingestion.limit !== null, 'limit takes rows in no fixed order.'],
  ];
  return all.filter(([applies]) => applies).map(([, text]) => text);
}
