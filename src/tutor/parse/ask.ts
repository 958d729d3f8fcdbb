import type {Problem} from '../../errors.ts';
import {shuffle} from '../random.ts';
import {slugOf} from '../text/fold.ts';
import type {Ask, AskOption} from './block.ts';
import {plainInlines} from './block.ts';
import {parseInlines} from './inline.ts';

const askMark = '**Ask:**';
const thenMark = '**Then:**';
const form = 'Write `> **Ask:** question`, then lines `> - [ ] answer :: reason` and `> - [x] answer :: reason`.';

/** Tell whether the text of a block quote is a question to the learner. */
export function isAsk(quoted: string): boolean {
  return quoted.trimStart().startsWith(askMark);
}

type Written = {readonly line: number; text: string; readonly right: boolean};

/** Read a question from the lines of its block quote, without the `>`; `line` is where it begins. */
export function parseAsk(
  quoted: string,
  line: number,
  file: string,
): {readonly ask: Ask; readonly problems: readonly Problem[]} {
  const {question, options: written, afterwards} = cutLines(quoted, line);
  const problems: Problem[] = [];
  const options = written.map(item => readOption(item, file, problems));
  const asked = parseInlines(question);
  const at = {file, line};
  if (question === '') problems.push({message: 'The ask has no question.', hint: form, at});
  if (!options.some(option => option.right) || !options.some(option => !option.right)) {
    problems.push({message: 'The ask needs a right answer `[x]` and a wrong one `[ ]`.', hint: form, at});
  }
  const id = slugOf(plainInlines(asked), 8);
  const ask = {
    id,
    line,
    question: asked,
    // Mixed, always in the same way: authors tend to write the right answer first.
    options: shuffle(options, id),
    afterwards: parseInlines(afterwards),
  };
  return {ask, problems};
}

function cutLines(quoted: string, firstLine: number): {question: string; options: Written[]; afterwards: string} {
  const options: Written[] = [];
  let question = '';
  let then: string | undefined;
  for (const [index, raw] of quoted.split('\n').entries()) {
    const text = raw.trim();
    const option = /^[-*] \[(?<mark>[ xX])\]\s*(?<rest>.*)$/u.exec(text)?.groups;
    if (text.startsWith(askMark)) question = text.slice(askMark.length).trim();
    else if (text.startsWith(thenMark)) then = text.slice(thenMark.length).trim();
    else if (option) options.push({line: firstLine + index, text: option.rest!, right: option.mark !== ' '});
    else if (then !== undefined) then = `${then} ${text}`;
    else if (options.length > 0) options.at(-1)!.text += ` ${text}`;
    else question = `${question} ${text}`.trim();
  }
  return {question, options, afterwards: then ?? ''};
}

function readOption({line, text, right}: Written, file: string, problems: Problem[]): AskOption {
  const [answer = '', ...reasons] = text.split(' :: ');
  const why = reasons.join(' :: ').trim();
  if (answer.trim() === '' || why === '') {
    problems.push({message: 'This answer has no reason.', hint: 'Write `answer :: reason`.', at: {file, line}});
  }
  const inlines = parseInlines(answer);
  return {id: slugOf(plainInlines(inlines)), line, text: inlines, right, why: parseInlines(why)};
}
