import type {CatchUp} from '../app/schedule/cron-trigger.ts';
import {KnownError} from '../errors.ts';
import type {CommandInput} from './command.ts';

/** What a command line says of a schedule, besides the pipeline. */
export type ScheduleOptions = {
  readonly way: 'status' | 'once' | 'simulate' | 'keep';
  readonly every: string | undefined;
  readonly onChange: boolean;
  readonly onDrift: boolean;
  readonly catchUp: CatchUp;
  readonly pollMs: number;
  readonly days: number;
  readonly from: Date | undefined;
};

/** Read the options of `schedule`. @throws {KnownError} `bad_usage` */
export function readScheduleOptions(options: CommandInput['options']): ScheduleOptions {
  const text = (name: string) => options[name] as string | undefined;
  const ways = (['status', 'once', 'simulate'] as const).filter(way => options[way] !== undefined);
  if (ways.length > 1) throw bad(`--${ways[0]} and --${ways[1]} exclude one another.`, 'Give one of them.');
  const seconds = readNumber('--poll', text('poll') ?? '5', 0.1, 86_400);
  return {
    way: ways[0] ?? 'keep',
    every: text('every'),
    onChange: options.onChange === true,
    onDrift: options.onDrift === true,
    catchUp: readCatchUp(text('catchUp')),
    pollMs: seconds * 1000,
    days: readNumber('--simulate', text('simulate') ?? '30', 1, 366),
    from: readDate(text('from')),
  };
}

function readCatchUp(written = 'none'): CatchUp {
  if (written === 'none' || written === 'one') return written;
  throw bad(`--catch-up cannot be "${written}".`, 'Allowed: none, one. There is no way to run every missed time.');
}

function readNumber(option: string, written: string, least: number, most: number): number {
  const value = Number(written);
  if (written.trim() !== '' && value >= least && value <= most) return value;
  throw bad(`${option} cannot be "${written}".`, `Give a number from ${least} to ${most}.`);
}

function readDate(written: string | undefined): Date | undefined {
  if (written === undefined) return undefined;
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(written) ? written : Number.NaN);
  // JavaScript reads the 30th of February as the 2nd of March.
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(written)) return date;
  throw bad(`--from cannot be "${written}".`, 'Write a day as 2026-01-31.');
}

function bad(message: string, hint: string): KnownError {
  return new KnownError('bad_usage', message, {hint});
}
