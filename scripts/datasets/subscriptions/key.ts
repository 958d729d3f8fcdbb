import {type Customer, silence} from './customers.ts';
import {misspellings} from './defects.ts';
import type {Month} from './generate.ts';
import type {Payments} from './payments.ts';
import {conceptDriftFrom, dataDriftFrom, truthOfMonth} from './truth.ts';

type KeyParts = {
  readonly months: readonly Month[];
  readonly batches: readonly Month[];
  readonly payments: Payments;
  readonly measured: unknown;
};

/** Write down everything that was planted, so that a lab or a test can be checked against it. */
export function answerKey({months, batches, payments, measured}: KeyParts): string {
  const rows = months.flatMap(month => month.places.map(place => ({month, place})));
  const rowsWhere = (isSo: (month: Month, place: number) => boolean) =>
    rows.flatMap(({month, place}, index) => (isSo(month, place) ? [index + 1] : []));
  return writeKey({
    about: 'What the generator planted in subscriptions.csv. Rows count from 1, the first row after the header.',
    rows: rows.length,
    customers: months.reduce((sum, month) => sum + month.customers.length, 0),
    churn_rate: shareOf(rows.filter(({month, place}) => month.customers[place]!.churned === 'yes').length, rows.length),
    duplicates: {how: 'exact copies, later in the same month', pairs: duplicatePairs(rows)},
    wrong_unit: {
      column: 'watch_hours',
      how: 'minutes instead of hours: 60 times too large',
      rows: rowsWhere((month, place) => month.defects.wrongUnit.includes(place)),
    },
    misspelt: {
      column: 'plan',
      meant: Object.fromEntries(Object.entries(misspellings).map(([plan, typed]) => [typed, plan])),
      rows: rowsWhere((month, place) => month.defects.misspelt.includes(place)),
    },
    gaps: {
      satisfaction: {
        mechanism: 'MAR: whether the answer is missing depends on the plan, not on the answer',
        probability: silence,
        found: gapShares(months),
      },
      age: {mechanism: 'MCAR: any age is missing with the same probability', probability: 0.02},
    },
    leak: {column: 'refund_issued', why: 'a refund is paid after a customer has left; in the batches it is always no'},
    helpful_feature: {name: 'hours_per_euro', expression: 'watch_hours / monthly_fee'},
    payments: {rows: payments.rows, customers_without_payment: payments.withoutPayment, orphans: payments.orphans},
    drift: {
      stationary: [1, 6],
      data: {
        from_month: dataDriftFrom,
        columns: ['device', 'watch_hours'],
        how: 'phones take over from televisions, and people watch about a quarter less',
        devices: {before: truthOfMonth(1).devices, after: truthOfMonth(dataDriftFrom).devices},
      },
      concept: {
        from_month: conceptDriftFrom,
        columns: ['monthly_fee'],
        how: 'prices rise by a quarter; from then on those who pay much leave, however much they watch',
        log_odds: {before: truthOfMonth(1).weights, after: truthOfMonth(conceptDriftFrom + 1).weights},
      },
      churn_rate: Object.fromEntries(batches.map(({month, customers}) => [month, churnRate(customers)])),
    },
    measured,
  });
}

function duplicatePairs(
  rows: readonly {readonly month: Month; readonly place: number}[],
): readonly (readonly number[])[] {
  const firstRow = new Map<string, number>();
  return rows.flatMap(({month, place}, index) => {
    const id = month.customers[place]!.customer_id;
    const first = firstRow.get(id);
    if (first === undefined) firstRow.set(id, index + 1);
    return first === undefined ? [] : [[first, index + 1]];
  });
}

function gapShares(months: readonly Month[]): Readonly<Record<string, number>> {
  const customers = months.flatMap(month => month.customers);
  return Object.fromEntries(
    Object.keys(silence).map(plan => {
      const ofPlan = customers.filter(customer => customer.plan === plan);
      return [plan, shareOf(ofPlan.filter(customer => customer.satisfaction === null).length, ofPlan.length)];
    }),
  );
}

function churnRate(customers: readonly Customer[]): number {
  return shareOf(customers.filter(customer => customer.churned === 'yes').length, customers.length);
}

function shareOf(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 1000;
}

/** JSON for people: two levels open, everything deeper on one line. */
function writeKey(key: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(key, null, 2);
  const flat = text.replace(/\[[^[\]{}]*\]/g, list =>
    list
      .replace(/\s*\n\s*/g, ' ')
      .replace('[ ', '[')
      .replace(' ]', ']'),
  );
  return `${flat.replace(/\[\s+(\[[^{}]*?\])\s+\](?=[,\n}\s])/g, pairs => pairs.replace(/\s*\n\s*/g, ' '))}\n`;
}
