import {featureNames, pipelineColumns} from '../columns.ts';
import type {ExportedRun} from '../exported-run.ts';
import type {FittedSteps, SelectStep} from '../fitted-steps.ts';
import {indentLines, pythonCall, pythonList} from '../python/layout.ts';
import {transformers} from './transformers.ts';

/** The parts of the script that select columns and turn them into components; none where the pipeline does neither. */
export function featuresSection(run: ExportedRun, steps: FittedSteps): readonly string[] {
  const {select, pca} = steps;
  if (!select && !pca) return [];
  const does = [
    ...(select ? [selector(select, run, steps)] : []),
    ...(pca ? [`PCA(n_components=${pca.components.length}, svd_solver='full')`] : []),
  ];
  const remark = select && isWrittenOut(select, run) ? [writtenOut(select)] : [];
  const build = [...remark, `return ${does.length === 1 ? does[0]! : pythonCall('make_pipeline', does, 11)}`];
  return [
    ...(select?.method === 'correlation' ? [transformers.correlation] : []),
    `def build_features():\n${indentLines(build.join('\n'))}`,
  ];
}

function selector(select: SelectStep, run: ExportedRun, steps: FittedSteps): string {
  if (select.method === 'variance') return `VarianceThreshold(threshold=${select.variance_threshold})`;
  if (select.method === 'correlation') return `DropCorrelated(limit=${select.correlation_limit})`;
  const names = featureNames(pipelineColumns(run.artifact, steps), steps);
  if (isWrittenOut(select, run)) {
    const places = select.kept.map(name => String(names.indexOf(name)));
    return `ColumnTransformer([('kept', 'passthrough', ${pythonList(places, ' '.repeat(50))})])`;
  }
  const score = run.artifact.task === 'regression' ? 'f_regression' : 'f_classif';
  return `SelectKBest(${score}, k=${select.k >= names.length ? "'all'" : select.k})`;
}

function isWrittenOut({method, score}: SelectStep, {selectionIsTied}: ExportedRun): boolean {
  return method === 'k_best' && (score === 'mutual_information' || selectionIsTied);
}

function writtenOut({score}: SelectStep): string {
  return score === 'mutual_information'
    ? '# scikit-learn adds noise to this score, so the columns that the run chose are written out by place.'
    : '# Columns with equal scores stand on both sides of the line, and scikit-learn draws it elsewhere:\n# the columns that the run chose are written out by place.';
}
