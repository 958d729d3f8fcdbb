import {KnownError} from '../../../errors.ts';
import type {MonthFaults} from './faults.ts';

/** The rows of a table that were there before a month, and those that arrive in it, day by day. */
export type MonthRows = {
  readonly header: string;
  readonly before: readonly string[];
  /** One list a day. */
  readonly deliveries: ReadonlyArray<readonly string[]>;
};

/**
 * Cut a CSV file with a column `month` into what was known before a month and equal deliveries on its days.
 *
 * @throws {KnownError} `bad_setting` where there is no such column or no such month.
 */
export function cutMonth(csv: string, month: number, days: number): MonthRows {
  const [header = '', ...lines] = csv.trimEnd().split(/\r?\n/);
  const place = header.split(',').indexOf('month');
  if (place < 0) throw noMonth('The dataset has no column `month`.');
  const monthOf = (line: string) => Number(line.split(',')[place]);
  const before = lines.filter(line => monthOf(line) < month);
  const arriving = lines.filter(line => monthOf(line) === month);
  if (before.length === 0 || arriving.length === 0) {
    throw noMonth(`The dataset has no rows of month ${month}, or none before it.`);
  }
  const deliveries = Array.from({length: days}, (_, day) =>
    arriving.slice(Math.round((day * arriving.length) / days), Math.round(((day + 1) * arriving.length) / days)),
  );
  return {header, before, deliveries};
}

/** The hour at which rows arrive, late rows arrive, and a file is sent again after it was corrupt. */
const hours = {usual: 2, late: 10} as const;
const errorPage = '<html><body><h1>503 Service Unavailable</h1></body></html>\n';

/**
 * What the file holds at a moment of the month.
 *
 * @param day - from 1.
 * @param hour - of that day.
 */
export function fileAt(
  {header, before, deliveries}: MonthRows,
  faults: MonthFaults,
  day: number,
  hour: number,
): string {
  if (faults.corrupt.includes(day) && hour < hours.late) return errorPage;
  const arrived = deliveries.flatMap((rows, place) => {
    const its = place + 1;
    const from = faults.late.includes(its) ? hours.late : hours.usual;
    const isThere = its < day || (its === day && hour >= from);
    if (!isThere) return [];
    return faults.broken_rows.includes(its) ? breakSome(rows) : rows;
  });
  return `${[header, ...before, ...arrived].join('\n')}\n`;
}

/** The first three rows get a cell too many, as a comma in a text makes it. */
function breakSome(rows: readonly string[]): readonly string[] {
  return rows.map((row, place) => (place < 3 ? `${row},yes, but` : row));
}

function noMonth(message: string): KnownError {
  return new KnownError('bad_setting', message, {
    hint: 'Simulate a month from 2 to 12 of the dataset `subscriptions`.',
    at: {name: 'month'},
  });
}
