/**
 * The id of a new run: its time, so that ids sort by age, and a tail that no other program draws:
 * `20261122-081502123-3fa9c1`. Where the clock was put back, it goes on from the newest run.
 *
 * @param newest - the id of the newest run there is.
 * @param draw - a whole number that nobody chose.
 */
export function nextRunId(now: Date, newest: string | undefined, draw: number): string {
  const time = timeOf(now);
  const last = newest?.match(/^\d{8}-\d{9}(?=-)/)?.[0];
  const tail = (draw % 0x1000000).toString(16).padStart(6, '0');
  return `${last !== undefined && last >= time ? timeAfter(last) : time}-${tail}`;
}

function timeOf(date: Date): string {
  const [day, clock] = date.toISOString().split('T') as [string, string];
  return `${day.replaceAll('-', '')}-${clock.replace(/[:.Z]/g, '')}`;
}

function timeAfter(time: string): string {
  const iso = time.replace(/^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})$/, '$1-$2-$3T$4:$5:$6.$7Z');
  return timeOf(new Date(Date.parse(iso) + 1));
}
