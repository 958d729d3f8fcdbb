import {commentText} from './literal.ts';

/** How wide a script is: what fits beside a diff on a laptop. */
const width = 100;

/** Put items between brackets: on one line where they fit, else on as many as they need. */
export function pythonList(items: readonly string[], before = '', [open, close] = ['[', ']']): string {
  const line = `${before}${open}${items.join(', ')}${close}`;
  if (line.length <= width && !line.includes('\n')) return line.slice(before.length);
  return `${open}\n${fillLines(items, 4).join('\n')}\n${close}`;
}

function fillLines(items: readonly string[], indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line !== '' && indent + line.length + item.length + 2 > width) {
      lines.push(line);
      line = '';
    }
    line += `${line === '' ? '' : ' '}${item},`;
  }
  return [...lines, line].filter(text => text !== '').map(text => ' '.repeat(indent) + text);
}

/** A call with its arguments: on one line where they fit behind `indent` blanks, else one argument a line. */
export function pythonCall(name: string, given: readonly string[], indent = 0): string {
  const line = `${name}(${given.join(', ')})`;
  if (indent + line.length <= width && !line.includes('\n')) return line;
  const inside = given.map(text => `    ${text.replaceAll('\n', '\n    ')},`);
  return `${name}(\n${inside.join('\n')}\n)`;
}

/**
 * Comment lines, broken between words.
 *
 * @param hang - what stands before the second line and those after it, such as blanks under a bullet.
 */
export function pythonComment(text: string, indent = '', hang = ''): string {
  const lines: string[] = [];
  let line = '#';
  for (const word of commentText(text).split(' ')) {
    if (line.length > 1 + hang.length && indent.length + line.length + word.length + 1 > width) {
      lines.push(line);
      line = `#${hang}`;
    }
    line += ` ${word}`;
  }
  return [...lines, line].map(comment => indent + comment).join('\n');
}

/** The same lines, further to the right; empty lines stay empty. */
export function indentLines(text: string, indent = '    '): string {
  return text.replace(/^(?=.)/gm, indent);
}

/** Parts of a script, each set apart by two empty lines as Python's style guide wants it. */
export function joinParts(parts: ReadonlyArray<string | null>): string {
  return `${parts.filter(part => part !== null && part !== '').join('\n\n\n')}\n`;
}
