import type {GateVerdict} from '../app/gates.ts';
import {sayEntry} from '../app/schedule/entry.ts';
import type {ScheduleStatus} from '../app/schedule/schedule-status.ts';
import type {CommandContext} from './command.ts';
import {formatColumns} from './text-table.ts';

type Look = Pick<CommandContext, 'width'>;

/** The gates of a run, a line each. */
export function formatGates(gates: readonly GateVerdict[], {width}: Look): string {
  if (gates.length === 0) return 'The pipeline has no gates: `deployment.gates` sets some.';
  const rows = gates.map(({gate, passed, words}) => [passed ? 'open' : 'shut', gate, words]);
  return formatColumns(['', 'gate', 'why'], rows, width);
}

/** A schedule as text: who keeps it, when it runs next, what happened last. */
export function formatStatus({name, every, next, holder, last}: ScheduleStatus, {width}: Look): string {
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['schedule', name],
    ['kept by', holder ? `process ${holder.pid} on ${holder.host} since ${holder.started}` : 'nobody right now'],
    ['times', every ?? 'none'],
    ...(next.length > 0 ? [['next', next.join(', ')] as const] : []),
  ];
  const log = last.length > 0 ? last.map(sayEntry).join('\n') : 'Nothing has happened yet.';
  return `${formatColumns(['what', 'is'], facts, width)}\n\n${log}`;
}
