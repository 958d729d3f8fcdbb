import {nearest} from '../data/nearest.ts';
import {KnownError} from '../errors.ts';
import {isMetricName, metrics} from '../ml/metrics/catalogue.ts';

type Limits = {readonly [metric: string]: number};

/** What a run must keep to before its model may be promoted; what is null or empty is not asked for. */
export type Gates = {
  /** The least that a test metric may be. */
  readonly min: Limits;
  /** The most that a test metric may be, for metrics that count errors. */
  readonly max: Limits;
  /** The largest share of the rows that may have been left out because they could not be read. */
  readonly max_rejected: number | null;
  /** The largest share of the cells that may be empty. */
  readonly max_missing: number | null;
  /** The fewest rows there must be. */
  readonly min_rows: number | null;
  /** No warning of a leak may have come up. */
  readonly no_leaks: boolean;
};

const names = ['min', 'max', 'max_rejected', 'max_missing', 'min_rows', 'no_leaks'] as const;
const example = 'Write for example `gates: {min: {roc_auc: 0.75}, max_rejected: 0.01, no_leaks: true}`.';

/**
 * Read the gates of a pipeline.
 *
 * @param raw - `deployment.gates` as it was written.
 * @throws {KnownError} `bad_setting` for the first that cannot be understood.
 */
export function readGates(raw: {readonly [name: string]: unknown}): Gates {
  for (const name of Object.keys(raw)) {
    if (!(names as readonly string[]).includes(name)) throw unknownGate(name);
  }
  return {
    min: readLimits('min', raw.min),
    max: readLimits('max', raw.max),
    max_rejected: readNumber('max_rejected', raw.max_rejected, 'a share from 0 to 1', isShare),
    max_missing: readNumber('max_missing', raw.max_missing, 'a share from 0 to 1', isShare),
    min_rows: readNumber('min_rows', raw.min_rows, 'a whole number from 1 on', n => Number.isInteger(n) && n >= 1),
    no_leaks: readFlag('no_leaks', raw.no_leaks),
  };
}

function readLimits(name: 'min' | 'max', raw: unknown): Limits {
  if (raw === undefined || raw === null) return {};
  if (typeof raw !== 'object' || Array.isArray(raw)) throw badGate(name, raw, 'a map such as {roc_auc: 0.75}');
  return Object.fromEntries(
    Object.entries(raw).map(([metric, value]) => {
      if (!isMetricName(metric)) throw unknownMetric(name, metric);
      const {higherIsBetter} = metrics[metric];
      if (higherIsBetter !== (name === 'min')) throw wrongWay(metric, higherIsBetter, value);
      return [metric, readNumber(`${name}.${metric}`, value, 'a number', () => true)!];
    }),
  );
}

function readNumber(name: string, raw: unknown, allowed: string, fits: (value: number) => boolean): number | null {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === 'number' && Number.isFinite(raw) && fits(raw)) return raw;
  throw badGate(name, raw, allowed);
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

function readFlag(name: string, raw: unknown): boolean {
  if (raw === undefined || raw === null) return false;
  if (typeof raw === 'boolean') return raw;
  throw badGate(name, raw, 'true or false');
}

function badGate(name: string, raw: unknown, allowed: string): KnownError {
  return bad(`The gate \`${name}\` cannot be ${JSON.stringify(raw)}.`, `Allowed: ${allowed}. ${example}`, name);
}

function unknownGate(name: string): KnownError {
  const hint = `${guess(name, names)}Known: ${names.join(', ')}. ${example}`;
  return bad(`There is no gate \`${name}\`.`, hint, name);
}

function unknownMetric(name: string, metric: string): KnownError {
  const known = Object.keys(metrics);
  const hint = `${guess(metric, known)}Known: ${known.join(', ')}.`;
  return bad(`The gate \`${name}\` names \`${metric}\`, which is no metric.`, hint, `${name}.${metric}`);
}

function wrongWay(metric: string, higherIsBetter: boolean, value: unknown): KnownError {
  const [more, right] = higherIsBetter ? ['more', 'min'] : ['less', 'max'];
  const hint = `Write \`gates: {${right}: {${metric}: ${JSON.stringify(value)}}}\`.`;
  return bad(`Of \`${metric}\`, ${more} is better, so a gate for it is a \`${right}\`.`, hint, metric);
}

function guess(word: string, known: readonly string[]): string {
  const found = nearest(word, known);
  return found ? `Did you mean ${found}? ` : '';
}

function bad(message: string, hint: string, name: string): KnownError {
  return new KnownError('bad_setting', message, {hint, at: {name: `deployment.gates.${name}`}});
}
