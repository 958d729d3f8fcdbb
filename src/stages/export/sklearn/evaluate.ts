import type {ExportedRun} from '../exported-run.ts';
import {commentText, pythonString, pythonValue} from '../python/literal.ts';

/** The function that scores the test rows with the metrics of the run. */
export function evaluateSection(run: ExportedRun): string {
  const {artifact} = run;
  if (artifact.task === 'regression') return functionOf(['predicted = pipeline.predict(X)'], regressionMetrics, run);
  const isBinary = artifact.classes.length === 2;
  return functionOf(
    [...probabilityLines(run), ...(isBinary ? binaryLines(run) : manyClassLines)],
    isBinary ? binaryMetrics() : manyClassMetrics(run.spec.evaluation.average),
    run,
  );
}

const mostProbable = 'predicted = np.array(classes)[probabilities.argmax(axis=1)]';
const manyClassLines = [
  mostProbable,
  'one_by_one = zip(classes, probabilities.T)',
  'areas = [average_precision_score(y == name, chance) for name, chance in one_by_one]',
];

type Metrics = {readonly [name: string]: string};

const regressionMetrics: Metrics = {
  rmse: 'np.sqrt(mean_squared_error(y, predicted))',
  mae: 'mean_absolute_error(y, predicted)',
  r2: 'r2_score(y, predicted)',
};

function binaryMetrics(): Metrics {
  const ofPositive = 'y, predicted, pos_label=POSITIVE, zero_division=0';
  return {
    accuracy: 'accuracy_score(y, predicted)',
    balanced_accuracy: 'balanced_accuracy_score(y, predicted)',
    precision: `precision_score(${ofPositive})`,
    recall: `recall_score(${ofPositive})`,
    f1: `f1_score(${ofPositive})`,
    roc_auc: 'roc_auc_score(y == POSITIVE, chance)',
    average_precision: 'average_precision_score(y == POSITIVE, chance)',
    log_loss: 'log_loss(y, probabilities, labels=classes)',
    brier_score: 'brier_score_loss(y == POSITIVE, chance)',
  };
}

function manyClassMetrics(average: string): Metrics {
  const averaged = `y, predicted, average=${pythonString(average)}, zero_division=0`;
  return {
    accuracy: 'accuracy_score(y, predicted)',
    balanced_accuracy: 'balanced_accuracy_score(y, predicted)',
    precision: `precision_score(${averaged})`,
    recall: `recall_score(${averaged})`,
    f1: `f1_score(${averaged})`,
    roc_auc: "roc_auc_score(y, probabilities, multi_class='ovr', labels=classes)",
    average_precision: 'np.mean(areas)',
    log_loss: 'log_loss(y, probabilities, labels=classes)',
    brier_score: 'None',
  };
}

function probabilityLines({artifact: {classes}, trainedClasses}: ExportedRun): readonly string[] {
  if (classes.length === trainedClasses.length) {
    return ['classes = list(pipeline.classes_)', 'probabilities = pipeline.predict_proba(X)'];
  }
  return [
    '# A class that no training row has gets the probability 0.',
    `classes = ${pythonValue(classes)}`,
    'probabilities = pd.DataFrame(pipeline.predict_proba(X), columns=pipeline.classes_)',
    'probabilities = probabilities.reindex(columns=classes, fill_value=0).to_numpy()',
  ];
}

function binaryLines({artifact: {threshold}}: ExportedRun): readonly string[] {
  return [
    'chance = probabilities[:, classes.index(POSITIVE)]',
    threshold === 0.5
      ? mostProbable
      : `predicted = np.where(chance >= ${threshold}, POSITIVE, classes[1 - classes.index(POSITIVE)])`,
  ];
}

function functionOf(lines: readonly string[], metrics: Metrics, {undefinedMetrics}: ExportedRun): string {
  const entries = Object.entries(metrics).map(([name, call]) => {
    const reason = undefinedMetrics[name];
    return reason === undefined ? `'${name}': ${call},` : `'${name}': None,  # ${commentText(reason)}`;
  });
  const hasNone = entries.some(entry => entry.includes(': None,'));
  return [
    'def evaluate(pipeline, X, y):',
    ...lines.map(line => `    ${line}`),
    '    metrics = {',
    ...entries.map(entry => `        ${entry}`),
    '    }',
    `    return {name: ${hasNone ? 'None if value is None else float(value)' : 'float(value)'} for name, value in metrics.items()}`,
  ].join('\n');
}
