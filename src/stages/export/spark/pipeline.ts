import {cannotExport} from '../cannot-export.ts';
import type {PipelineColumns} from '../columns.ts';
import type {ExportedRun} from '../exported-run.ts';
import type {FittedSteps} from '../fitted-steps.ts';
import {indentLines, pythonCall, pythonList} from '../python/layout.ts';
import {pythonString} from '../python/literal.ts';
import {modelStage} from './model.ts';
import type {SparkNames} from './names.ts';
import {quantileError} from './prepare.ts';

const scalers = {
  standard: "StandardScaler(inputCol='numbers', outputCol='scaled', withMean=True, withStd=True)",
  min_max: "MinMaxScaler(inputCol='numbers', outputCol='scaled')",
  robust: "RobustScaler(inputCol='numbers', outputCol='scaled', withCentering=True, withScaling=True)",
} as const;

/** Stages that have been laid, and the column of vectors that the last one makes. */
type Laid = {readonly stages: readonly string[]; readonly column: string};

/**
 * The function that builds the stages of Spark: encoding, scaling, selection, components, the model.
 *
 * @throws {KnownError} `bad_setting` for what Spark ML cannot express.
 */
export function pipelineSection(run: ExportedRun, columns: PipelineColumns, steps: FittedSteps, names: SparkNames): string {
  const encoded = encodeWords(columns, steps, names);
  const scaled = scaleNumbers(columns, steps, names);
  const inputs = [...scaled.blocks, ...encoded.blocks].map(pythonString);
  const assemble = pythonCall('VectorAssembler', [`inputCols=${pythonList(inputs, ' '.repeat(40))}`, "outputCol='features'"], 8);
  const chosen = select(run, {stages: [assemble], column: 'features'}, steps);
  const turned = project(chosen, steps);
  const label = run.artifact.task === 'classification' ? [labelStage(run)] : [];
  const stages = [...label, ...encoded.stages, ...scaled.stages, ...turned.stages, modelStage(run, turned.column)];
  const list = stages.map(stage => `${indentLines(stage, '        ')},`).join('\n');
  return `def build_pipeline(rows):\n    return Pipeline(stages=[\n${list}\n    ])`;
}

// The positive class of two is number 1 in every measure of Spark, so the order is turned where it comes first.
function labelStage({artifact: {classes, positive}}: ExportedRun): string {
  const order = classes.length === 2 && positive === classes[0] ? 'alphabetDesc' : 'alphabetAsc';
  return `StringIndexer(inputCol=TARGET, outputCol='label', stringOrderType='${order}')`;
}

type Blocks = {readonly stages: readonly string[]; readonly blocks: readonly string[]};

function encodeWords(columns: PipelineColumns, {encode, bins}: FittedSteps, names: SparkNames): Blocks {
  const isBinned = (name: string) => name in bins.edges;
  const words = columns.encoded.filter(name => !isBinned(name)).map(names);
  const cut = columns.encoded.filter(isBinned);
  const isOneHot = encode.method === 'one_hot';
  const list = (all: readonly string[], ending: string) => pythonList(all.map(name => pythonString(`${name}${ending}`)), ' '.repeat(40));
  const wordStages = [
    pythonCall('StringIndexer', [
      'inputCols=WORDS',
      `outputCols=${list(words, '_index')}`,
      "stringOrderType='alphabetAsc'",
      "handleInvalid='keep'",
    ], 8),
    ...(isOneHot
      ? [`# The last index stands for words the training rows never showed; dropped, it leaves them all zeros.\n${pythonCall('OneHotEncoder', [`inputCols=${list(words, '_index')}`, `outputCols=${list(words, '_codes')}`], 8)}`]
      : []),
  ];
  const binStages = cut.map(name =>
    pythonCall('QuantileDiscretizer', [
      `numBuckets=${Number(bins.wanted[name])}`,
      `inputCol=${pythonString(names(name))}`,
      `outputCol=${pythonString(`${names(name)}_bin`)}`,
      `relativeError=${quantileError}`,
    ], 8),
  );
  const binCodes = isOneHot && cut.length > 0
    ? [pythonCall('OneHotEncoder', [`inputCols=${list(cut.map(names), '_bin')}`, `outputCols=${list(cut.map(names), '_codes')}`, 'dropLast=False'], 8)]
    : [];
  const ending = (name: string) => (isOneHot ? '_codes' : isBinned(name) ? '_bin' : '_index');
  return {
    stages: [...(words.length > 0 ? wordStages : []), ...binStages, ...binCodes],
    blocks: columns.encoded.map(name => `${names(name)}${ending(name)}`),
  };
}

function scaleNumbers({scaled}: PipelineColumns, {scale, polynomial}: FittedSteps, names: SparkNames): Blocks {
  if (scaled.length === 0) return {stages: [], blocks: []};
  const inputs = pythonList(scaled.map(name => pythonString(names(name))), ' '.repeat(30));
  const assemble = pythonCall('VectorAssembler', [`inputCols=${inputs}`, "outputCol='numbers'"], 8);
  const scaler = scale.kind === 'none' ? [] : [scalers[scale.kind]];
  const last = scaler.length > 0 ? 'scaled' : 'numbers';
  if (!polynomial) return {stages: [assemble, ...scaler], blocks: [last]};
  const expand = `PolynomialExpansion(degree=2, inputCol='${last}', outputCol='products')`;
  return {stages: [assemble, ...scaler, expand], blocks: ['products']};
}

function select({artifact}: ExportedRun, {stages, column}: Laid, {select: step}: FittedSteps): Laid {
  if (!step) return {stages, column};
  const given = [`featuresCol='${column}'`, "outputCol='selected'"];
  if (step.method === 'variance') {
    const selector = pythonCall('VarianceThresholdSelector', [...given, `varianceThreshold=${step.variance_threshold}`], 8);
    return {stages: [...stages, selector], column: 'selected'};
  }
  if (step.method === 'correlation' || step.score === 'mutual_information') {
    const setting = step.method === 'correlation' ? 'features.select: correlation' : 'features.score: mutual_information';
    throw cannotExport(setting, 'Spark ML', 'Use `features.select: variance`, or k_best with `features.score: f_test`.');
  }
  const labels = artifact.task === 'classification' ? 'categorical' : 'continuous';
  const selector = pythonCall('UnivariateFeatureSelector', [...given, "labelCol='label'", "selectionMode='numTopFeatures'"], 8);
  const types = `.setFeatureType('continuous').setLabelType('${labels}').setSelectionThreshold(${step.k})`;
  return {stages: [...stages, `${selector}${types}`], column: 'selected'};
}

function project({stages, column}: Laid, {pca}: FittedSteps): Laid {
  if (!pca) return {stages, column};
  return {stages: [...stages, `PCA(k=${pca.components.length}, inputCol='${column}', outputCol='components')`], column: 'components'};
}
