import type {Random} from '../../../src/data/random.ts';
import {pick, round} from '../draw.ts';
import type {Customer, Plan} from './customers.ts';

/** A customer as the file has them: the plan may be misspelt. */
export type Entry = Omit<Customer, 'plan'> & {readonly plan: string};

/** What was spoilt, by place in the list of entries. */
export type Defects = {
  readonly entries: readonly Entry[];
  /** Minutes instead of hours in `watch_hours`. */
  readonly wrongUnit: readonly number[];
  readonly misspelt: readonly number[];
};

const wrongUnitShare = 0.025;
/** Of the customers of each plan. */
const misspeltShare = 0.03;
export const misspellings: Readonly<Record<Plan, string>> = {basic: ' basic', standard: 'STANDARD', family: 'Famly'};

/** Spoil some records as real ones are spoilt: minutes written as hours, plans typed by hand. */
export function addDefects(customers: readonly Customer[], random: Random): Defects {
  const wrongUnit = pick(random, customers.length, Math.round(customers.length * wrongUnitShare));
  const misspelt = (['basic', 'standard', 'family'] as const).flatMap(plan => {
    const places = customers.flatMap((customer, place) => (customer.plan === plan ? [place] : []));
    return pick(random, places.length, Math.round(places.length * misspeltShare)).map(index => places[index]!);
  });
  const [units, spellings] = [new Set(wrongUnit), new Set(misspelt)];
  const entries = customers.map((customer, place) => ({
    ...customer,
    watch_hours: units.has(place) ? round(customer.watch_hours * 60) : customer.watch_hours,
    plan: spellings.has(place) ? misspellings[customer.plan] : customer.plan,
  }));
  return {entries, wrongUnit, misspelt: misspelt.sort((a, b) => a - b)};
}

/** A list in which some entries come twice: where each entry of the new list was in the old one. */
export function repeatSome(count: number, copies: number, random: Random): readonly number[] {
  const places = [...Array(count).keys()];
  for (const original of pick(random, count, copies)) {
    const after = places.indexOf(original) + 1;
    places.splice(after + random.below(places.length - after + 1), 0, original);
  }
  return places;
}
