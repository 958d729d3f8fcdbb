import type {Chart, ChartSize, ChartTable, RegionsData} from '../charts/index.ts';
import {type BlockFigure, type FigureKind, runsOfBlock} from '../tutor/figures/block.ts';
import type {RunResult as ResultJson, Results} from '../tutor/figures/result.ts';
import type {EngineClient, Urgency} from './actions.ts';
import type {Correlations} from './lab/correlations.ts';
import type {ColumnSample, TablePreview} from './lab/dataset-views.ts';
import {drawDrift} from './lab/drawings/drift.ts';
import {drawBox, drawCorrelations, drawHistogram, drawPreview} from './lab/drawings/of-datasets.ts';
import {drawBars, drawCurves, drawFolds, drawLine, drawLossCurves} from './lab/drawings/of-runs.ts';
import {drawPipeline, drawSteps} from './lab/drawings/pipeline.ts';
import {drawRegions} from './lab/drawings/regions.ts';
import {drawRunFigure} from './lab/drawings/run-figure.ts';
import {specOfSettings} from './lesson-runs.ts';

/** Everything a picture is drawn from, fetched once; drawing it again in another size is then instant. */
export type FigureMaterial = {
  /** Runs by name; a run that was not made yet is missing. */
  readonly runs: Results;
  readonly preview?: TablePreview;
  readonly sample?: ColumnSample;
  readonly correlations?: Correlations;
  readonly regions?: RegionsData;
};

/** A picture in a given size: a chart, a table to be laid out, or a sentence where there is nothing to draw. */
export type Drawing =
  | {readonly kind: 'chart'; readonly chart: Chart}
  | {readonly kind: 'table'; readonly title: string; readonly table: ChartTable; readonly sentence: string}
  | {readonly kind: 'words'; readonly title: string; readonly sentence: string};

/** Where pictures take their material from: the runs that texts name, and the engine for everything else. */
export type FigureSources = {
  readonly run: (name: string) => Promise<ResultJson | undefined>;
  readonly engine: EngineClient;
  readonly folder: string;
  /** The lab's bench on which the runs were made, where they are not in the learner's history. */
  readonly bench?: string;
  readonly urgency?: Urgency;
};

/** Fetch what a picture needs. @throws {KnownError} as the engine does: an unknown data set, an unknown column. */
export async function gatherMaterial(figure: BlockFigure, sources: FigureSources): Promise<FigureMaterial> {
  const names = [...new Set(runsOfBlock(figure))];
  const runs = Object.fromEntries(await Promise.all(names.map(async name => [name, await sources.run(name)] as const)));
  const [dataset, word] = figure.args;
  const {engine, urgency} = sources;
  const source = () => ({spec: specOfSettings({ingestion: {dataset: dataset!}}), folder: sources.folder});
  if (figure.kind === 'table') {
    const rows = word === undefined ? {} : {rows: Number(word)};
    return {runs, preview: await engine.call('preview', {...source(), ...rows}, undefined, urgency).result};
  }
  if (figure.kind === 'histogram' || figure.kind === 'box') {
    return {runs, sample: await engine.call('column', {...source(), column: word!}, undefined, urgency).result};
  }
  if (figure.kind === 'correlations') {
    const asked = {...source(), columns: figure.args.slice(1)};
    return {runs, correlations: await engine.call('correlations', asked, undefined, urgency).result};
  }
  return figure.kind === 'regions' ? {runs, ...(await gatherRegions(figure, runs, sources))} : {runs};
}

async function gatherRegions({args: [name, x, y]}: BlockFigure, runs: Results, sources: FigureSources) {
  const run = runs[name!]?.run;
  if (typeof run !== 'string') return {};
  const {engine, bench, urgency} = sources;
  const asked = {run, x: x!, y: y!, ...(bench === undefined ? {} : {bench})};
  return {regions: await engine.call('regions', asked, undefined, urgency).result};
}

/** Draw a picture of a lesson or a lab into a room. */
export function drawBlockFigure(figure: BlockFigure, material: FigureMaterial, size: ChartSize): Drawing {
  return drawers[figure.kind](figure, material, size);
}

/** How one kind of picture is drawn. */
export type Drawer = (figure: BlockFigure, material: FigureMaterial, size: ChartSize) => Drawing;

const drawers: {readonly [kind in FigureKind]: Drawer} = {
  confusion: drawRunFigure('confusion'),
  calibration: drawRunFigure('calibration'),
  learning_curve: drawRunFigure('learning_curve'),
  luck: drawRunFigure('luck'),
  heat_map: drawRunFigure('heat_map'),
  candidates: drawRunFigure('candidates'),
  tree: drawRunFigure('tree'),
  importances: drawRunFigure('importances'),
  coefficients: drawRunFigure('coefficients'),
  honest: drawRunFigure('honest'),
  regions: drawRegions,
  roc: drawCurves('roc'),
  precision_recall: drawCurves('pr'),
  folds: drawFolds,
  loss_curve: drawLossCurves,
  bars: drawBars,
  line: drawLine,
  steps: drawSteps,
  pipeline: drawPipeline,
  drift: drawDrift,
  histogram: drawHistogram,
  box: drawBox,
  correlations: drawCorrelations,
  table: drawPreview,
};

/** The sentence that reads a picture, for those who do not look at it. */
export function sentenceOf(drawing: Drawing): string {
  return drawing.kind === 'chart' ? drawing.chart.sentence : drawing.sentence;
}

/** The numbers of a picture as a table; null where there are none. */
export function tableOf(drawing: Drawing): ChartTable | null {
  if (drawing.kind === 'words') return null;
  const table = drawing.kind === 'chart' ? drawing.chart.table : drawing.table;
  return table.rows.length === 0 ? null : table;
}
