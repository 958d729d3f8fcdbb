import type {SettingKind} from '../../ml/setting.ts';
import type {Json} from '../../tutor/figures/result.ts';

type NumberKind = Extract<SettingKind, {type: 'number' | 'integer'}>;

/**
 * The next value of a setting in a direction, for the arrow keys; undefined where there is none, or where the value has to be
 * typed. Choices go round; numbers stop at their ends; the word of a number, such as `none`, stands below its least value.
 */
export function stepValue(kind: SettingKind, value: Json, direction: 1 | -1): Json | undefined {
  switch (kind.type) {
    case 'choice': {
      const place = kind.choices.indexOf(String(value));
      return kind.choices[(place + direction + kind.choices.length) % kind.choices.length];
    }
    case 'boolean':
      return value !== true;
    case 'number':
    case 'integer':
      return stepNumber(kind, value, direction);
    default:
      return undefined;
  }
}

function stepNumber(kind: NumberKind, value: Json, direction: 1 | -1): Json | undefined {
  const {min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, open = false, word} = kind;
  const inside = (next: number) => (open ? next > min && next < max : next >= min && next <= max);
  if (typeof value !== 'number') return direction === 1 ? firstNumber(kind) : undefined;
  const next = kind.type === 'integer' ? stepWhole(value, direction) : stepReal(kind, value, direction);
  if (inside(next)) return next;
  return direction === -1 && word !== undefined ? null : undefined;
}

/** Where a number begins that had no value: its least one, or 1. */
function firstNumber({min, open}: NumberKind): number {
  return min === undefined || open ? 1 : Math.max(min, 1);
}

const widths = [
  {below: 50, width: 1},
  {below: 100, width: 5},
  {below: 500, width: 10},
  {below: 1000, width: 50},
];

/** Whole numbers go one by one while they are small, then in round steps. */
function stepWhole(value: number, direction: 1 | -1): number {
  const size = Math.abs(direction === 1 ? value : value - 1);
  const width = widths.find(({below}) => size < below)?.width ?? 100;
  return direction === 1 ? Math.floor(value / width) * width + width : Math.ceil(value / width) * width - width;
}

/** Shares go in twentieths, other numbers through 1, 2, 5, 10, 20, 50… */
function stepReal({min, max}: NumberKind, value: number, direction: 1 | -1): number {
  if (min !== undefined && max !== undefined && max - min <= 1) return round(value + direction * 0.05);
  if (value <= 0) return direction === 1 ? 0.001 : round(value - 1);
  const ladder = [1, 2, 5, 10];
  const unit = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const head = value / unit;
  if (direction === 1) return round(ladder.find(rung => rung > head + 1e-9)! * unit);
  const below = ladder.findLast(rung => rung < head - 1e-9);
  const lower = below === undefined ? 0.5 * unit : below * unit;
  return lower < 0.0009 ? 0 : round(lower);
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}
