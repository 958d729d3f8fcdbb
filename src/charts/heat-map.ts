import type {Chart, ChartSize} from './chart.ts';
import {emptyChart, makeChart} from './frame.ts';
import {drawHeatGrid, narrowCell} from './heat-grid.ts';
import {formatNumber, isDrawable} from './number.ts';

/** A table of numbers to see as shades: `values[row][column]`, NaN where there is none. */
export type HeatMapData = {
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: ReadonlyArray<readonly number[]>;
  /** Diverging: around 0, as a correlation; sequential: from the least to the greatest, as the scores of a grid search. */
  readonly scale: 'diverging' | 'sequential';
  /** What rows and columns are, such as the two settings of a grid search. */
  readonly rowsLabel?: string;
  readonly columnsLabel?: string;
  /** What the numbers are: `correlation`, `roc_auc`. */
  readonly valueLabel: string;
  /** The cell to put in brackets. */
  readonly best?: 'highest' | 'lowest';
  readonly sentence?: string;
};

/** One cell with a value. */
export type Spot = {readonly row: number; readonly column: number; readonly value: number};
/** Draw a table of numbers as shaded cells, with the numbers where there is room. */
export function heatMap(data: HeatMapData, size: ChartSize): Chart {
  const spots = data.rows.flatMap((_, row) =>
    data.columns.map((_, column) => ({row, column, value: valueAt(data, row, column)})),
  );
  const known = spots.filter(spot => isDrawable(spot.value));
  if (known.length === 0) return emptyChart(data.title, 'There are no values to draw.', size);
  return makeChart(
    {
      title: data.title,
      sentence: data.sentence ?? (data.scale === 'diverging' ? readStrongest(data, known) : readBest(data, known)),
      table: {
        header: [data.rowsLabel ?? '', ...data.columns],
        rows: data.rows.map((label, row) => [
          label,
          ...data.columns.map((_, column) => formatNumber(valueAt(data, row, column))),
        ]),
      },
      minWidth: 8 + data.columns.length * narrowCell,
      minHeight: data.rows.length + 2,
      draw: (width, _, glyphs) =>
        drawHeatGrid(data, known, data.best === undefined ? undefined : pickBest(data, known), width, glyphs),
    },
    size,
  );
}

function valueAt(data: HeatMapData, row: number, column: number): number {
  return data.values[row]?.[column] ?? Number.NaN;
}

function pickBest(data: HeatMapData, known: readonly Spot[]): Spot {
  const sign = data.best === 'lowest' ? -1 : 1;
  return known.reduce((best, spot) => (sign * spot.value > sign * best.value ? spot : best));
}

function readBest(data: HeatMapData, known: readonly Spot[]): string {
  const {row, column, value} = pickBest(data, known);
  const name = (label: string | undefined, of: string) => `${label === undefined ? '' : `${label} `}${of}`;
  // A single column is no choice, so it is no place either.
  const across = data.columns.length === 1 ? '' : ` and ${name(data.columnsLabel, data.columns[column]!)}`;
  const place = `${name(data.rowsLabel, data.rows[row]!)}${across}`;
  return `The ${data.best ?? 'highest'} ${data.valueLabel}, ${formatNumber(value)}, is at ${place}.`;
}

function readStrongest(data: HeatMapData, known: readonly Spot[]): string {
  const pairs = known.filter(spot => data.rows[spot.row] !== data.columns[spot.column]);
  if (pairs.length === 0) return `There is one ${data.valueLabel}: ${formatNumber(known[0]!.value)}.`;
  const {row, column, value} = pairs.reduce((best, spot) =>
    Math.abs(spot.value) > Math.abs(best.value) ? spot : best,
  );
  return `The strongest ${data.valueLabel} is ${formatNumber(value)}, between ${data.rows[row]} and ${data.columns[column]}.`;
}
