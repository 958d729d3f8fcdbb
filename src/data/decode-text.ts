import type {DataProblem} from './data-problem.ts';

/** The text of a file, and what had to be guessed to read it. */
export type DecodedText = {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly problems: readonly DataProblem[];
};

const lineFeed = 10;
/** The characters of windows-1252 at 0x80 … 0x9f; the five places it leaves empty stay control characters. */
const upperControls = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Turn the bytes of a file into text: UTF-8, or UTF-16 where the file begins with its mark.
 *
 * Bytes that are not UTF-8 are read as windows-1252, the usual encoding of older spreadsheets, with a warning,
 * because a wrong guess turns letters into other letters without any error.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  if (isUtf8(bytes)) return decodeAs('utf-8', bytes);
  const line = firstBrokenLine(bytes);
  const message = `Line ${line} is not UTF-8, so the file is read as windows-1252; look whether accented letters are right.`;
  const {text, encoding} = decodeAs('windows-1252', bytes);
  // Node 20 reads windows-1252 as Latin-1, which has control characters where the euro sign and curly quotes should be.
  const corrected = text.replace(/[\u0080-\u009f]/g, control => upperControls[control.charCodeAt(0) - 0x80]!);
  return {text: corrected, encoding, problems: [{line, row: '', message, rejected: false}]};
}

function decodeAs(encoding: DecodedText['encoding'], bytes: Uint8Array): DecodedText {
  return {text: new TextDecoder(encoding).decode(bytes), encoding, problems: []};
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

// A line feed never stands inside a character of UTF-8, so lines can be tried one by one.
function firstBrokenLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(lineFeed, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
