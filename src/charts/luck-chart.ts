import type {Chart, ChartSize} from './chart.ts';
import {quantile} from './five-numbers.ts';
import {histogramChart} from './histogram-chart.ts';
import {drawable, formatCount, formatNumber, formatPercent, isDrawable} from './number.ts';

/** The score of one run among the scores of the same pipeline with other seeds. */
export type LuckData = {
  readonly title?: string;
  readonly metric: string;
  readonly scores: readonly number[];
  /** The learner's own score. */
  readonly mine?: number;
};

/** Draw the scores of many random splits, and where one's own run lies among them. */
export function luckChart(data: LuckData, size: ChartSize): Chart {
  const {metric, mine} = data;
  const scores = drawable(data.scores);
  const marker = isDrawable(mine) ? {marker: {value: mine, label: `your run ${formatNumber(mine)}`}} : {};
  return histogramChart(
    {
      title: data.title ?? 'Luck of the split',
      label: metric,
      groups: [{label: 'splits', values: scores}],
      countLabel: 'splits',
      ...marker,
      sentence: readLuck(metric, scores, mine),
    },
    size,
  );
}

function readLuck(metric: string, scores: Float64Array, mine: number | undefined): string {
  const sorted = scores.slice().sort();
  const [low, high] = [0.025, 0.975].map(share => quantile(sorted, share)) as [number, number];
  const range = `${formatNumber(low)} and ${formatNumber(high)}`;
  const splits = formatCount(scores.length, 'random split');
  if (!isDrawable(mine)) return `Of ${splits}, 95 in 100 give ${metric} between ${range}.`;
  const below = sorted.filter(score => score < mine).length / Math.max(1, scores.length);
  const verdict = mine >= low && mine <= high ? 'inside' : 'outside';
  return `Your ${metric} of ${formatNumber(mine)} beats ${formatPercent(below)} of ${splits}; it lies ${verdict} the range of 95 in 100, between ${range}.`;
}
