import {barChart, boxChart, formatCount, heatMap, histogramChart} from '../../../charts/index.ts';
import type {Drawer} from '../../lesson-figures.ts';
import type {ColumnSample} from '../dataset-views.ts';
import {asChart, asWords} from './drawing.ts';

/** Draw how the values of a column spread: two classes beneath one another, otherwise all rows together. */
export const drawHistogram: Drawer = ({args: [dataset, column = '']}, {sample}, size) => {
  if (!sample) return asWords(column, 'The column has not been read yet.');
  if (sample.levels) return asChart(levelBars(sample, size));
  const groups = sample.groups.length === 2 ? sample.groups : [{label: 'all rows', values: sample.all}];
  return asChart(histogramChart({title: `${column} of ${dataset}`, label: column, groups, countLabel: 'rows'}, size));
};

/** Draw a column as boxes, one for each class of the target. */
export const drawBox: Drawer = ({args: [dataset, column = '']}, {sample}, size) => {
  if (!sample) return asWords(column, 'The column has not been read yet.');
  if (sample.levels) return asChart(levelBars(sample, size));
  const groups = sample.groups.length > 0 ? sample.groups : [{label: 'all rows', values: sample.all}];
  return asChart(boxChart({title: `${column} of ${dataset}`, label: column, groups}, size));
};

/** Draw how columns go together, each with each. */
export const drawCorrelations: Drawer = ({args: [dataset = '']}, {correlations}, size) => {
  if (!correlations) return asWords(dataset, 'The columns have not been read yet.');
  const {columns, values} = correlations;
  const title = `How columns of ${dataset} go together`;
  return asChart(heatMap({title, rows: columns, columns, values, scale: 'diverging', valueLabel: 'correlation'}, size));
};

function levelBars({column, levels}: ColumnSample, size: Parameters<typeof barChart>[1]) {
  const bars = levels!.map(({level, count}) => ({label: level, value: count}));
  return barChart({title: `${column}: how often each word occurs`, bars}, size);
}

/** Show the first rows of a data set. */
export const drawPreview: Drawer = ({args: [dataset = '']}, {preview}) => {
  if (!preview) return asWords(dataset, 'The rows have not been read yet.');
  const {header, rows, total, target} = preview;
  const about = `${formatCount(total.rows, 'row')} and ${formatCount(total.columns, 'column')}`;
  const aim = target === null ? '' : `; the column to predict is ${target}`;
  const sentence = `${dataset} has ${about}; here are the first ${rows.length}${aim}.`;
  return {kind: 'table', title: dataset, table: {header, rows}, sentence};
};
