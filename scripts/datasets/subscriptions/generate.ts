import {randomStream} from '../../../src/data/random.ts';
import {csvText} from '../csv-text.ts';
import measured from '../measured.json' with {type: 'json'};
import {type Customer, drawCustomer} from './customers.ts';
import {addDefects, type Defects, type Entry, repeatSome} from './defects.ts';
import {answerKey} from './key.ts';
import {drawPayments} from './payments.ts';

const seed = 'subscriptions/3';
const rowsAMonth = 500;
/** Copies in months 1–6: 45 of 3 000 rows, 1.5 %. */
const copiesAMonth = [8, 7, 8, 7, 8, 7];
const batchRows = 400;
const batchMonths = [7, 8, 9, 10, 11, 12];

const header = [
  'customer_id',
  'month',
  'signup_date',
  'age',
  'country',
  'device',
  'plan',
  'discount',
  'monthly_fee',
  'watch_hours',
  'titles_started',
  'days_since_last_visit',
  'support_tickets',
  'payment_failures',
  'satisfaction',
  'refund_issued',
  'churned',
] as const satisfies (keyof Customer)[];

/** One month of the main table: the entries with their copies, and what was spoilt in them. */
export type Month = {
  readonly month: number;
  readonly customers: readonly Customer[];
  readonly defects: Defects;
  /** For each row of the file, the entry that it shows. */
  readonly places: readonly number[];
};

/** Make every file of the `subscriptions` dataset: name → text. */
export function generateSubscriptions(): ReadonlyMap<string, string> {
  const months = copiesAMonth.map((copies, index) => drawMonth(index + 1, rowsAMonth - copies, copies));
  const rows = months.flatMap(({defects, places}) => places.map(place => rowOf(defects.entries[place]!)));
  const customers = months.flatMap(month => month.customers);
  const payments = drawPayments(customers, randomStream(`${seed}/payments`));
  const batches = batchMonths.map(month => drawMonth(month, batchRows, 0));
  const files = new Map([
    ['subscriptions.csv', csvText(header, rows)],
    ['subscriptions_payments.csv', payments.text],
  ]);
  for (const batch of batches) files.set(batchName(batch.month), batchText(batch));
  files.set('subscriptions.key.json', answerKey({months, batches, payments, measured: measured.subscriptions}));
  return files;
}

function drawMonth(month: number, count: number, copies: number): Month {
  const random = randomStream(`${seed}/month/${month}`);
  const customers = Array.from({length: count}, (_, index) => drawCustomer(random, month, 1000 * month + index + 1));
  const defects = addDefects(customers, randomStream(`${seed}/defects/${month}`));
  return {month, customers, defects, places: repeatSome(count, copies, randomStream(`${seed}/copies/${month}`))};
}

// When a batch is scored nobody has had a refund yet: what the leaky column told in training is not known.
function batchText({defects}: Month): string {
  return csvText(
    header,
    defects.entries.map(entry => rowOf({...entry, refund_issued: 'no'})),
  );
}

function batchName(month: number): string {
  return `subscriptions_batches/month_${String(month).padStart(2, '0')}.csv`;
}

function rowOf(entry: Entry) {
  return header.map(name => entry[name]);
}
