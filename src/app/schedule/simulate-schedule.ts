import {memoryRegistry} from '../../engine/registry.ts';
import {memoryStore} from '../../engine/store.ts';
import {KnownError} from '../../errors.ts';
import {memoryRunStore} from '../memory-run-store.ts';
import {simulatedClock} from './clock.ts';
import {memoryDesk} from './desk.ts';
import {type Keeper, keepSchedule} from './keep-schedule.ts';
import type {ScheduleWish} from './triggers-of.ts';

/** The days to simulate. */
export type SimulatedDays = {readonly from: Date; readonly days: number};

const dayMs = 86_400_000;

/**
 * Show what a schedule would do over the next days, on a clock that does not wait. The pipeline really runs, on its data
 * as it is now, and what it makes is kept in memory only.
 *
 * @throws {KnownError} `bad_usage` where the schedule goes by no clock.
 */
export async function simulateSchedule(
  wish: ScheduleWish,
  keeper: Omit<Keeper, 'clock' | 'desk'>,
  {from, days}: SimulatedDays,
): Promise<void> {
  if (wish.every === null) {
    throw new KnownError('bad_usage', 'Only a schedule that goes by the clock can be simulated.', {
      hint: 'Give --every "0 6 * * 1", or write `monitoring: {every: "0 6 * * 1"}` in the file.',
    });
  }
  const clock = simulatedClock(from);
  const kept = {store: memoryStore(), runs: memoryRunStore(), models: memoryRegistry()};
  const ports = {...keeper.ports, ...kept, now: clock.now};
  const byClock = {...wish, onChange: false, onDrift: false};
  await keepSchedule(byClock, {...keeper, ports, clock, desk: memoryDesk()}, new Date(from.getTime() + days * dayMs));
}
