import type {ExportedRun} from '../exported-run.ts';
import {readFittedSteps} from '../fitted-steps.ts';
import {pythonComment} from '../python/layout.ts';
import {commentText, pythonString} from '../python/literal.ts';
import {refuseTraps} from '../refuse-traps.ts';
import {weighsRowsInFit} from '../sklearn/model.ts';
import {sklearnScript} from '../sklearn/script.ts';

/**
 * Write a pipeline as an Airflow DAG: one task per stage, each calling the scikit-learn script of the same pipeline.
 *
 * @param module - the name of that script as a Python module, without its ending.
 * @throws {KnownError} `bad_setting` for what the script cannot express.
 */
export function airflowDag(run: ExportedRun, module: string): string {
  refuseTraps(run);
  // What the script cannot express, the tasks that call it cannot either.
  sklearnScript(run);
  const {select, pca} = readFittedSteps(run.artifact);
  const hasFeatures = select !== null || pca !== null;
  return `${header(run, module)}\n\n${imports}\n\n${constants(run, module)}\n\n\n${folderHelpers}\n\n\n${dag(run, module, hasFeatures)}\n`;
}

function header({product, spec}: ExportedRun, module: string): string {
  return [
    pythonComment(`The pipeline "${spec.name}" as an Airflow DAG, written by ml-pipeline-tutor ${product} for Airflow 3.`),
    '#',
    '# With Airflow 2.4 and later, import from airflow.decorators instead of airflow.sdk; nothing else differs.',
    '#',
    '# Each task calls the scikit-learn script of the same pipeline. Put it beside this file in the DAGs folder:',
    '#',
    `#     ml-pipeline-tutor export … --to sklearn --out dags/${module}.py`,
    '#',
    '# What differs from ml-pipeline-tutor:',
    '# - A task that is run again does its work again: Airflow does not look whether anything has changed.',
    '# - Tasks hand on the paths of files, and these lie in PIPELINE_FOLDER. With several workers it must be a',
    '#   folder that all of them share.',
    '# - The split is that of the run the script was made from, so it fits the same table only. For new data',
    '#   give the table a column that says "train" or "test", and export with `split.column`.',
    pythonComment(
      `- Registering is copying a file: the model in production is the one of the newest run that was promoted (${promotion(spec.deployment)}).`,
    ),
    ...(spec.monitoring.policy === 'drift' || spec.monitoring.policy === 'performance'
      ? [pythonComment(`- \`monitoring.policy: ${spec.monitoring.policy}\` has no task: let what watches the model trigger this DAG.`)]
      : []),
    ...(spec.tuning.method === 'none' ? [] : ['# - Tuning is done: the script has the settings that the search chose.']),
  ].join('\n');
}

function promotion({promote, margin}: ExportedRun['spec']['deployment']): string {
  if (promote !== 'if_better') return `promote: ${promote}`;
  return margin === 0 ? 'promote: if_better' : `promote: if_better, margin: ${margin}`;
}

const imports = `import json
import os
import re
import shutil
from datetime import datetime, timedelta, timezone
from pathlib import Path

from airflow.sdk import dag, task`;

function constants({spec, artifact}: ExportedRun, module: string): string {
  const metric = artifact.task === 'regression' ? 'rmse' : artifact.classes.length === 2 ? 'roc_auc' : 'accuracy';
  return [
    `FOLDER = Path(os.environ.get('PIPELINE_FOLDER', ${pythonString(`/tmp/${module}`)}))`,
    `DATA = os.environ.get('PIPELINE_DATA')  # the table; where it is not set, the script's own`,
    `METRIC = ${pythonString(metric)}`,
    ...(spec.deployment.promote === 'if_better' ? [`MARGIN = ${spec.deployment.margin}`] : []),
  ].join('\n');
}

// Libraries are imported inside the tasks: Airflow reads this file again and again.
const folderHelpers = `def save(value, run_id, name):
    """Keep what a task made, and give the path of it to the next."""
    import joblib

    path = FOLDER / 'runs' / re.sub(r'\\W+', '-', run_id) / f'{name}.joblib'
    path.parent.mkdir(parents=True, exist_ok=True)
    joblib.dump(value, path)
    return str(path)


def load(path):
    import joblib

    return joblib.load(path)`;

