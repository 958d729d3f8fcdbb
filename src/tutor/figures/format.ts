import type {Json} from './result.ts';

/** The ways a figure can be written; each may be followed by a number of decimals: `percent 0`. */
export const formatNames = ['number', 'percent', 'points', 'whole', 'plain', 'hash'] as const;
/** The name of a format. */
export type FormatName = (typeof formatNames)[number];
/** How a figure is written, and with how many decimals. */
export type Format = {readonly name: FormatName; readonly digits?: number};

/** Write a value as a reader sees it: `0.972`, `97.2%`, `+12.3 points`, `1,024`; words stay as they are. */
export function formatValue(value: Json, format: Format = {name: 'number'}): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return format.name === 'hash' ? shortHash(value) : value;
  if (typeof value !== 'number')
    return Object.values(value)
      .map(item => formatValue(item))
      .join(', ');
  return writeNumber[format.name](value, format.digits);
}

const writeNumber: {readonly [name in FormatName]: (value: number, digits: number | undefined) => string} = {
  number: (value, digits) => (digits === undefined ? shortNumber(value) : fixed(value, digits)),
  percent: (value, digits = 1) => `${fixed(100 * value, digits)}%`,
  points: (value, digits = 1) => `${value < 0 ? '-' : '+'}${fixed(Math.abs(100 * value), digits)} points`,
  whole: value => fixed(value, 0),
  plain: value => String(value),
  hash: value => String(value),
};

/** A fingerprint as people compare it: its first eight digits. */
function shortHash(fingerprint: string): string {
  return fingerprint.replace(/^sha256:/u, '').slice(0, 8);
}

/** A number in as few digits as tell it apart: whole as it is, else three decimals, small ones to three figures. */
export function shortNumber(value: number): string {
  if (Number.isInteger(value)) return fixed(value, 0);
  const size = Math.abs(value);
  if (size >= 100) return fixed(value, 1);
  return size >= 0.01 ? String(Number(value.toFixed(3))) : String(Number(value.toPrecision(3)));
}

function fixed(value: number, digits: number): string {
  const [whole, decimals] = value.toFixed(digits).split('.');
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
