// A text, or a whole number of 16 digits or more that is not part of another number.
const textOrLongNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
const longNumber = /(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/;

/**
 * Read JSON without losing digits: a whole number too long for a double comes out as the text it was written as.
 *
 * `JSON.parse` turns the identifier 12345678901234567890 into 12345678901234567000 and says nothing.
 *
 * @throws {SyntaxError} as `JSON.parse` does.
 */
export function parseExactJson(text: string): unknown {
  // The text as it stands goes first, so that a complaint names the right place.
  const value: unknown = JSON.parse(text);
  if (!longNumber.test(text)) return value;
  return JSON.parse(text.replace(textOrLongNumber, token => (token.startsWith('"') ? token : `"${token}"`)));
}
