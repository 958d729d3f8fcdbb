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
export function pipelineSection(
  run: ExportedRun,
  columns: PipelineColumns,
  steps: FittedSteps,
  names: SparkNames,
): string {
  const encoded = encodeWords(columns, steps, names);
  const scaled = scaleNumbers(columns, steps, names);
  const blocks = nameList([...scaled.blocks, ...encoded.blocks]);
  const assemble = stage('VectorAssembler', [`inputCols=${blocks}`, "outputCol='features'"]);
  const chosen = select(run, {stages: [assemble], column: 'features'}, steps);
  const turned = project(chosen, steps);
  const label = run.artifact.task === 'classification' ? [labelStage(run)] : [];
  const stages = [...label, ...encoded.stages, ...scaled.stages, ...turned.stages, modelStage(run, turned.column)];
  const list = stages.map(text => `${indentLines(text, '        ')},`).join('\n');
  return `def build_pipeline(rows):\n    return Pipeline(stages=[\n${list}\n    ])`;
}

// The positive class of two is number 1 in every measure of Spark, so the order is turned where it comes first.
function labelStage({artifact: {classes, positive}}: ExportedRun): string {
  const order = classes.length === 2 && positive === classes[0] ? 'alphabetDesc' : 'alphabetAsc';
  return `StringIndexer(inputCol=TARGET, outputCol='label', stringOrderType='${order}')`;
}

type Blocks = {readonly stages: readonly string[]; readonly blocks: readonly string[]};

function encodeWords(columns: PipelineColumns, {encode, bins}: FittedSteps, names: SparkNames): Blocks {
  const isBinned = (name: string) => Object.hasOwn(bins.edges, name);
  const isOneHot = encode.method === 'one_hot';
  const words = columns.encoded.filter(name => !isBinned(name)).map(names);
  const cut = columns.encoded.filter(isBinned);
  const buckets = cut.map(name => ({column: names(name), count: Number(bins.wanted[name])}));
  const ending = (name: string) => (isOneHot ? '_codes' : isBinned(name) ? '_bin' : '_index');
  return {
    stages: [
      ...(words.length > 0 ? wordStages(words, isOneHot) : []),
      ...(cut.length > 0 ? binStages(buckets, isOneHot) : []),
    ],
    blocks: columns.encoded.map(name => `${names(name)}${ending(name)}`),
  };
}

function wordStages(words: readonly string[], isOneHot: boolean): readonly string[] {
  const index = stage('StringIndexer', [
    'inputCols=WORDS',
    `outputCols=${nameList(words, '_index')}`,
    "stringOrderType='alphabetAsc'",
    "handleInvalid='keep'",
  ]);
  if (!isOneHot) return [index];
  const why =
    '# The last index stands for words that the training rows never showed;\n# it is dropped, and they are all zeros.';
  const codes = stage('OneHotEncoder', [
    `inputCols=${nameList(words, '_index')}`,
    `outputCols=${nameList(words, '_codes')}`,
  ]);
  return [index, `${why}\n${codes}`];
}

type Bucket = {readonly column: string; readonly count: number};

function binStages(buckets: readonly Bucket[], isOneHot: boolean): readonly string[] {
  const cut = buckets.map(({column, count}) =>
    stage('QuantileDiscretizer', [
      `numBuckets=${count}`,
      `inputCol=${pythonString(column)}`,
      `outputCol=${pythonString(`${column}_bin`)}`,
      `relativeError=${quantileError}`,
    ]),
  );
  if (!isOneHot) return cut;
  const columns = buckets.map(({column}) => column);
  const [inputs, outputs] = [nameList(columns, '_bin'), nameList(columns, '_codes')];
  return [...cut, stage('OneHotEncoder', [`inputCols=${inputs}`, `outputCols=${outputs}`, 'dropLast=False'])];
}

/** A stage as it stands in the list of stages. */
function stage(name: string, given: readonly string[]): string {
  return pythonCall(name, given, 8);
}

function nameList(columns: readonly string[], ending = ''): string {
  const names = columns.map(name => pythonString(`${name}${ending}`));
  return pythonList(names, ' '.repeat(24));
}

function scaleNumbers({scaled}: PipelineColumns, {scale, polynomial}: FittedSteps, names: SparkNames): Blocks {
  if (scaled.length === 0) return {stages: [], blocks: []};
  const inputs = nameList(scaled.map(names));
  const assemble = stage('VectorAssembler', [`inputCols=${inputs}`, "outputCol='numbers'"]);
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
    const selector = pythonCall(
      'VarianceThresholdSelector',
      [...given, `varianceThreshold=${step.variance_threshold}`],
      8,
    );
    return {stages: [...stages, selector], column: 'selected'};
  }
  if (step.method === 'correlation' || step.score === 'mutual_information') {
    const setting =
      step.method === 'correlation' ? 'features.select: correlation' : 'features.score: mutual_information';
    throw cannotExport(
      setting,
      'Spark ML',
      'Use `features.select: variance`, or k_best with `features.score: f_test`.',
    );
  }
  const labels = artifact.task === 'classification' ? 'categorical' : 'continuous';
  const selector = pythonCall(
    'UnivariateFeatureSelector',
    [...given, "labelCol='label'", "selectionMode='numTopFeatures'"],
    8,
  );
  const types = `.setFeatureType('continuous').setLabelType('${labels}').setSelectionThreshold(${step.k})`;
  return {stages: [...stages, `${selector}${types}`], column: 'selected'};
}

function project({stages, column}: Laid, {pca}: FittedSteps): Laid {
  if (!pca) return {stages, column};
  return {
    stages: [...stages, `PCA(k=${pca.components.length}, inputCol='${column}', outputCol='components')`],
    column: 'components',
  };
}
