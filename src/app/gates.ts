import {countGaps, type Table} from '../data/table.ts';
import {isMetricName} from '../ml/metrics/catalogue.ts';
import {count, say} from '../stages/words.ts';
import {type Gates, readGates} from './gates-read.ts';
import {outputOfRun} from './models-artifact.ts';
import {type Comparison, sayComparison} from './models-compare.ts';
import type {Ports} from './ports.ts';
import type {RunResult} from './run-result.ts';

/** What one gate says of a run. */
export type GateVerdict = {
  /** `min.roc_auc`, `no_leaks`, `better_than_production`… */
  readonly gate: string;
  readonly passed: boolean;
  /** One sentence for people. */
  readonly words: string;
  /** What the run has; null where it is not defined. */
  readonly value: number | null;
  /** What it was held against. */
  readonly limit: number;
};

/** What the gates look at besides the result. */
export type GateFacts = {
  /** The share of empty cells in the loaded table; null where it is no longer known. */
  readonly missing: number | null;
};

/**
 * Hold a finished run against the gates of its pipeline.
 *
 * A model made with a mistake on purpose never passes: its figures flatter.
 *
 * @throws {KnownError} `bad_setting` when a gate cannot be understood.
 */
export function judgeGates(result: RunResult, facts: GateFacts): readonly GateVerdict[] {
  const gates = readGates(result.pipeline.deployment.gates);
  return [
    ...honesty(result),
    ...metricGates(result, gates),
    ...dataGates(result, gates, facts),
    ...leakGate(result, gates),
  ];
}

/** What the gates of a run have to know of the table it loaded. */
export function gateFacts(result: RunResult, {store}: Pick<Ports, 'store'>): GateFacts {
  const table = outputOfRun(result, 'ingestion.load', store) as Table | undefined;
  if (!table) return {missing: null};
  const cells = table.rows * table.columns.length;
  const gaps = table.columns.reduce((sum, column) => sum + countGaps(column), 0);
  return {missing: cells === 0 ? 0 : gaps / cells};
}

/** The gate that the model in production is: a new one has to be better by more than the margin. */
export function productionGate(comparison: Comparison, champion: number, margin: number): GateVerdict {
  const gate = 'better_than_production';
  const words = sayComparison(comparison);
  if (!comparison.comparable)
    return {gate, passed: false, words: capital(`${words.replace(/\.$/, '')}.`), value: null, limit: margin};
  const passed = comparison.gain > margin;
  const needed = margin === 0 ? 'better' : `better by more than ${say(margin)}`;
  return {
    gate,
    passed,
    words: `${words} for version ${champion}: that is ${passed ? '' : 'not '}${needed}.`,
    value: comparison.gain,
    limit: margin,
  };
}

/** What the gates that stayed shut say; undefined where all are open. */
export function sayShut(gates: readonly GateVerdict[]): string | undefined {
  const shut = gates.filter(({passed}) => !passed);
  return shut.length === 0 ? undefined : shut.map(({words}) => words).join(' ');
}

function honesty({honest, pipeline}: RunResult): readonly GateVerdict[] {
  if (honest) return [];
  const words = `The run has a mistake on purpose (${pipeline.traps.join(', ')}), so its figures flatter.`;
  return [{gate: 'honest', passed: false, words, value: pipeline.traps.length, limit: 0}];
}

function metricGates({metrics: {test}}: RunResult, {min, max}: Gates): readonly GateVerdict[] {
  const judge = (kind: 'min' | 'max') => (entry: readonly [string, number]) => {
    const [metric, limit] = entry;
    const value = test[metric] ?? null;
    const passed = value !== null && (kind === 'min' ? value >= limit : value <= limit);
    const asked = `at ${kind === 'min' ? 'least' : 'most'} ${say(limit)} is asked for`;
    const has = value === null ? `${metric} is not defined on these test rows` : `${metric} is ${say(value)}`;
    return {gate: `${kind}.${metric}`, passed, words: sentence(has, asked, passed), value, limit};
  };
  return [...Object.entries(min).map(judge('min')), ...Object.entries(max).map(judge('max'))];
}

function dataGates({data}: RunResult, gates: Gates, {missing}: GateFacts): readonly GateVerdict[] {
  const all = data.rows + data.rejected_rows;
  const rejected = all === 0 ? 0 : data.rejected_rows / all;
  return [
    ...shareGate('max_rejected', rejected, gates.max_rejected, 'of the rows could not be read'),
    ...shareGate('max_missing', missing, gates.max_missing, 'of the cells are empty'),
    ...rowsGate(data.rows, gates.min_rows),
  ];
}

function shareGate(gate: string, value: number | null, limit: number | null, what: string): readonly GateVerdict[] {
  if (limit === null) return [];
  const passed = value !== null && value <= limit;
  const has = value === null ? `it is no longer known how many ${what}` : `${percent(value)} ${what}`;
  return [{gate, passed, words: sentence(has, `at most ${percent(limit)} may be so`, passed), value, limit}];
}

function rowsGate(rows: number, limit: number | null): readonly GateVerdict[] {
  if (limit === null) return [];
  const passed = rows >= limit;
  const words = sentence(`there are ${count(rows, 'row')}`, `at least ${limit} are asked for`, passed);
  return [{gate: 'min_rows', passed, words, value: rows, limit}];
}

function leakGate({warnings}: RunResult, {no_leaks}: Gates): readonly GateVerdict[] {
  if (!no_leaks) return [];
  const leaks = warnings.filter(({code}) => code.startsWith('leak.'));
  const [first] = leaks;
  const words = first
    ? `${count(leaks.length, 'warning')} of a leak, the first: ${first.message}`
    : 'There is no warning of a leak.';
  return [{gate: 'no_leaks', passed: !first, words, value: leaks.length, limit: 0}];
}

function sentence(has: string, asked: string, passed: boolean): string {
  return capital(`${has}${passed ? ', and' : ', but'} ${asked}.`);
}

/** A metric at the start of a sentence keeps the name it has in code. */
function capital(text: string): string {
  return isMetricName(text.split(' ')[0]!) ? text : `${text[0]!.toUpperCase()}${text.slice(1)}`;
}

function percent(share: number): string {
  return `${say(share * 100)}%`;
}
