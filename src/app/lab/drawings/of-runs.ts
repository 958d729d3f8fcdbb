import {
  type Bar,
  barChart,
  type Chart,
  formatNumber,
  intervalChart,
  lineChart,
  lossCurve,
} from '../../../charts/index.ts';
import {type BlockFigure, runsOfBlock, valuesOfBlock} from '../../../tutor/figures/block.ts';
import {evaluateExpression} from '../../../tutor/figures/expression.ts';
import {isList, readPath} from '../../../tutor/figures/result.ts';
import {figures} from '../../figures.ts';
import type {Drawer, FigureMaterial} from '../../lesson-figures.ts';
import type {RunResult} from '../../run-result.ts';
import {asChart, asWords, runsOf, sayName, sayRun} from './drawing.ts';

/** Draw values of one or several runs as bars under one another. */
export const drawBars: Drawer = (figure, material, size) => {
  const known = valuesOfBlock(figure).flatMap(({source, value}) => {
    const found = evaluateExpression(value, material.runs);
    return 'value' in found && typeof found.value === 'number' ? [{source, value: found.value}] : [];
  });
  if (known.length === 0) return asWords('Side by side', barsToCome(figure, material));
  const {title, labels} = nameBars(known.map(({source}) => source));
  const bars: readonly Bar[] = known.map(({value}, index) => ({label: labels[index]!, value}));
  const isShare = known.every(({source}) => shares.has(source.split('.').at(-1)!));
  // Of a few runs nobody asks which is the highest.
  const sentence = `${bars.map(({label, value}) => `${label} ${formatNumber(value)}`).join(', ')}.`;
  const reading = bars.length < 4 ? {sentence} : {};
  return asChart(barChart({title, bars, ...reading, ...(isShare ? {full: 1} : {})}, size));
};

function barsToCome(figure: BlockFigure, {runs}: FigureMaterial): string {
  const isMade = runsOfBlock(figure).every(run => run in runs);
  return isMade ? 'This run has none of these figures.' : 'The bars are drawn when the run has been made.';
}

const shares: ReadonlySet<string> = new Set([
  'accuracy',
  'balanced_accuracy',
  'precision',
  'recall',
  'f1',
  'roc_auc',
  'average_precision',
]);

/** What all sources end in stands in the title, what tells them apart at the bars. */
function nameBars(sources: readonly string[]): {readonly title: string; readonly labels: readonly string[]} {
  const paths = sources.map(source => source.split('.'));
  const common = commonEnd(paths.map(([, ...path]) => path));
  const isOneRun = paths.every(([run]) => run === paths[0]![0]);
  const labels = paths.map(([run, ...path]) => {
    const own = sayName(path.slice(0, path.length - common.length).join(' '));
    if (own === '') return sayRun(run!);
    return isOneRun ? own : `${sayRun(run!)}: ${own}`;
  });
  return {title: common.length === 0 ? 'Side by side' : capital(sayName(common.join(' '))), labels};
}

function commonEnd(paths: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = paths;
  const isShared = (length: number) =>
    paths.every(path => path.slice(-length).join('.') === first.slice(-length).join('.'));
  let length = 0;
  while (length < first.length && isShared(length + 1)) length += 1;
  return length === 0 ? [] : first.slice(-length);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Draw the ROC or precision-recall curve of one run, or those of up to three runs together. */
export function drawCurves(kind: 'roc' | 'pr'): Drawer {
  return ({args}, material, size) => {
    const runs = runsOf(material, args);
    const title = kind === 'roc' ? 'ROC curve' : 'Precision and recall';
    if (runs.length === 0) return asWords(title, 'The curve is drawn when the run has been made.');
    const single = runs.length === 1 ? figures[kind](runs[0]![1], size) : null;
    if (single) return asChart(single);
    const curves = runs.filter(([, run]) => run[kind] !== null);
    if (curves.length === 0) return asWords(title, 'There is a curve where the target has two classes.');
    return asChart(kind === 'roc' ? rocCurves(curves, size) : prCurves(curves, size));
  };
}

type Named = ReadonlyArray<readonly [string, RunResult]>;
type Size = Parameters<typeof lineChart>[1];

function rocCurves(runs: Named, size: Size): Chart {
  const series = runs.map(([name, {roc}]) => ({label: sayRun(name), x: roc!.fpr, y: roc!.tpr}));
  const axes = {xLabel: 'false positive rate', yLabel: 'true positive rate'};
  return lineChart({title: 'ROC curves', ...axes, series, yRange: [0, 1], sentence: readAreas(runs, 'roc_auc')}, size);
}

function prCurves(runs: Named, size: Size): Chart {
  const series = runs.map(([name, {pr}]) => ({label: sayRun(name), x: pr!.recall, y: pr!.precision}));
  const text = {title: 'Precision and recall', xLabel: 'recall', yLabel: 'precision'};
  return lineChart({...text, series, yRange: [0, 1], sentence: readAreas(runs, 'average_precision')}, size);
}

function readAreas(runs: Named, metric: string): string {
  const parts = runs.map(([name, {metrics}]) => {
    const value = metrics.test[metric];
    return `${sayRun(name)} ${typeof value === 'number' ? value.toFixed(3) : 'unknown'}`;
  });
  return `The area under each curve (${metric}): ${parts.join(', ')}.`;
}

/** Draw the scores of each fold of cross-validation, a row for each run. */
export const drawFolds: Drawer = ({args}, material, size) => {
  const runs = runsOf(material, args).filter(([, {metrics}]) => metrics.cross_validation !== null);
  const [first] = runs;
  if (!first) return asWords('Cross-validation', 'Set evaluation.cross_validate to see the score of each fold.');
  const {metric} = first[1].metrics.cross_validation!;
  const rows = runs.map(([name, {metrics}]) => ({label: sayRun(name), scores: metrics.cross_validation!.scores}));
  return asChart(intervalChart({metric, rows}, size));
};

/** Draw the loss of each run by round of its training. */
export const drawLossCurves: Drawer = ({args}, material, size) => {
  const curves = runsOf(material, args).flatMap(([name, run]) => {
    const [curve] = lossesOf(run);
    return curve ? [{label: args.length > 1 ? sayRun(name) : curve.label, values: curve.values}] : [];
  });
  if (curves.length === 0) return asWords('Loss', 'This model does not learn in rounds, so it has no loss curve.');
  return asChart(lossCurve({curves}, size));
};

/** The losses a run's model left behind, where it learns in rounds. */
function lossesOf(run: RunResult): ReadonlyArray<{readonly label: string; readonly values: readonly number[]}> {
  const {explanation} = run as {explanation?: {curves?: ReturnType<typeof lossesOf>} | null};
  return explanation?.curves ?? [];
}

/** Draw a list of numbers out of a run's result as a line. */
export const drawLine: Drawer = ({args: [name = 'result', field = '']}, material, size) => {
  const title = capital(sayName(field.replaceAll('.', ' ')));
  const json = material.runs[name];
  const value = json && readPath(json, field.split('.'));
  const numbers = value !== undefined && value !== null && typeof value === 'object' && isList(value) ? value : [];
  const y = numbers.filter(item => typeof item === 'number');
  if (y.length === 0) return asWords(title, `${capital(sayRun(name))} has no list of numbers \`${field}\`.`);
  return asChart(
    lineChart(
      {title, xLabel: 'position', yLabel: sayName(field.split('.').at(-1)!), series: [{label: title, y}]},
      size,
    ),
  );
};
