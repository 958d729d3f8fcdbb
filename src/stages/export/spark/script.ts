import {cannotExport} from '../cannot-export.ts';
import {type PipelineColumns, pipelineColumns} from '../columns.ts';
import type {ExportedRun} from '../exported-run.ts';
import {type FittedSteps, readFittedSteps} from '../fitted-steps.ts';
import {importLines} from '../python/imports.ts';
import {joinParts, pythonComment} from '../python/layout.ts';
import {refuseTraps} from '../refuse-traps.ts';
import {differences} from './differences.ts';
import {evaluateSection} from './evaluate.ts';
import {createdSection} from './expression.ts';
import {constantsSection, loadSection} from './load.ts';
import {sparkNames} from './names.ts';
import {pipelineSection} from './pipeline.ts';
import {prepareSection} from './prepare.ts';
import {splitSection} from './split.ts';

/** Where the names that a script may use come from. */
const modules = {
  'pyspark.ml': ['Pipeline'],
  'pyspark.ml.classification': ['DecisionTreeClassifier', 'LogisticRegression', 'NaiveBayes', 'RandomForestClassifier'],
  'pyspark.ml.evaluation': [
    'BinaryClassificationEvaluator',
    'MulticlassClassificationEvaluator',
    'RegressionEvaluator',
  ],
  'pyspark.ml.feature': [
    'Imputer',
    'MinMaxScaler',
    'OneHotEncoder',
    'PCA',
    'PolynomialExpansion',
    'QuantileDiscretizer',
    'RobustScaler',
    'StandardScaler',
    'StringIndexer',
    'UnivariateFeatureSelector',
    'VarianceThresholdSelector',
    'VectorAssembler',
  ],
  'pyspark.ml.functions': ['vector_to_array'],
  'pyspark.ml.regression': ['DecisionTreeRegressor', 'LinearRegression', 'RandomForestRegressor'],
} as const;

/**
 * Write a pipeline as a PySpark script, for data larger than one machine.
 *
 * @throws {KnownError} `bad_setting` for what Spark ML cannot express.
 */
export function sparkScript(run: ExportedRun): string {
  refuseTraps(run);
  const steps = readFittedSteps(run.artifact);
  const columns = pipelineColumns(run.artifact, steps);
  refuseEmpty(columns);
  const names = sparkNames(run, steps);
  const body = joinParts([
    constantsSection(run, columns, names),
    loadSection(run, columns, names),
    splitSection(run, names),
    ...(steps.created.length > 0 ? createdSection(steps, names) : []),
    prepareSection(columns, steps, names),
    pipelineSection(run, columns, steps, names),
    run.classWeight === 'balanced' ? weighSection : null,
    evaluateSection(run),
    mainSection(run),
    "if __name__ == '__main__':\n    if len(sys.argv) != 2:\n        sys.exit('Usage: spark-submit script.py DATA.csv')\n    main(sys.argv[1])",
  ]);
  const imports = importLines(body, modules, ['from pyspark.sql import SparkSession, functions as F']);
  return `${header(run, steps)}\n${imports}\n\n${body}`;
}

const weighSection = `def weigh(train):
    """Give the rows of rare classes more weight, so that every class weighs the same in all."""
    counts = {row[TARGET]: row['count'] for row in train.groupBy(TARGET).count().collect()}
    total = sum(counts.values())
    weights = [F.lit(x) for name, n in counts.items() for x in (name, total / (len(counts) * n))]
    return train.withColumn('weight', F.create_map(*weights)[F.col(TARGET)])`;

function refuseEmpty({numbers, words}: PipelineColumns): void {
  if (numbers.length + words.length > 0) return;
  throw cannotExport('a pipeline without columns', 'Spark ML', 'Keep at least one column of numbers or words.');
}

function header(run: ExportedRun, steps: FittedSteps): string {
  const {product, spec} = run;
  return [
    '#!/usr/bin/env python3',
    pythonComment(`The pipeline "${spec.name}", written by ml-pipeline-tutor ${product} for PySpark 3.5 and 4.`),
    '#',
    '#     spark-submit script.py DATA.csv',
    '#',
    '# prints the metrics of the test rows as JSON. It does the steps of the run it was made from, for data',
    '# larger than one machine. Its figures come close to those of the run and are not equal:',
    ...differences(run, steps).map(text => pythonComment(`- ${text}`, '', '  ')),
  ].join('\n');
}

function mainSection({classWeight, columns}: ExportedRun): string {
  const lower = columns.map(({name}) => name.toLowerCase());
  // Else Spark takes names for the same that differ in case alone.
  const config = new Set(lower).size < lower.length ? ".config('spark.sql.caseSensitive', 'true')" : '';
  const weighs = classWeight === 'balanced' ? ['    train = weigh(train)'] : [];
  return [
    'def main(path):',
    `    spark = SparkSession.builder.appName(NAME)${config}.getOrCreate()`,
    '    train, test = split(load(spark, path))',
    '    prepare = learn_preparation(train)',
    '    train, test = prepare(train).cache(), prepare(test)',
    ...weighs,
    '    model = build_pipeline(rows=train.count()).fit(train)',
    "    print(json.dumps({'metrics': evaluate(model.transform(test))}, indent=2))",
    '    spark.stop()',
  ].join('\n');
}
