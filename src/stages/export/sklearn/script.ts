import {cannotExport} from '../cannot-export.ts';
import {pipelineColumns} from '../columns.ts';
import type {ExportedRun} from '../exported-run.ts';
import {readFittedSteps} from '../fitted-steps.ts';
import {importLines} from '../python/imports.ts';
import {joinParts, pythonComment} from '../python/layout.ts';
import {refuseTraps} from '../refuse-traps.ts';
import {evaluateSection} from './evaluate.ts';
import {featuresSection} from './features.ts';
import {constantsSection, loadSection} from './load.ts';
import {modelSection, weighsRowsInFit} from './model.ts';
import {sklearnModules} from './modules.ts';
import {preprocessingSection} from './preprocessing.ts';
import {splitSection, testRowsSection} from './split.ts';

/**
 * Write a run as a Python script for scikit-learn: the same steps, order, split and model.
 *
 * `python3 script.py [data.csv]` prints `{"metrics": {…}}` of the test rows. It uses only what scikit-learn 1.2 and the
 * current version both have.
 *
 * @throws {KnownError} `bad_setting` for what scikit-learn cannot express.
 */
export function sklearnScript(run: ExportedRun): string {
  refuseTraps(run);
  const steps = readFittedSteps(run.artifact);
  if (steps.impute.strategy === 'drop_rows' && steps.impute.indicated.length > 0) {
    throw cannotExport(
      'preprocessing.missing_indicator',
      'a script that drops rows',
      'Set it to false: it is 0 in every row.',
    );
  }
  const columns = pipelineColumns(run.artifact, steps);
  const features = featuresSection(run, steps);
  const body = joinParts([
    constantsSection(run, columns, steps),
    loadSection(run, columns),
    splitSection(run, columns, steps),
    ...preprocessingSection(run, steps),
    ...features,
    modelSection(run),
    pipelineSection(features.length > 0),
    evaluateSection(run),
    mainSection(run),
    testRowsSection(run),
    "if __name__ == '__main__':\n    main(*sys.argv[1:2])",
  ]);
  return `${header(run)}\n${importLines(body, sklearnModules)}\n\n${body}`;
}

function header({product, spec, metrics}: ExportedRun): string {
  const shown = Object.entries(metrics).filter(([, value]) => value !== null);
  const figures = shown.map(([name, value]) => `${name} ${Number(value!.toPrecision(6))}`).join(', ');
  return [
    '#!/usr/bin/env python3',
    pythonComment(
      `The pipeline "${spec.name}", written by ml-pipeline-tutor ${product} for scikit-learn 1.2 and later.`,
    ),
    '#',
    '#     python3 script.py [data.csv]',
    '#',
    '# prints the metrics of the test rows as JSON. In the run they were:',
    pythonComment(`${figures}.`),
  ].join('\n');
}

function pipelineSection(hasFeatures: boolean): string {
  const steps = ['preprocessing', ...(hasFeatures ? ['features'] : []), 'model'];
  const entries = steps.map(name => `        ('${name}', build_${name}()),`);
  return `def build_pipeline():\n    return Pipeline([\n${entries.join('\n')}\n    ])`;
}

function mainSection(run: ExportedRun): string {
  const weighs = weighsRowsInFit(run);
  return [
    'def main(path=DATA):',
    '    X_train, X_test, y_train, y_test = split(load(path))',
    ...(weighs ? ["    weights = compute_sample_weight('balanced', y_train)"] : []),
    `    pipeline = build_pipeline().fit(X_train, y_train${weighs ? ', model__sample_weight=weights' : ''})`,
    "    print(json.dumps({'metrics': evaluate(pipeline, X_test, y_test)}, indent=2))",
  ].join('\n');
}
