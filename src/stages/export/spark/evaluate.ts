import type {ExportedRun} from '../exported-run.ts';

const scoreClasses = `    def score(name, **more):
        return MulticlassClassificationEvaluator(metricName=name, **more).evaluate(predictions)`;

const binary = `    def area(name):
        evaluator = BinaryClassificationEvaluator(rawPredictionCol='probability', metricName=name)
        return evaluator.evaluate(predictions)

    recalls = [score('recallByLabel', metricLabel=label) for label in (0.0, 1.0)]
    chance = vector_to_array(F.col('probability'))[1]
    return {
        'accuracy': score('accuracy'),
        'balanced_accuracy': sum(recalls) / 2,
        'precision': score('precisionByLabel', metricLabel=1.0),
        'recall': recalls[1],
        'f1': score('fMeasureByLabel', metricLabel=1.0),
        'roc_auc': area('areaUnderROC'),
        'average_precision': area('areaUnderPR'),
        'log_loss': score('logLoss'),
        'brier_score': predictions.agg(F.mean(F.pow(chance - F.col('label'), 2))).first()[0],
    }`;

const averages = {
  macro: `        'precision': mean('precisionByLabel'),
        'recall': mean('recallByLabel'),
        'f1': mean('fMeasureByLabel'),`,
  weighted: `        'precision': score('weightedPrecision'),
        'recall': score('weightedRecall'),
        'f1': score('weightedFMeasure'),`,
  // With one label per row, all three are the share predicted right.
  micro: `        'precision': score('accuracy'),
        'recall': score('accuracy'),
        'f1': score('accuracy'),`,
} as const;

const regression = `def evaluate(predictions):
    def score(name):
        return RegressionEvaluator(metricName=name).evaluate(predictions)

    return {'rmse': score('rmse'), 'mae': score('mae'), 'r2': score('r2')}`;

/** The function that scores predictions with the evaluators of Spark. */
export function evaluateSection({artifact, spec}: ExportedRun): string {
  if (artifact.task === 'regression') return regression;
  const body = artifact.classes.length === 2 ? binary : manyClasses(averages[spec.evaluation.average]);
  return `def evaluate(predictions):\n${scoreClasses}\n\n${body}`;
}

function manyClasses(averaged: string): string {
  return `    labels = [row[0] for row in predictions.select('label').distinct().collect()]

    def mean(name):
        return sum(score(name, metricLabel=label) for label in labels) / len(labels)

    return {
        'accuracy': score('accuracy'),
        'balanced_accuracy': mean('recallByLabel'),
${averaged}
        'log_loss': score('logLoss'),
    }`;
}
