import {shortNumber} from '../../tutor/figures/format.ts';
import type {Json} from '../../tutor/figures/result.ts';

/** One paragraph that a lab says: a screen gives it a colour, plain text its words alone. */
export type Remark = {
  readonly kind: 'heading' | 'figure' | 'text' | 'good' | 'open' | 'warn' | 'bad' | 'faint';
  /** A word or two before the text: `Why`. */
  readonly label?: string;
  readonly text: string;
};

/** A value out of a result as people read it: numbers short, fingerprints by their first signs. */
export function sayValue(value: Json | undefined): string {
  if (value === undefined) return 'unknown';
  if (value === null) return 'none';
  if (typeof value === 'number') return shortNumber(value);
  if (typeof value === 'string') return cutText(value.replace(/^sha256:(\w{8})\w+$/, '$1'));
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(sayValue).join(', ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : writeFlow(value);
}

/** A whole file is no figure to be read in a line. */
function cutText(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length < text.length || first.length > 80 ? `${first.slice(0, 80)} …` : text;
}

/** Why a step failed, short enough for a list: the first sentence of its error. */
export function shortError(message: string): string {
  const [first = message] = message.split(/(?<=[.!?])\s|\n/);
  return cutText(withoutStop(first));
}

/** Join words as a sentence does: `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
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
