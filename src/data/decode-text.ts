import type {DataProblem} from './data-problem.ts';

/** The text of a file, and what had to be guessed to read it. */
export type DecodedText = {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed';
  readonly problems: readonly DataProblem[];
};

const lineFeed = 10;
const utf8 = new TextDecoder('utf-8', {fatal: true});
const windows1252 = new TextDecoder('windows-1252');
const readAs1252 = 'read as windows-1252; look whether accented letters are right.';
/** The characters of windows-1252 at 0x80 … 0x9f; the five places it leaves empty stay control characters. */
const upperControls = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Turn the bytes of a file into text: UTF-8, or UTF-16 where the file begins with its mark.
 *
 * Lines that are not UTF-8 are read as windows-1252, the usual encoding of older spreadsheets, with a warning,
 * because a wrong guess turns letters into other letters without any error. Files put together from several sources
 * have lines of both.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const text = readUtf8(bytes);
  return text === undefined ? decodeByLine(bytes) : {text, encoding: 'utf-8', problems: []};
}

// A line feed never stands inside a character of UTF-8, so lines can be read one by one.
function decodeByLine(bytes: Uint8Array): DecodedText {
  const texts: string[] = [];
  const foreign: number[] = [];
  let isMixed = false;
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(lineFeed, start) + 1 || bytes.length;
    const part = bytes.subarray(start, end);
    const text = readUtf8(part);
    if (text === undefined) foreign.push(line);
    else if (text.length < part.length) isMixed = true;
    texts.push(text ?? readWindows1252(part));
    start = end;
  }
  const line = foreign[0]!;
  const message = isMixed ? mixedMessage(foreign) : `Line ${line} is not UTF-8, so the file is ${readAs1252}`;
  const problems = [{line, row: '', message, rejected: false}];
  return {text: texts.join(''), encoding: isMixed ? 'mixed' : 'windows-1252', problems};
}

function mixedMessage([first, ...more]: readonly number[]): string {
  const others = more.length === 0 ? ' is' : ` and ${more.length} more are`;
  return `The file mixes two encodings: line ${first}${others} not UTF-8, but others are. What is not is ${readAs1252}`;
}

function readWindows1252(bytes: Uint8Array): string {
  // Node 20 reads windows-1252 as Latin-1, which has control characters where the euro sign and curly quotes should be.
  return windows1252.decode(bytes).replace(/[\u0080-\u009f]/g, control => upperControls[control.charCodeAt(0) - 0x80]!);
}

function decodeAs(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): DecodedText {
  return {text: new TextDecoder(encoding).decode(bytes), encoding, problems: []};
}

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
