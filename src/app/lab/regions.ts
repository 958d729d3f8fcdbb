import type {RegionsData} from '../../charts/index.ts';
import {requireColumn} from '../../data/require-column.ts';
import {type Column, cellAt, isNumeric, type NumberColumn, type Table} from '../../data/table.ts';
import {KnownError} from '../../errors.ts';
import type {FittedPipeline} from '../../stages/deployment/fitted-pipeline.ts';
import type {RowObject} from '../../stages/deployment/input-rows.ts';
import {rowsOfObjects} from '../../stages/deployment/input-rows.ts';
import type {SplitOutput} from '../../stages/split/split-rows.ts';
import {type Opened, openSource, tableOf} from '../journey.ts';
import type {Ports} from '../ports.ts';
import {benchPorts} from './bench-ports.ts';

/** Which run to ask, on the bench of a lab or in the learner's own history, and the two columns to walk over. */
export type RegionsRequest = {
  readonly run: string;
  readonly bench?: string;
  readonly x: string;
  readonly y: string;
};

const columns = 48;
const rows = 32;
const mostPoints = 120;

/**
 * Ask a run's model which class it answers where, over two of its columns; the other columns stay at their middle.
 *
 * @throws {KnownError} `unknown_column`, or `bad_column` where a column holds no numbers or the target is no class.
 */
export async function mapRegions({run, bench, x, y}: RegionsRequest, ports: Ports): Promise<RegionsData> {
  const opened = openSource({run}, bench === undefined ? ports : benchPorts(ports, bench));
  const {artifact} = opened.pipeline;
  if (artifact.task !== 'classification') throw refuse(artifact.target, 'is a number: there are no regions to draw.');
  const table = tableOf(opened);
  const [across, up] = [numbersOf(table, x), numbersOf(table, y)];
  const [xRange, yRange] = [rangeOf(across), rangeOf(up)];
  return {
    title: `What the model answers over ${x} and ${y}`,
    xLabel: x,
    yLabel: y,
    xRange,
    yRange,
    classes: artifact.classes,
    grid: {columns, rows, codes: askGrid(opened.pipeline, middleOf(table), {x, y, xRange, yRange})},
    points: pointsOf(opened, table, across, up),
  };
}

function numbersOf(table: Table, name: string): NumberColumn {
  const column = requireColumn(table, name);
  if (isNumeric(column)) return column;
  throw refuse(name, 'holds words: choose two columns of numbers.');
}

function refuse(name: string, what: string): KnownError {
  return new KnownError('bad_column', `\`${name}\` ${what}`, {hint: 'Choose other columns.', at: {name}});
}

type Range = readonly [number, number];
type Plane = {readonly x: string; readonly y: string; readonly xRange: Range; readonly yRange: Range};

function rangeOf({values}: NumberColumn): Range {
  const known = values.filter(value => !Number.isNaN(value)).sort();
  return [known[0] ?? 0, known.at(-1) ?? 1];
}

/** The class of every point of the grid, the lowest row first. */
function askGrid(pipeline: FittedPipeline, middle: RowObject, {x, y, xRange, yRange}: Plane): Int32Array {
  const at = ([low, high]: Range, step: number, of: number) => low + ((high - low) * step) / (of - 1);
  const asked = Array.from({length: columns * rows}, (_, cell) => ({
    ...middle,
    [x]: at(xRange, cell % columns, columns),
    [y]: at(yRange, Math.floor(cell / columns), rows),
  }));
  const {classes} = pipeline.artifact;
  return Int32Array.from(pipeline.predict(rowsOfObjects(asked)).predictions, answer =>
    'label' in answer ? classes.indexOf(answer.label) : 0,
  );
}

/** A row in the middle of everything: the median of numbers, the commonest word. */
function middleOf(table: Table): RowObject {
  return Object.fromEntries(table.columns.map(column => [column.name, middleValue(column)]));
}

function middleValue(column: Column): number | string | null {
  if (isNumeric(column)) {
    const known = column.values.filter(value => !Number.isNaN(value)).sort();
    return known.length === 0 ? null : known[Math.floor(known.length / 2)]!;
  }
  const counts = new Int32Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) counts[code]! += 1;
  return column.levels[counts.indexOf(Math.max(...counts))] ?? null;
}

/** Some of the training rows, with the class they really have. */
function pointsOf({pipeline, output}: Opened, table: Table, x: NumberColumn, y: NumberColumn) {
  const split = output('split.rows') as unknown as SplitOutput | undefined;
  const index = split?.parts.train.index ?? Int32Array.from({length: table.rows}, (_, row) => row);
  const {target, classes} = pipeline.artifact;
  const truth = requireColumn(table, target);
  const each = Math.max(1, Math.ceil(index.length / mostPoints));
  return [...index]
    .filter((_, place) => place % each === 0)
    .map(row => ({x: x.values[row]!, y: y.values[row]!, code: classes.indexOf(String(cellAt(truth, row)))}))
    .filter(({code}) => code >= 0);
}
