import {type Bar, barChart, type ChartSize, formatCount, formatNumber, formatPercent} from '../../../charts/index.ts';
import type {Drawing} from '../../lesson-figures.ts';
import type {FailedRun} from '../actions/attempt.ts';
import type {WrittenPipeline} from '../actions/export.ts';
import type {AskedRow} from '../actions/predict.ts';
import {joinWords, withoutStop} from '../words.ts';
import {asChart, asWords} from './drawing.ts';

/** Say how much of a plan would be work. */
export function drawPlan(plan: {readonly run: number; readonly unchanged: number; readonly restored: number}): Drawing {
  const kept = plan.unchanged + plan.restored;
  const sentence = `${formatCount(plan.run, 'step')} would run; ${kept} would not, because nothing that they depend on has changed. Nothing was run.`;
  return asWords('The plan', sentence);
}

/** Show where a run stopped, and what still stands. */
export function drawFailure({step, message, hint, kept, skipped}: FailedRun): Drawing {
  if (step === null) return asWords('It stopped before the first step', `${message} ${hint}`);
  const rows = [...kept.map(id => [id, 'kept']), [step, 'failed'], ...skipped.map(id => [id, 'not reached'])];
  const stands = kept.length === 0 ? 'Nothing was kept' : `${formatCount(kept.length, 'step')} before it still stand`;
  const sentence = `${withoutStop(message)}. ${stands}, and ${formatCount(skipped.length, 'step')} after it were not reached.`;
  return {kind: 'table', title: 'Where it stopped', table: {header: ['step', 'what became of it'], rows}, sentence};
}

/** Show what the fitted pipeline says of one row. */
export function drawPrediction(asked: AskedRow, size: ChartSize): Drawing {
  const title = `Row ${asked.row}, ${asked.steps === 'replayed' ? 'through all steps' : 'without the steps'}`;
  if (asked.refused) return asWords(title, `It was refused: ${asked.problem}`);
  const remarks = asked.warnings.map(({message}) => message).join(' ');
  const sentence = `${sayAnswer(asked)} ${sayTest(asked)}${remarks === '' ? '' : ` ${remarks}`}`;
  const bars: readonly Bar[] = Object.entries(asked.probabilities).map(([label, value]) => ({label, value}));
  if (bars.length > 0) return asChart(barChart({title, bars, full: 1, percent: true, sentence}, size));
  const rows = asked.values.map(([column, value]) => [column, value]);
  return {kind: 'table', title, table: {header: ['column', 'value'], rows}, sentence};
}

function sayAnswer({answer, probability, truth}: AskedRow): string {
  const said = typeof answer === 'number' ? formatNumber(answer) : String(answer);
  const sure = probability === null ? '' : ` with ${formatPercent(probability)}`;
  const known = typeof truth === 'number' ? formatNumber(truth) : truth;
  return `The answer is ${said}${sure}; the table says ${known ?? 'nothing'}.`;
}

function sayTest({test: {accuracy, mae}}: AskedRow): string {
  if (accuracy !== null) return `Asked this way about all test rows it is right in ${formatPercent(accuracy)}.`;
  return mae === null ? '' : `Asked this way about all test rows it is off by ${formatNumber(mae)} on average.`;
}

/** Show the beginning of a pipeline in another form. */
export function drawExport({to, text, lines, bytes, beside}: WrittenPipeline): Drawing {
  const title = `The pipeline as ${to}`;
  if (text === null) return asWords(title, `It is ${bytes} bytes for machines and no text to read.`);
  // JSON is written in one line.
  const rows = text.split('\n', 400).map((line, place) => [String(place + 1), line.slice(0, 300)]);
  const files = beside.length === 0 ? '' : ` Beside it: ${joinWords(beside)}.`;
  const sentence = `${formatCount(lines ?? 0, 'line')}, ${bytes} bytes.${files}`;
  return {kind: 'table', title, table: {header: ['', 'line'], rows}, sentence};
}