function dag(run: ExportedRun, module: string, hasFeatures: boolean): string {
  const {spec} = run;
  const {policy, every} = spec.monitoring;
  const schedule = policy === 'schedule' && every !== null ? pythonString(every) : 'None';
  const tasks = [
    ingestion(module),
    split(module),
    preprocessing(module),
    ...(hasFeatures ? [features(module)] : []),
    training(module, weighsRowsInFit(run)),
    evaluation(module, hasFeatures),
    deployment(run),
  ];
  const flow = hasFeatures ? featureFlow : plainFlow;
  return [
    '@dag(',
    `    dag_id=${pythonString(dagId(spec.name))},`,
    `    schedule=${schedule},`,
    '    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),',
    '    catchup=False,',
    '    max_active_runs=1,',
    "    default_args={'retries': 1, 'retry_delay': timedelta(minutes=5)},",
    "    tags=['ml-pipeline-tutor'],",
    ')',
    'def pipeline():',
    ...tasks.map(text => `${text.replace(/^(?=.)/gm, '    ')}\n`),
    flow.replace(/^(?=.)/gm, '    '),
    '',
    '',
    'pipeline()',
  ].join('\n');
}

function ingestion(module: string): string {
  return `@task
def ingestion(run_id=None):
    import ${module} as script

    return save(script.load(DATA or script.DATA), run_id, 'table')`;
}

function split(module: string): string {
  return `@task
def split(table, run_id=None):
    import ${module} as script

    return save(script.split(load(table)), run_id, 'split')`;
}

function preprocessing(module: string): string {
  return `@task
def preprocessing(parts, run_id=None):
    import ${module} as script

    X_train, _, y_train, _ = load(parts)
    step = script.build_preprocessing()
    X = step.fit_transform(X_train, y_train)
    return save((step, X), run_id, 'preprocessing')`;
}

function features(module: string): string {
  return `@task
def features(parts, preprocessed, run_id=None):
    import ${module} as script

    _, _, y_train, _ = load(parts)
    _, X = load(preprocessed)
    step = script.build_features()
    return save((step, step.fit_transform(X, y_train)), run_id, 'features')`;
}

function training(module: string, weighs: boolean): string {
  const weight = weighs ? "\n    weights = script.compute_sample_weight('balanced', y_train)" : '';
  return `@task
def training(parts, prepared, run_id=None):
    import ${module} as script

    _, _, y_train, _ = load(parts)
    _, X = load(prepared)${weight}
    model = script.build_model().fit(X, y_train${weighs ? ', sample_weight=weights' : ''})
    return save(model, run_id, 'model')`;
}

function evaluation(module: string, hasFeatures: boolean): string {
  const given = hasFeatures ? 'parts, preprocessed, selected, model' : 'parts, preprocessed, model';
  const steps = [
    "        ('preprocessing', load(preprocessed)[0]),",
    ...(hasFeatures ? ["        ('features', load(selected)[0]),"] : []),
    "        ('model', load(model)),",
  ];
  return `@task
def evaluation(${given}, run_id=None):
    import ${module} as script

    fitted = script.Pipeline([
${steps.join('\n')}
    ])
    _, X_test, _, y_test = load(parts)
    metrics = script.evaluate(fitted, X_test, y_test)
    print(json.dumps({'metrics': metrics}))
    return {'model': save(fitted, run_id, 'fitted'), 'metrics': metrics}`;
}

function deployment({spec, artifact}: ExportedRun): string {
  const {promote} = spec.deployment;
  if (promote === 'never') {
    return `@task
def deployment(result):
    return f'not promoted: {result["model"]}'`;
  }
  const better = artifact.task === 'regression' ? 'was[METRIC] - now[METRIC]' : 'now[METRIC] - was[METRIC]';
  const gate =
    promote === 'always'
      ? ''
      : `
    if record.exists():
        was, now = json.loads(record.read_text()), result['metrics']
        if not ${better} > MARGIN:
            return f'kept the model in production: {METRIC} {was[METRIC]} against {now[METRIC]}'`;
  return `@task
def deployment(result):
    production = FOLDER / 'production'
    production.mkdir(parents=True, exist_ok=True)
    record = production / 'metrics.json'${gate}
    # Copied under another name first, so that a reader never finds half a file.
    shutil.copy(result['model'], production / 'model.new')
    (production / 'model.new').replace(production / 'model.joblib')
    record.write_text(json.dumps(result['metrics']))
    return 'promoted'`;
}

const plainFlow = `parts = split(ingestion())
preprocessed = preprocessing(parts)
model = training(parts, preprocessed)
deployment(evaluation(parts, preprocessed, model))`;

const featureFlow = `parts = split(ingestion())
preprocessed = preprocessing(parts)
selected = features(parts, preprocessed)
model = training(parts, selected)
deployment(evaluation(parts, preprocessed, selected, model))`;

function dagId(name: string): string {
  return commentText(name).replace(/[^A-Za-z0-9_.-]+/g, '_').slice(0, 200) || 'pipeline';
}
