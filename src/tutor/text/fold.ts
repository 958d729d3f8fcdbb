/**
 * Fold a typed answer or a term to the form in which two spellings are compared:
 * trimmed, lower case, hyphens and runs of space as one space, quotes and final full stop dropped.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-‐‑–—_\s]+/gu, ' ')
    .replace(/["'`‘’“”]/gu, '')
    .trim()
    .replace(/\.$/u, '')
    .trim();
}

/** Make an id of the first words of a text, for items whose author gave none. */
export function slugOf(text: string, words = 6): string {
  const parts = text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/gu);
  return parts === null ? 'item' : parts.slice(0, words).join('-');
}
