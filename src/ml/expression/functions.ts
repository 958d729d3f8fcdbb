/** The functions of one number, as numpy defines them; what has no value is NaN. */
export const numberFunctions: ReadonlyMap<string, (x: number) => number> = new Map([
  ['log', Math.log],
  ['log1p', Math.log1p],
  ['sqrt', Math.sqrt],
  ['abs', Math.abs],
  ['round', roundHalfEven],
]);

/** The functions that fold two numbers or more into one. */
export const foldFunctions: ReadonlyMap<string, (x: number, y: number) => number> = new Map([
  ['min', Math.min],
  ['max', Math.max],
]);

/** The functions of a date column, each from one ISO date such as 2024-02-29; a day that does not exist is NaN. */
export const dateFunctions: ReadonlyMap<string, (date: string) => number> = new Map([
  ['year', (date: string) => readDate(date)?.year ?? Number.NaN],
  ['month', (date: string) => readDate(date)?.month ?? Number.NaN],
  ['day', (date: string) => readDate(date)?.day ?? Number.NaN],
  // 1 January 1970 was a Thursday; Monday is 0 as in pandas.
  ['weekday', (date: string) => ((((readDate(date)?.sinceEpoch ?? Number.NaN) + 3) % 7) + 7) % 7],
]);

/** Every function name, for suggestions. */
export const functionNames: readonly string[] = [
  ...numberFunctions.keys(),
  ...foldFunctions.keys(),
  ...dateFunctions.keys(),
  'length',
  'if',
];

// A half goes to the even neighbour, as in numpy and Python: 0.5 → 0, 1.5 → 2.
function roundHalfEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

const dayMs = 86_400_000;

function readDate(text: string) {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const first = Date.UTC(year, month - 1, 1) / dayMs;
  const daysInMonth = Date.UTC(year, month, 1) / dayMs - first;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth) return undefined;
  return {year, month, day, sinceEpoch: first + day - 1};
}
