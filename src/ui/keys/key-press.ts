import type {Key} from 'ink';

/** One key as the product names it. */
export type KeyPress = {
  /** A character as typed (`k`, `?`) or a word: `up`, `enter`, `esc`, `shift-tab`, `ctrl-c`, `alt-b`, `page-down`, `space`… */
  readonly name: string;
  /** What typing it puts into a text field; empty for keys that write nothing. */
  readonly text: string;
};

const words: ReadonlyArray<readonly [keyof Key, string]> = [
  ['escape', 'esc'],
  ['return', 'enter'],
  ['tab', 'tab'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['home', 'home'],
  ['end', 'end'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/** Name what Ink's `useInput` reports; null for something that is no key of ours. */
export function toKeyPress(input: string, key: Key): KeyPress | null {
  // Escape also sets `meta` in Ink 6, so words are looked for before modifiers.
  const word = words.find(([flag]) => key[flag] === true)?.[1];
  if (word !== undefined) {
    const shift = word === 'tab' && key.shift ? 'shift-' : '';
    const alt = key.meta && word !== 'esc' ? 'alt-' : '';
    return {name: `${shift}${alt}${word}`, text: ''};
  }
  if (input === '\n') return {name: 'enter', text: ''};
  if (input === '') return null;
  if (key.ctrl) return {name: `ctrl-${input}`, text: ''};
  if (key.meta) return {name: `alt-${input}`, text: ''};
  if (/\p{Cc}/u.test(input)) return null;
  return {name: input === ' ' ? 'space' : input, text: input};
}
