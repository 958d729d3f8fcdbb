import type {RunDiff} from '../app/diff.ts';
import type {RunSummary} from '../app/runs-summary.ts';
import {formatCount, formatNumber, wrapWords} from '../charts/index.ts';
import type {CommandContext} from './command.ts';
import {cleanText} from './runs-text.ts';
import {formatColumns} from './text-table.ts';

/** Two runs side by side as text. */
export function formatDiff(diff: RunDiff, {width}: Pick<CommandContext, 'width'>): string {
  return [headOf(diff), settingsOf(diff, width), metricsOf(diff, width), stepsOf(diff), notesOf(diff, width)]
    .filter(part => part !== '')
    .join('\n\n');
}

function headOf({a, b, identical, data, same_test_rows}: RunDiff): string {
  const line = (letter: string, {run, name, created}: RunSummary) =>
    `${letter}  ${run}  ${cleanText(name)}  ${created.slice(0, 16).replace('T', ' ')} UTC`;
  const rows = same_test_rows ? 'tested on the same rows' : 'tested on other rows';
  const shared = data.same ? `the same data, ${rows}` : 'other data';
  return [line('A', a), line('B', b), identical ? 'identical: their fingerprints are equal' : shared].join('\n');
}

function settingsOf({settings}: RunDiff, width: number): string {
  if (settings.length === 0) return 'No setting differs.';
  const show = (value: unknown) =>
    value === null ? 'none' : cleanText(typeof value === 'string' ? value : JSON.stringify(value));
  const rows = settings.map(({setting, a, b}) => [setting, short(show(a)), short(show(b))]);
  return formatColumns(['setting', 'A', 'B'], rows, width);
}

function metricsOf({metrics}: RunDiff, width: number): string {
  if (metrics.length === 0) return '';
  const show = (value: number | null) => (value === null ? 'undefined' : formatNumber(value));
  const rows = metrics.map(({metric, part, a, b, better, words}) => [
    part === 'test' ? metric : `${metric} (mean of ${part === 'repeated' ? 'repeats' : 'folds'})`,
    show(a),
    show(b),
    better?.toUpperCase() ?? '',
    words,
  ]);
  const align = ['left', 'right', 'right', 'left'] as const;
  return formatColumns(['metric', 'A', 'B', 'better', 'the difference is'], rows, width, align);
}

function stepsOf({steps}: RunDiff): string {
  const ids = (verdict: RunDiff['steps'][number]['verdict']) =>
    steps.filter(step => step.verdict === verdict).map(({id}) => id);
  const lines = [
    ['same output', ids('same')],
    ['another output', ids('differs')],
    ['only in A', ids('only_a')],
    ['only in B', ids('only_b')],
  ] as const;
  const said = lines.filter(([, found]) => found.length > 0);
  return said.map(([what, found]) => `${formatCount(found.length, 'step')}, ${what}: ${found.join(', ')}`).join('\n');
}

function notesOf({notes}: RunDiff, width: number): string {
  return notes.flatMap(note => wrapWords(`! ${note}`, width)).join('\n');
}

function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
