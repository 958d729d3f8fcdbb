import {shortNumber} from './format.ts';

/** The name of a figure as people say it: `test.accuracy` is `test accuracy`. */
export function sayFigure(path: string): string {
  const own = path.replace(/^metrics\./, '');
  const [, step, what, place] = /^steps\.([a-z_]+\.[a-z_]+)\.([a-z]+)(?:\.([01]))?$/.exec(own) ?? [];
  if (step !== undefined) return `${what} ${place === undefined ? 'of' : place === '0' ? 'before' : 'after'} ${step}`;
  const [, metric, part] = /^repeated\.all\.([a-z0-9_]+)\.(mean|sd)$/.exec(own) ?? [];
  if (metric !== undefined) return `${part === 'mean' ? 'mean' : 'spread of the'} ${spaced(metric)} of the repeats`;
  const [, row, column] = /^confusion\.matrix\.(\d+)\.(\d+)$/.exec(own) ?? [];
  if (row !== undefined) return `confusion matrix, row ${Number(row) + 1}, column ${Number(column) + 1}`;
  return spaced(own.replace(/^honest_metrics\./, 'honest '));
}

function spaced(path: string): string {
  return path.replaceAll(/[._]/g, ' ');
}

const saidPaths = new RegExp(
  String.raw`(?<![\w.])(?:${[
    ...['metrics', 'test', 'train', 'baseline', 'cross_validation', 'repeated', 'honest_metrics', 'confusion'],
    ...['plan', 'failed', 'verification', 'diff', 'predict', 'shelf', 'merge', 'month', 'monitor', 'batches'],
    ...['policies', 'export', 'steps', 'tuning', 'deployment', 'data'],
  ].join('|')})\.[\w.]*\w`,
  'g',
);

/** A checked condition in the words of a learner: figures short, paths as they are said. */
export function plainCondition(words: string): string {
  const plain = words
    .replaceAll(/-?\d+\.\d{4,}/g, number => shortNumber(Number(number)))
    .replaceAll(saidPaths, sayFigure)
    .replaceAll(/\bpipeline\.(?=[a-z])/g, '')
    .replaceAll(' of the run before', ' before')
    .replaceAll(/sha256:(\w{8})\w+/g, '$1')
    .replace(/^(.+?) \((.+?)\) is \1 before \(\2\)\.$/, '$1 is as before ($2).')
    .replace(/^(.+?) \((.+?)\) differs from \1 before \((.+?)\)\.$/, '$1 is another than before ($3 → $2).')
    .replace(/^(.+?) \((.+?)\) is \2\.$/, '$1 is $2.')
    .replace(/^honest is (true|false)\.$/, (_, isHonest) =>
      isHonest === 'true' ? 'No mistake is made on purpose.' : 'A mistake is made on purpose.',
    );
  // A setting's name keeps the way it is written.
  return /^[a-z]+[ ,]/.test(plain) ? plain[0]!.toUpperCase() + plain.slice(1) : plain;
}
