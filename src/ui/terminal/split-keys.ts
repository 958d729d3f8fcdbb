/** One thing a person did at the keyboard, as the terminal sent it. */
export type Input = {readonly type: 'key'; readonly code: string} | {readonly type: 'paste'; readonly text: string};

/** What a terminal sends before pasted text. */
export const pasteStart = '\u001B[200~';
const pasteEnd = '\u001B[201~';

const esc = '\\u001B';
const oneInput = new RegExp(
  [
    `${esc}\\[\\[[A-E]`,
    `${esc}\\[M[^]{3}`,
    `${esc}\\[[0-?]*[ -/]*[@-Z\\\\-~]`,
    `${esc}O[@-~]`,
    `${esc}[^${esc}\\[O]`,
    esc,
    '[^]',
  ].join('|'),
  'uy',
);
const unfinished = new RegExp(`^${esc}(O|\\[(\\[|M[^]{0,2}|[0-?]*[ -/]*))?$`, 'u');
const knownSequence = new RegExp(`^${esc}(\\[(\\d+(;\\d+)?)?[ABCDFHZ]|O[ABCDFH]|\\[[1345678](;\\d+)?~|[^\\[O])$`, 'u');

/**
 * Cut what a terminal sent into single keys and pastes; `rest` is the start of something that has not come in whole yet.
 *
 * Mouse and focus reports, function keys and answers to queries are left out: nothing in the product uses them.
 */
export function splitKeys(text: string): {readonly inputs: readonly Input[]; readonly rest: string} {
  const inputs: Input[] = [];
  let at = 0;
  while (at < text.length) {
    if (text.startsWith(pasteStart, at)) {
      const end = text.indexOf(pasteEnd, at);
      if (end < 0) break;
      inputs.push({type: 'paste', text: text.slice(at + pasteStart.length, end)});
      at = end + pasteEnd.length;
      continue;
    }
    if (text[at] === '\u001B' && unfinished.test(text.slice(at))) break;
    oneInput.lastIndex = at;
    const code = oneInput.exec(text)![0];
    at += code.length;
    if (code.length === 1 || code[0] !== '\u001B' || knownSequence.test(code)) inputs.push({type: 'key', code});
  }
  return {inputs, rest: text.slice(at)};
}

/** What an unfinished `rest` means when nothing more comes: the Escape key, a paste without its end, or nothing. */
export function settleRest(rest: string): readonly Input[] {
  if (rest.startsWith(pasteStart)) return [{type: 'paste', text: rest.slice(pasteStart.length)}];
  return rest === '\u001B' ? [{type: 'key', code: rest}] : [];
}
