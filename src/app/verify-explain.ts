import {differences, say} from '../engine/reason.ts';
import type {RunRecord, StepRecord} from '../engine/run-record.ts';
import {type FigureChange, lastDigits} from './verify-figures.ts';

/** A record and what came of running it again here. */
export type Rerun = {
  readonly record: RunRecord;
  readonly product: string;
  readonly node: string;
  readonly figures: readonly FigureChange[];
};

/** Say why a step did not come out as recorded. */
export function explainStep(before: StepRecord | undefined, now: StepRecord | undefined, rerun: Rerun): string {
  if (!before || !now) return explainAbsence(before, rerun);
  if (before.output !== null && now.output === null) return `it fails now: ${now.error ?? now.reason}`;
  if (before.output === null && now.output !== null) return 'it failed in the recorded run, and does not now';
  return before.key === now.key ? explainOutput(rerun) : explainKey(before, now, rerun);
}

function explainAbsence(before: StepRecord | undefined, {record, product}: Rerun): string {
  const which = before ? 'a step that this version lays out no more' : 'a step that the recorded run did not have';
  return `${which} (${versions(record.product, product)})`;
}

function explainKey(before: StepRecord, now: StepRecord, {record, product}: Rerun): string {
  const data = [before.params.data, now.params.data];
  if (before.inputs && Object.keys(before.inputs).length === 0 && data[0] !== undefined && data[0] !== data[1]) {
    const [then, today] = data.map(hash => say(hash ?? null));
    return `the data changed: ${record.source.origin} had the content ${then} and has ${today} now`;
  }
  const found = differences({step: now, seed: now.seed, inputs: now.inputs}, before);
  const changes = found.length > 0 ? found.join('; ') : 'its key is made in another way';
  return record.product === product ? changes : `${changes} (${versions(record.product, product)})`;
}

function explainOutput({record, product, node, figures}: Rerun): string {
  const same = 'the same settings, seed and input gave another output';
  const size = sizeOf(figures);
  if (record.product !== product) return `${same} in another version (${versions(record.product, product)}); ${size}`;
  if (record.node !== node) return `${same} under Node ${node} than under ${record.node}; ${size}`;
  return `${same}: the step is not reproducible, or the record was changed; ${size}`;
}

function sizeOf(figures: readonly FigureChange[]): string {
  if (figures.length === 0) return 'every figure is the same all the same';
  const most = Math.max(...figures.map(({relative}) => relative ?? Infinity));
  const count = figures.length === 1 ? '1 figure differs' : `${figures.length} figures differ`;
  const extent = Number.isFinite(most) ? `, by ${most.toExponential(0)} of their size at most` : '';
  return `${count}${extent}${most < lastDigits ? ', which is in the last digits only' : ''}`;
}

function versions(then: string, now: string): string {
  return then === now ? `version ${now}` : `version ${then} then, ${now} now`;
}
