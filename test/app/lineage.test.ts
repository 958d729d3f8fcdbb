import {expect, test} from 'vitest';
import {lineageFor} from '../../src/app/lineage.ts';
import {runDataset} from '../helpers/fitted.ts';

test('the lineage of a run and of the model it registered is the same, from either end', async () => {
  const {result, ports} = await runDataset('iris', ['deployment.name=iris']);
  const byRun = await lineageFor({run: result.run}, ports);
  expect(await lineageFor({ref: 'iris@1', folder: '.'}, ports)).toEqual(byRun);
  expect(byRun.features).toHaveLength(4);
  for (const {name, features} of byRun.sources) expect(features).toEqual([name]);
});
