import {shortNumber} from '../../tutor/figures/format.ts';
import type {Json} from '../../tutor/figures/result.ts';

/** One paragraph that a lab says: a screen gives it a colour, plain text its words alone. */
export type Remark = {
  readonly kind: 'heading' | 'figure' | 'text' | 'good' | 'open' | 'warn' | 'bad' | 'faint';
  /** A word or two before the text: `Why`. */
  readonly label?: string;
  readonly text: string;
};

/** The name of a figure as people say it: `test.accuracy` is `test accuracy`. */
export function sayFigure(path: string): string {
  const [, step, what, place] = /^steps\.([a-z_]+\.[a-z_]+)\.([a-z]+)(?:\.([01]))?$/.exec(path) ?? [];
  if (step !== undefined) return `${what} ${place === undefined ? 'of' : place === '0' ? 'before' : 'after'} ${step}`;
  return path.replace(/^metrics\./, '').replaceAll(/[._]/g, ' ');
}

/** A value out of a result as people read it: numbers short, fingerprints by their first signs. */
export function sayValue(value: Json | undefined): string {
  if (value === undefined) return 'unknown';
  if (value === null) return 'none';
  if (typeof value === 'number') return shortNumber(value);
  if (typeof value === 'string') return cutText(value.replace(/^sha256:(\w{10})\w+$/, '$1'));
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(sayValue).join(', ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : writeFlow(value);
}

/** A whole file is no figure to be read in a line. */
function cutText(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length < text.length || first.length > 80 ? `${first.slice(0, 80)} …` : text;
}

/** Join words as a sentence does: `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A checked condition in the words of a learner: figures short, paths as they are said. */
export function plainCondition(words: string): string {
  const plain = words
    .replaceAll(/-?\d+\.\d{4,}/g, number => shortNumber(Number(number)))
    .replaceAll(/(?<![\w.])(?:metrics\.)?(?:test|train|baseline|cross_validation)\.[a-z0-9_]+/g, sayFigure)
    .replaceAll(
      /(?<![\w.])(?:plan|failed|verification|diff|predict|shelf|merge|month|monitor|batches|policies|export)\.[\w.]*\w/g,
      sayFigure,
    )
    .replaceAll(/\bpipeline\.(?=[a-z])/g, '')
    .replaceAll(/\bsteps\.[a-z_]+\.[a-z_]+\.[a-z]+(?:\.[01]\b)?/g, sayFigure)
    .replaceAll(' of the run before', ' before')
    .replaceAll(/sha256:(\w{10})\w+/g, '$1')
    .replace(/^(.+?) \((.+?)\) is \1 before \(\2\)\.$/, '$1 is as before ($2).')
    .replace(/^(.+?) \((.+?)\) differs from \1 before \((.+?)\)\.$/, '$1 is another than before ($3 → $2).')
    .replace(/^(.+?) \((.+?)\) is \2\.$/, '$1 is $2.');
  // A setting's name keeps the way it is written.
  return /^[a-z]+ /.test(plain) ? plain[0]!.toUpperCase() + plain.slice(1) : plain;
}

/** A text without the full stop at its end, to stand inside another sentence. */
export function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

/** Write a setting's value as YAML on one line, as it may be typed in again. */
export function writeFlow(value: Json): string {
  if (value === null) return 'none';
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([name, inner]) => `${writeWord(name)}: ${writeFlow(inner)}`)
      .join(', ')}}`;
  }
  return typeof value === 'string' ? writeWord(value) : String(value);
}

function writeWord(word: string): string {
  return /^[A-Za-z_][\w .-]*$/.test(word) && !/^(?:true|false|null|yes|no)$/i.test(word) ? word : JSON.stringify(word);
}
