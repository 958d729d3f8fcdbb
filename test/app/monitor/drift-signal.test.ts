import {expect, test} from 'vitest';
import {driftSignalFor} from '../../../src/app/monitor/drift-signal.ts';
import type {Ports} from '../../../src/app/ports.ts';
import {readRequest} from '../../../src/app/read-request.ts';
import {runSpec} from '../../../src/app/run-spec.ts';
import {driftTrigger} from '../../../src/app/schedule/drift-trigger.ts';
import {datasetText} from '../../helpers/fitted.ts';
import {memoryPorts} from '../../helpers/memory-ports.ts';
import {batchFolder, churnPipeline, monthText} from '../../helpers/monitored.ts';

const table = datasetText('subscriptions');
const rowsOf = (month: number) => monthText(month).split('\n').slice(1).join('\n');

/** A home whose CSV file grows. */
async function growingHome(set: readonly string[] = churnPipeline) {
  const file = {text: table};
  const readSource: Ports['readSource'] = async () => ({
    ...{format: 'csv', origin: 'customers.csv'},
    bytes: new TextEncoder().encode(file.text),
  });
  const ports = memoryPorts({readSource});
  const request = async () => ({spec: await readRequest({csv: 'customers.csv', target: 'churned', set}), folder: '.'});
  await runSpec(await request(), ports);
  return {file, ports, request, signal: driftSignalFor(request, ports)};
}

test('rows that the model knows are no news', async () => {
  const {signal} = await growingHome();
  expect(await signal()).toMatchObject({drifted: false});
});

test('new rows of a changed world are a drift, and rows of the old one are not', async () => {
  const {file, signal} = await growingHome();
  file.text = `${table.trimEnd()}\n${rowsOf(7)}`;
  const {drifted, words} = await signal();
  expect(drifted).toBe(true);
  expect(words).toContain('device (phone from 23% to 47%)');
});

test('after the model learned the new rows the drift is over, so a schedule trains once', async () => {
  const {file, ports, request, signal} = await growingHome([...churnPipeline, 'deployment.promote=always']);
  const trigger = driftTrigger({signal, everyMs: 1000, start: new Date(0)});
  expect((await trigger.look(new Date(0))).due).toBeUndefined();
  file.text = `${table.trimEnd()}\n${rowsOf(7)}`;
  expect((await trigger.look(new Date(1000))).due?.why).toMatch(/^a drift began: .*Drift in 2 columns/s);
  await runSpec(await request(), ports);
  expect((await trigger.look(new Date(2000))).due).toBeUndefined();
  expect(await signal()).toMatchObject({drifted: false});
});

test('a folder of batches can be watched instead; its newest batch counts', async () => {
  const {ports, request} = await growingHome();
  const quiet = [table.split('\n')[0], ...table.split('\n').slice(2000, 2400)].join('\n');
  const folder = batchFolder({'month_02.csv': monthText(7), 'month_10.csv': quiet});
  expect(await driftSignalFor(request, ports, {batches: folder})()).toMatchObject({drifted: false});
  const other = batchFolder({'month_02.csv': quiet, 'month_10.csv': monthText(7)});
  expect(await driftSignalFor(request, ports, {batches: other})()).toMatchObject({drifted: true});
});

test('a pipeline without a model, a model that is not there, and rows that do not fit are told', async () => {
  const {file, signal} = await growingHome();
  file.text = 'a,churned\n1,yes\n';
  await expect(signal()).rejects.toMatchObject({code: 'bad_csv'});
  const nameless = await growingHome(churnPipeline.slice(0, 3));
  await expect(nameless.signal()).rejects.toThrow('The pipeline registers no model');
  const none = driftSignalFor(nameless.request, nameless.ports);
  await expect(none()).rejects.toMatchObject({code: 'bad_usage'});
});
