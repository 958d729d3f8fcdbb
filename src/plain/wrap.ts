/** Break a text into lines of at most `width` characters between words; 0 breaks nothing. What is already a line stays one. */
export function wrapPlain(text: string, width: number): string {
  if (width <= 0) return text;
  return text
    .split('\n')
    .map(line => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  const indent = /^\s*(?:\d+\. |- )?/.exec(line)![0];
  const lines: string[] = [];
  let current = indent;
  let isFresh = true;
  for (const word of line.slice(indent.length).split(' ')) {
    if (!isFresh && current.length + 1 + word.length > width) {
      lines.push(current);
      current = ' '.repeat(indent.length) + word;
    } else {
      current += isFresh ? word : ` ${word}`;
    }
    isFresh = false;
  }
  return [...lines, current].join('\n');
}
