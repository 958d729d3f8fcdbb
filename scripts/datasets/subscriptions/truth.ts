/** What is true of one month: who comes, what it costs, and what makes people leave. */
export type MonthTruth = {
  readonly devices: Readonly<Record<string, number>>;
  /** How much people watch, as a multiple of the first months. */
  readonly hoursFactor: number;
  readonly priceFactor: number;
  /** What one unit of each fact adds to the log-odds of leaving. */
  readonly weights: Weights;
};

type Weights = {
  readonly start: number;
  readonly hoursPerEuro: number;
  readonly daysAway: number;
  readonly tickets: number;
  readonly failures: number;
  readonly monthsWithUs: number;
  readonly fee: number;
  readonly satisfaction: number;
};

export const dataDriftFrom = 7;
export const conceptDriftFrom = 8;

const atHome = {tv: 0.42, laptop: 0.22, phone: 0.24, tablet: 0.12};
const onTheWay = {tv: 0.27, laptop: 0.15, phone: 0.48, tablet: 0.1};

/** Months 1–6: who gets little for the money leaves, and so does who stays away or has trouble. */
const valueForMoney: Weights = {
  start: 1.1,
  hoursPerEuro: -1.5,
  daysAway: 0.05,
  tickets: 0.4,
  failures: 0.7,
  monthsWithUs: -0.025,
  fee: 0,
  satisfaction: -0.2,
};

/** After the price rise: who pays much leaves, however much they watch, and old customers leave as well. */
const priceShock: Weights = {
  start: -1.6,
  hoursPerEuro: -0.35,
  daysAway: 0.03,
  tickets: 0.3,
  failures: 0.5,
  monthsWithUs: 0.03,
  fee: 0.16,
  satisfaction: -0.1,
};

/** The truth of one month: 1–6 are alike; the data drift from month 7, the reasons from month 8, fully in month 9. */
export function truthOfMonth(month: number): MonthTruth {
  const isDrifting = month >= dataDriftFrom;
  return {
    devices: isDrifting ? onTheWay : atHome,
    hoursFactor: isDrifting ? 0.75 : 1,
    priceFactor: month >= conceptDriftFrom ? 1.25 : 1,
    weights: blend(valueForMoney, priceShock, shareOfShock(month)),
  };
}

function shareOfShock(month: number): number {
  if (month < conceptDriftFrom) return 0;
  return month === conceptDriftFrom ? 0.7 : 1;
}

function blend(from: Weights, to: Weights, share: number): Weights {
  const names = Object.keys(from) as (keyof Weights)[];
  return Object.fromEntries(names.map(name => [name, from[name] * (1 - share) + to[name] * share])) as Weights;
}
