import {driftTimeline} from '../../../charts/index.ts';
import {isList, type Json, readPath} from '../../../tutor/figures/result.ts';
import type {Drawer} from '../../lesson-figures.ts';
import {asChart, asWords, sayName} from './drawing.ts';

/** Draw what monitoring found, batch after batch: the named field, or how many columns drifted. */
export const drawDrift: Drawer = ({args: [name = 'result', field]}, material, size) => {
  const batches = batchesOf(material.runs[name]?.batches);
  if (batches.length === 0) return asWords('Drift', 'It is drawn when batches of new rows have been watched.');
  const statistic = field === undefined ? 'drifted columns' : sayName(field.replaceAll('.', ' '));
  const timeline = batches.map((batch, index) => ({
    label: typeof batch.name === 'string' ? batch.name : String(index + 1),
    value: batchValue(batch, field),
    alert: batch.alert === true,
  }));
  return asChart(driftTimeline({statistic, batches: timeline, batchLabel: 'batch'}, size));
};

type Batch = {readonly [field: string]: Json};

function batchesOf(value: Json | undefined): readonly Batch[] {
  if (value === undefined || value === null || typeof value !== 'object' || !isList(value)) return [];
  return value.filter((item): item is Batch => item !== null && typeof item === 'object' && !isList(item));
}

function batchValue(batch: Batch, field: string | undefined): number {
  const value = readPath(batch, (field ?? 'drifted').split('.'));
  if (typeof value === 'number') return value;
  return value !== undefined && value !== null && typeof value === 'object' && isList(value)
    ? value.length
    : Number.NaN;
}
