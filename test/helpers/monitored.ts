import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {type MonitorRequest, monitor} from '../../src/app/monitor/monitor.ts';
import type {Ports} from '../../src/app/ports.ts';
import {runDataset} from './fitted.ts';
import {memoryPorts} from './memory-ports.ts';
import {temporaryFolder} from './temporary-folder.ts';

/** A pipeline on `subscriptions` as the lessons end up with it. */
export const churnPipeline = [
  'ingestion.drop=[customer_id,refund_issued,month,signup_date]',
  'preprocessing.outliers=clip_iqr',
  'features.create=["hours_per_euro = watch_hours / monthly_fee"]',
  'deployment.name=churn',
];

/** A home in which `churn@1`, trained on the months 1 to 6, is in production. */
export async function churnHome(change: readonly string[] = []): Promise<Ports> {
  const {ports} = await runDataset('subscriptions', [...churnPipeline, ...change], memoryPorts());
  return ports;
}

/** Monitor the model in production. */
export const monitorChurn = (ports: Ports, request: Partial<Extract<MonitorRequest, {ref: string}>> = {}) =>
  monitor({ref: 'churn', folder: '.', ...request}, ports);

/** The text of a bundled month, from 7 to 12. */
export function monthText(month: number): string {
  const name = `month_${String(month).padStart(2, '0')}.csv`;
  return readFileSync(path.join(import.meta.dirname, '../../datasets/subscriptions_batches', name), 'utf8');
}

/** A column of a CSV text replaced by the value that a function gives; without quoted fields. */
export function changeColumn(text: string, column: string, change: (value: string, row: number) => string): string {
  const [header, ...rows] = text.trimEnd().split('\n');
  const place = header!.split(',').indexOf(column);
  const changed = rows.map((line, row) => {
    const cells = line.split(',');
    cells[place] = change(cells[place]!, row);
    return cells.join(',');
  });
  return `${[header, ...changed].join('\n')}\n`;
}

/** A folder with a CSV file for each text, gone when the test is over. */
export function batchFolder(texts: {readonly [name: string]: string}): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
  return folder;
}
