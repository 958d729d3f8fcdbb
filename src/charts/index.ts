export {type Bar, type BarData, barChart} from './bar-chart.ts';
export {type BoxData, boxChart, type Group} from './box-chart.ts';
export {type CalibrationData, calibrationChart} from './calibration-chart.ts';
export {
  type Chart,
  type ChartSize,
  type ChartTable,
  chartLines,
  describeChart,
  formatChart,
  type GlyphSet,
  type Line,
  type Span,
  type Tone,
} from './chart.ts';
export {type ConfusionData, confusionChart} from './confusion-chart.ts';
export {decisionRegions, type RegionsData} from './decision-regions.ts';
export {type DriftBatch, type DriftData, driftTimeline} from './drift-timeline.ts';
export {type HeatMapData, heatMap} from './heat-map.ts';
export {type HistogramData, histogramChart} from './histogram-chart.ts';
export {type IntervalData, intervalChart} from './interval-chart.ts';
export {type LineData, lineChart, type Series} from './line-chart.ts';
export {type LuckData, luckChart} from './luck-chart.ts';
export {formatCount, formatNumber, formatPercent} from './number.ts';
export {type ProgressData, progressBar} from './progress-bar.ts';
export {type PrData, prChart, type RocData, rocChart} from './rate-curves.ts';
export {sparkline} from './sparkline.ts';
export {tableTexts} from './table-text.ts';
export {wrapWords} from './text.ts';
export {type LearningCurveData, type LossCurveData, learningCurve, lossCurve} from './training-curves.ts';
export {type TreeChartNode, type TreeData, treeChart} from './tree-chart.ts';
