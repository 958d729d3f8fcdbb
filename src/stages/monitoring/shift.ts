import {type Column, isNumeric} from '../../data/table.ts';
import {alignCounts, countLevels, type LevelCounts} from '../../ml/drift/levels.ts';
import {quantile, sortedValues} from '../../ml/quantile.ts';
import {say} from '../words.ts';
import type {ColumnReference} from './reference.ts';

/** Say what moved most in a column: the middle of its numbers, or the word whose share changed most; null where nothing did. */
export function sayShift(reference: ColumnReference, column: Column): string | null {
  if (reference.kind === 'numbers' && isNumeric(column)) {
    return sayNumbers(Float64Array.from(reference.values), sortedValues(column.values));
  }
  return reference.kind === 'levels' && !isNumeric(column) ? sayShares(reference, countLevels(column)) : null;
}

const marks = [
  [0.5, 'median'],
  [0.75, 'upper quarter'],
  [0.25, 'lower quarter'],
] as const;

/** The middle tells most; where it stayed, the quarters may have moved. */
function sayNumbers(reference: Float64Array, current: Float64Array): string | null {
  if (reference.length === 0 || current.length === 0) return null;
  for (const [share, name] of marks) {
    const [before, after] = [quantile(reference, share), quantile(current, share)];
    if (before !== after) return `${name} from ${say(before)} to ${say(after)}`;
  }
  return `median ${say(quantile(current, 0.5))} as before`;
}

function sayShares(reference: LevelCounts, current: LevelCounts): string | null {
  const aligned = alignCounts(reference, current);
  const [before, after] = [shares(aligned.reference), shares(aligned.current)];
  if (!before || !after) return null;
  const change = (place: number) => Math.abs(after[place]! - before[place]!);
  const most = [...aligned.levels.keys()].reduce((best, place) => (change(place) > change(best) ? place : best), 0);
  return `${aligned.levels[most]} from ${percent(before[most]!)} to ${percent(after[most]!)}`;
}

function shares(counts: readonly number[]): readonly number[] | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all === 0 ? null : counts.map(count => count / all);
}

function percent(share: number): string {
  const value = share * 100;
  return `${say(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))}%`;
}
