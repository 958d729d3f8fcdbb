import type {Random} from '../../../src/data/random.ts';
import {addDays, chance, choose, clamp, logistic, poisson, round} from '../draw.ts';
import {type MonthTruth, truthOfMonth} from './truth.ts';

/** A customer of the streaming service as they truly are at the first of a month, before anything spoils the record. */
export type Customer = {
  readonly customer_id: string;
  readonly month: number;
  readonly signup_date: string;
  readonly age: number | null;
  readonly country: string;
  readonly device: string;
  readonly plan: Plan;
  /** Per cent off the price. */
  readonly discount: number;
  /** € a month. */
  readonly monthly_fee: number;
  /** Hours watched in the last 30 days. */
  readonly watch_hours: number;
  readonly titles_started: number;
  readonly days_since_last_visit: number;
  readonly support_tickets: number;
  readonly payment_failures: number;
  /** 1 … 10, or no answer. */
  readonly satisfaction: number | null;
  readonly refund_issued: 'yes' | 'no';
  readonly churned: 'yes' | 'no';
};

export type Plan = 'basic' | 'standard' | 'family';

/** € a month without discount, before the price rise. */
const prices: Readonly<Record<Plan, number>> = {basic: 3.99, standard: 11.99, family: 24.99};
/** How likely a customer leaves the question about satisfaction unanswered: it depends on the plan alone. */
export const silence: Readonly<Record<Plan, number>> = {basic: 0.38, standard: 0.14, family: 0.04};
const countries = {DE: 0.3, FR: 0.22, ES: 0.16, IT: 0.14, NL: 0.1, PL: 0.08};
const discounts = {0: 0.5, 30: 0.2, 60: 0.3};
const ageUnknown = 0.02;
const refundAfterLeaving = 0.97;
const refundOtherwise = 0.003;

/** The first day of a month of the simulated year. */
export function firstOfMonth(month: number): string {
  return `2024-${String(month).padStart(2, '0')}-01`;
}

/** Draw one customer of a month. */
export function drawCustomer(random: Random, month: number, number: number): Customer {
  const truth = truthOfMonth(month);
  const plan = choose<Plan>(random, {basic: 0.4, standard: 0.38, family: 0.22});
  const discount = Number(choose(random, discounts));
  const listPrice = prices[plan] * (1 - discount / 100);
  const monthly_fee = round(listPrice * truth.priceFactor, 2);
  const use = drawUse(random, listPrice, truth);
  const monthsWithUs = clamp(Math.floor(-Math.log(1 - random.next()) * 14), 0, 47);
  const satisfaction = clamp(round(7.2 - 0.7 * use.support_tickets + 1.5 * random.normal()), 1, 10);
  const left = chance(random, logistic(churnScore({...use, monthly_fee, monthsWithUs, satisfaction}, truth)));
  return {
    customer_id: `C${String(number).padStart(5, '0')}`,
    month,
    signup_date: addDays(firstOfMonth(month), -30 * monthsWithUs - Math.floor(random.next() * 30) - 1),
    age: chance(random, ageUnknown) ? null : clamp(round(39 + 13 * random.normal()), 18, 85),
    country: choose(random, countries),
    device: choose(random, truth.devices),
    plan,
    discount,
    monthly_fee,
    ...use,
    satisfaction: chance(random, silence[plan]) ? null : satisfaction,
    refund_issued: chance(random, left ? refundAfterLeaving : refundOtherwise) ? 'yes' : 'no',
    churned: left ? 'yes' : 'no',
  };
}

type Use = Pick<
  Customer,
  'watch_hours' | 'titles_started' | 'days_since_last_visit' | 'support_tickets' | 'payment_failures'
>;

function drawUse(random: Random, listPrice: number, truth: MonthTruth): Use {
  // Who pays more watches more: hours alone say little, hours for the money say much.
  const usualHours = 5.8 * Math.sqrt(listPrice) * truth.hoursFactor;
  const watch_hours = round(clamp(usualHours * Math.max(0.06, 1 + 0.45 * random.normal()), 0.3, 150), 1);
  return {
    watch_hours,
    titles_started: poisson(random, 1 + watch_hours * 0.3),
    days_since_last_visit: clamp(Math.floor(-Math.log(1 - random.next()) * 6), 0, 60),
    support_tickets: poisson(random, 0.5),
    payment_failures: poisson(random, 0.2),
  };
}

type Facts = Use & {readonly monthly_fee: number; readonly monthsWithUs: number; readonly satisfaction: number};

function churnScore(facts: Facts, {weights}: MonthTruth): number {
  const hoursPerEuro = Math.min(facts.watch_hours / facts.monthly_fee, 8);
  return (
    weights.start +
    weights.hoursPerEuro * hoursPerEuro +
    weights.daysAway * facts.days_since_last_visit +
    weights.tickets * facts.support_tickets +
    weights.failures * facts.payment_failures +
    weights.monthsWithUs * facts.monthsWithUs +
    weights.fee * (facts.monthly_fee - 9) +
    weights.satisfaction * (facts.satisfaction - 7)
  );
}
