import {defaultMetric} from '../../evaluation/scores.ts';
import type {ExportedRun} from '../exported-run.ts';
import {readFittedSteps} from '../fitted-steps.ts';
import {indentLines, pythonComment} from '../python/layout.ts';
import {commentText, pythonString} from '../python/literal.ts';
import {refuseTraps} from '../refuse-traps.ts';
import {weighsRowsInFit} from '../sklearn/model.ts';
import {sklearnScript} from '../sklearn/script.ts';
import {taskSections} from './tasks.ts';

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
    pythonComment(
      `The pipeline "${spec.name}" as an Airflow DAG, written by ml-pipeline-tutor ${product} for Airflow 3.`,
    ),
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
      '',
      '  ',
    ),
    ...(spec.monitoring.policy === 'drift' || spec.monitoring.policy === 'performance'
      ? [
          pythonComment(
            `- \`monitoring.policy: ${spec.monitoring.policy}\` has no task: let what watches the model trigger this DAG.`,
            '',
            '  ',
          ),
        ]
      : []),
    ...(Object.keys(spec.deployment.gates).some(name => name !== 'min' && name !== 'max')
      ? ['# - Of `deployment.gates` only `min` and `max` are kept: the others ask what only ml-pipeline-tutor knows.']
      : []),
    ...(spec.tuning.method === 'none'
      ? []
      : ['# - Tuning is done: the script has the settings that the search chose.']),
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
  const {promote, margin} = spec.deployment;
  return [
    "AIRFLOW = Path(os.environ.get('AIRFLOW_HOME', Path.home() / 'airflow'))",
    `FOLDER = Path(os.environ.get('PIPELINE_FOLDER', AIRFLOW / 'pipelines' / ${pythonString(module)}))`,
    "DATA = os.environ.get('PIPELINE_DATA')  # the table; where it is not set, the script's own",
    ...(promote === 'if_better'
      ? [`METRIC = ${pythonString(defaultMetric(artifact.classes))}`, `MARGIN = ${margin}`]
      : []),
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
  const tasks = taskSections(run, {module, hasFeatures, weighs: weighsRowsInFit(run)});
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
    tasks.map(text => indentLines(text)).join('\n\n'),
    '',
    '',
    'pipeline()',
  ].join('\n');
}

function dagId(name: string): string {
  return (
    commentText(name)
      .replace(/[^A-Za-z0-9_.-]+/g, '_')
      .slice(0, 200) || 'pipeline'
  );
}
