import type {Random} from '../../../src/data/random.ts';
import {type CellText, csvText} from '../csv-text.ts';
import {addDays, chance, choose} from '../draw.ts';
import {type Customer, firstOfMonth} from './customers.ts';

/** The second table: one row per attempt to pay, to be joined on `customer_id`. */
export type Payments = {
  readonly text: string;
  readonly rows: number;
  /** Customers who have no payment at all: an inner join loses them. */
  readonly withoutPayment: number;
  /** Payments of customers who are not in the main table: an inner join drops them. */
  readonly orphans: readonly string[];
};

const header = ['customer_id', 'paid_on', 'amount', 'method', 'status'];
const methods = {card: 0.55, direct_debit: 0.3, paypal: 0.15};
const noPayment = 0.02;
const twoPayments = 0.45;
const orphanCount = 12;

/** Draw the attempts of every customer: as many failed ones as `payment_failures` says, and one or two that worked. */
export function drawPayments(customers: readonly Customer[], random: Random): Payments {
  const rows: CellText[][] = [];
  let withoutPayment = 0;
  for (const customer of customers) {
    if (customer.payment_failures === 0 && chance(random, noPayment)) withoutPayment += 1;
    else rows.push(...drawAttempts(customer, random));
  }
  const orphans = Array.from({length: orphanCount}, (_, index) => `C9${String(index + 1).padStart(4, '0')}`);
  for (const orphan of orphans) {
    rows.splice(random.below(rows.length), 0, [orphan, firstOfMonth(1 + random.below(6)), 11.99, 'card', 'paid']);
  }
  return {text: csvText(header, rows), rows: rows.length, withoutPayment, orphans};
}

function drawAttempts(customer: Customer, random: Random): CellText[][] {
  const method = choose(random, methods);
  const paid = chance(random, twoPayments) ? 2 : 1;
  const statuses = [...Array<string>(customer.payment_failures).fill('failed'), ...Array<string>(paid).fill('paid')];
  const first = firstOfMonth(customer.month);
  return statuses.map((status, index) => {
    const day = addDays(first, status === 'paid' ? 30 * (index - statuses.length) : -1 - 2 * (index + 1));
    return [customer.customer_id, day, customer.monthly_fee, method, status];
  });
}
