import {KnownError} from '../../errors.ts';
import {type FalseAlarmOptions, type FalseAlarms, falseAlarmsAt} from '../../stages/monitoring/false-alarms.ts';
import type {Ports} from '../ports.ts';
import type {RunWatch} from '../run-spec.ts';

/** At which batch sizes to try the rules out. */
export type FalseAlarmRequest = FalseAlarmOptions & {readonly sizes: readonly number[]};

const mostRows = 10_000;

/** How often each rule cries wolf at each batch size. @throws {KnownError} `bad_setting` for sizes that are not from 2 to 10,000. */
export async function falseAlarms(
  {sizes, ...options}: FalseAlarmRequest,
  _ports: Ports,
  watch: RunWatch = {},
): Promise<readonly FalseAlarms[]> {
  const wrong = sizes.find(size => !Number.isInteger(size) || size < 2 || size > mostRows);
  if (wrong !== undefined) {
    throw new KnownError('bad_setting', `A batch cannot have ${wrong} rows here.`, {
      hint: `Try sizes from 2 to ${mostRows}.`,
    });
  }
  const found: FalseAlarms[] = [];
  for (const size of sizes) {
    if (watch.cancelled?.()) break;
    await watch.pause?.();
    found.push(falseAlarmsAt(size, options));
  }
  return found;
}
