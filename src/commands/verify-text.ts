import type {Verification} from '../app/verify.ts';
import {formatCount, formatNumber, wrapWords} from '../charts/index.ts';
import type {CommandContext} from './command.ts';
import {cleanText} from './runs-text.ts';
import {formatColumns} from './text-table.ts';

/** A verification as text: the verdict, the first step that differs and why, then every step and figure that does. */
export function formatVerification(found: Verification, {width}: Pick<CommandContext, 'width'>): string {
  const {run, name, first, steps, fingerprint} = found;
  if (!first) {
    const count = formatCount(steps.length, 'step');
    return `identical: ${count} of run ${run} (${cleanText(name)}) came out as recorded.\nfingerprint ${fingerprint.recorded}`;
  }
  const where = first.step === null ? 'the record' : `\`${first.step}\``;
  const lines = wrapWords(
    `Run ${run} (${cleanText(name)}) differs, first at ${where}: ${cleanText(first.reason)}.`,
    width,
  );
  return [lines.join('\n'), stepsOf(found, width), figuresOf(found, width), machinesOf(found)]
    .filter(part => part !== '')
    .join('\n\n');
}

function stepsOf({steps}: Verification, width: number): string {
  if (steps.length === 0) return '';
  const short = (hash: string | null) => (hash === null ? 'none' : hash.slice('sha256:'.length, 19));
  const rows = steps.map(({id, verdict, recorded, now}) => [id, verdict, short(recorded), short(now)]);
  return formatColumns(['step', 'verdict', 'recorded output', 'output now'], rows, width);
}

function figuresOf({figures}: Verification, width: number): string {
  if (figures.length === 0) return '';
  const show = (value: number | null) => (value === null ? 'none' : formatNumber(value));
  const rows = figures
    .slice(0, 20)
    .map(({figure, recorded, now, relative}) => [
      figure,
      show(recorded),
      show(now),
      relative === null ? '' : relative.toExponential(1),
    ]);
  const more = figures.length > rows.length ? `\n… and ${figures.length - rows.length} more` : '';
  return formatColumns(['figure', 'recorded', 'now', 'relative'], rows, width) + more;
}

function machinesOf({product, node}: Verification): string {
  const lines = [
    product.recorded === product.now
      ? ''
      : `recorded with version ${cleanText(product.recorded)}, verified with ${product.now}`,
    node.recorded === node.now ? '' : `recorded with Node ${cleanText(node.recorded)}, verified with ${node.now}`,
  ];
  return lines.filter(line => line !== '').join('\n');
}
