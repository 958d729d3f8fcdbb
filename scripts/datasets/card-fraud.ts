import {type Random, randomStream} from '../../src/data/random.ts';
import {type CellText, csvText} from './csv-text.ts';
import {chance, choose, clamp, pick, round} from './draw.ts';
import measured from './measured.json' with {type: 'json'};

const seed = 'card_fraud/1';
const rowCount = 4000;
const fraudCount = 40;
const header = [
  'amount',
  'hour',
  'merchant',
  'km_from_home',
  'minutes_since_last',
  'chip_used',
  'abroad',
  'account_age_days',
  'fraud',
];

/** How payments of one kind look: medians, and how far the values spread around them. */
type Kind = {
  readonly amount: number;
  readonly atNight: number;
  readonly km: number;
  readonly minutes: number;
  readonly chip: number;
  readonly abroad: number;
  readonly age: number;
  readonly merchants: Readonly<Record<string, number>>;
};

const honest: Kind = {
  amount: 28,
  atNight: 0.06,
  km: 6,
  minutes: 900,
  chip: 0.72,
  abroad: 0.05,
  age: 900,
  merchants: {groceries: 0.38, restaurant: 0.22, fuel: 0.15, online: 0.15, electronics: 0.06, travel: 0.04},
};

const fraud: Kind = {
  amount: 90,
  atNight: 0.22,
  km: 18,
  minutes: 220,
  chip: 0.3,
  abroad: 0.18,
  age: 650,
  merchants: {groceries: 0.12, restaurant: 0.1, fuel: 0.1, online: 0.38, electronics: 0.22, travel: 0.08},
};

/** Make every file of the `card_fraud` dataset: card payments of which one in a hundred is a fraud. */
export function generateCardFraud(): ReadonlyMap<string, string> {
  const random = randomStream(seed);
  const frauds = pick(random, rowCount, fraudCount);
  const isFraud = new Set(frauds);
  const rows = Array.from({length: rowCount}, (_, row) => drawPayment(random, isFraud.has(row)));
  const key = {
    about: 'What the generator planted in card_fraud.csv. Rows count from 1, the first row after the header.',
    rows: rowCount,
    fraud: {rate: fraudCount / rowCount, rows: frauds.map(row => row + 1)},
    kinds: {no: honest, yes: fraud},
    measured: measured.card_fraud,
  };
  return new Map([
    ['card_fraud.csv', csvText(header, rows)],
    ['card_fraud.key.json', `${JSON.stringify(key, null, 2)}\n`],
  ]);
}

function drawPayment(random: Random, isFraud: boolean): readonly CellText[] {
  const kind = isFraud ? fraud : honest;
  const around = (median: number, spread: number) => median * Math.exp(spread * random.normal());
  return [
    round(clamp(around(kind.amount, 0.9), 0.5, 5000), 2),
    chance(random, kind.atNight) ? random.below(6) : clamp(round(14 + 4 * random.normal()), 6, 23),
    choose(random, kind.merchants),
    round(clamp(around(kind.km, 1.2), 0.1, 9000), 1),
    round(clamp(around(kind.minutes, 1.3), 1, 60_000)),
    chance(random, kind.chip) ? 'yes' : 'no',
    chance(random, kind.abroad) ? 'yes' : 'no',
    round(clamp(around(kind.age, 0.8), 1, 6000)),
    isFraud ? 'yes' : 'no',
  ];
}
