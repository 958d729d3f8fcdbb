import {wrapWords} from '../charts/index.ts';

/** Break a text into lines of at most `width` characters between words; 0 breaks nothing. What is already a line stays one. */
export function wrapPlain(text: string, width: number): string {
  if (width <= 0) return text;
  return text
    .split('\n')
    .flatMap(line => wrapLine(line, width))
    .join('\n');
}

/** What follows the mark of a list item stands under its first word. */
function wrapLine(line: string, width: number): readonly string[] {
  const mark = /^\s*(?:\d+\. |- )?/.exec(line)![0];
  const lines = wrapWords(line.slice(mark.length), Math.max(1, width - mark.length));
  return lines.map((part, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + part);
}
