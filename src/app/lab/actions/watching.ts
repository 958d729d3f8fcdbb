import {KnownError} from '../../../errors.ts';
import type {BlockSettings} from '../../../tutor/lab/settings.ts';
import {comparePolicies} from '../../monitor/compare-policies.ts';
import {monitor as watchBatches} from '../../monitor/monitor.ts';
import {plantedFaults} from '../../schedule/month/faults.ts';
import {simulateMonth} from '../../schedule/month/simulate-month.ts';
import {readOwn} from '../action-settings.ts';
import {type Performer, type PerformRequest, runAnd} from './performer.ts';

/** Run a pipeline, train it on the first months and let the later ones come in, under the policy of its `monitoring`. */
export const monitor: Performer = runAnd(async (_, {request, ports, watch}) => {
  const {batches, ...seen} = await watchBatches(watchRequest(request), ports, watch);
  // Pictures of drift, and conditions such as `batches.month_09.alert == true`, look for them here.
  return {batches, monitor: seen};
});

/** Run a pipeline, and let the later months come in once under each policy. */
export const policies: Performer = runAnd(async (_, {request, ports, watch}) => {
  const {floor} = readOwn('watch', request.own);
  const asked = {...watchRequest(request), ...(floor === null ? {} : {floor})};
  const {policies: outcomes, ...rest} = await comparePolicies(asked, ports, watch);
  return {comparison: rest, policies: outcomes.map(outcome => ({id: outcome.policy, ...outcome}))};
});

function watchRequest({spec, folder, own}: PerformRequest) {
  const {learn, poison, share} = readOwn('watch', own);
  return {spec, folder, learn, ...(poison.length > 0 ? {poison: {batches: poison, share}} : {})};
}

/** Run a pipeline on the whole table, and let a month go by in which it is run every morning. */
export const month: Performer = runAnd(async (_, {request, ports, watch}) => {
  const {month: number, days, catch_up, faults} = readOwn('month', request.own);
  const {spec} = request;
  const timeline = await simulateMonth(
    {spec, month: number, days, faults: readFaults(faults), catchUp: catch_up},
    ports,
    watch,
  );
  const named = timeline.days.map(day => ({id: `day_${day.day}`, ...day}));
  const {by_hand, by_pipeline} = timeline.actions;
  return {month: {...timeline, days: named, by_hand: by_hand.total, by_pipeline: by_pipeline.total}};
});

function readFaults(faults: BlockSettings): {readonly [fault: string]: readonly number[]} {
  return Object.fromEntries(
    Object.entries(faults).map(([name, days]) => {
      const list = Array.isArray(days) ? days : [days];
      if (Object.hasOwn(plantedFaults, name) && list.every(day => Number.isInteger(day)))
        return [name, list as number[]];
      throw new KnownError('bad_setting', `\`month.faults\` cannot hold ${name}: ${JSON.stringify(days)}.`, {
        hint: `Write days, as in {leak: [22]}. There are ${Object.keys(plantedFaults).join(', ')}.`,
        at: {name: 'month.faults'},
      });
    }),
  );
}
