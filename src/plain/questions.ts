import {type Asked, pipelineLines} from '../app/sessions/answer-draft.ts';
import {fillFigures} from '../tutor/figures/inline.ts';
import type {Results} from '../tutor/figures/result.ts';
import {type Answer, answerKind, type Grade, type OptionFeedback} from '../tutor/quiz/answer.ts';
import {parseTypedNumber} from '../tutor/quiz/typed.ts';
import type {QuestionType} from '../tutor/schema/quiz.ts';
import {unmarked} from './block-text.ts';
import {type Guide, promptLine, wholeNumber} from './prompt.ts';

/** Ask a question of any type until there is an answer that can be graded. @throws {GoBack | Leave} */
export async function askQuestion(guide: Guide, asked: Asked, results: Results): Promise<Answer> {
  const {question, shown} = asked;
  const fill = (text: string) => unmarked(fillFigures(text, results));
  guide.talk.say(fill(question.stem));
  const numbered = shown.options.map(({text}, index) => `${index + 1}. ${fill(text)}`).join('\n');
  const kind = answerKind(question);
  if (kind === 'pairs') return askPairs(guide, asked, fill);
  if (kind === 'line') return askLine(guide, asked);
  if (kind === 'typed') return askTyped(guide, asked);
  guide.talk.say(numbered);
  const ids = (numbers: readonly number[]) => numbers.map(number => shown.options[number - 1]!.id);
  const count = shown.options.length;
  if (kind === 'order') {
    const prompt = `All numbers in the right order, such as ${shown.options.map((_, index) => index + 1).join(' ')}:`;
    return {kind, ids: ids(await askNumbers(guide, prompt, {count, least: count, most: count}))};
  }
  if (question.type === 'multiple') {
    const prompt = 'The numbers of all that are right, such as 1 3:';
    return {kind: 'options', ids: ids(await askNumbers(guide, prompt, {count, least: 1, most: count}))};
  }
  return {kind: 'options', ids: ids(await askNumbers(guide, `Your answer (1-${count}):`, {count, least: 1, most: 1}))};
}

type Wanted = {readonly count: number; readonly least: number; readonly most: number};

async function askNumbers(guide: Guide, prompt: string, {count, least, most}: Wanted): Promise<readonly number[]> {
  for (;;) {
    const words = (await promptLine(guide, prompt)).split(/[\s,]+/).filter(word => word !== '');
    const numbers = words.map(wholeNumber);
    const isFit = numbers.every(number => number >= 1 && number <= count) && new Set(numbers).size === numbers.length;
    if (isFit && numbers.length >= least && numbers.length <= most) return numbers;
    const wanted = least === most ? (most === 1 ? 'one number' : `${most} numbers, each once`) : 'one number or more';
    guide.talk.say(`Write ${wanted} from 1 to ${count}.`);
  }
}

async function askPairs(guide: Guide, {shown}: Asked, fill: (text: string) => string): Promise<Answer> {
  const {options, targets} = shown;
  guide.talk.say(targets.map(({text}, index) => `${index + 1}. ${fill(text)}`).join('\n'));
  const pairs: {[term: string]: string} = {};
  for (const {id, text} of options) {
    const prompt = `What belongs to "${fill(text)}"? (1-${targets.length}):`;
    const [number] = await askNumbers(guide, prompt, {count: targets.length, least: 1, most: 1});
    pairs[id] = targets[number! - 1]!.id;
  }
  return {kind: 'pairs', pairs};
}

async function askLine(guide: Guide, {question}: Asked): Promise<Answer> {
  const lines = pipelineLines(question);
  guide.talk.say(lines.map((line, index) => `${index + 1}  ${line}`).join('\n'));
  const prompt = `The number of the line at fault (1-${lines.length}):`;
  const [line] = await askNumbers(guide, prompt, {count: lines.length, least: 1, most: 1});
  return {kind: 'line', line: line!};
}

async function askTyped(guide: Guide, {question}: Asked): Promise<Answer> {
  const unit = question.type === 'numeric' ? question.unit : undefined;
  for (;;) {
    const text = await promptLine(guide, `Your answer${unit === undefined ? '' : ` (${unit})`}:`);
    if (text === '') guide.talk.say('Write an answer first.');
    else if (question.type === 'blank' || parseTypedNumber(text, unit) !== undefined) return {kind: 'typed', text};
    else guide.talk.say('That cannot be read as a number. Write one such as 0.5 or 97%.');
  }
}

/** What is said after an answer: the verdict, then the reason of every option, the chosen ones first. */
export function gradeTexts(grade: Grade, sure: boolean | null, type: QuestionType): readonly string[] {
  const {correct, share, explanation, feedback, expected} = grade;
  const later = correct && sure !== false ? '' : ' It comes back as a card.';
  // Leaving wrong options alone earns a share, but nobody calls it a part of an answer.
  const hasPart = share > 0 && (type !== 'multiple' || feedback.some(({chosen, right}) => chosen && right));
  const part = !correct && hasPart ? ` ${Math.round(share * 100)}% of it was right.` : '';
  const rank = ({chosen, right}: OptionFeedback) => (chosen ? 0 : right ? 1 : 2);
  const isSaid = explanation === '' || feedback.some(({why}) => why === explanation);
  return [
    `${correct ? 'Right.' : `Not this time.${part} The answer: ${unmarked(expected)}`}${sure === null ? '' : later}`,
    ...(isSaid ? [] : [unmarked(explanation)]),
    ...[...feedback].sort((a, b) => rank(a) - rank(b)).map(optionText),
  ];
}

function optionText({text, chosen, right, why}: OptionFeedback): string {
  const said = chosen ? 'You said' : right ? 'Right' : 'Wrong';
  const verdict = chosen ? (right ? ' (right)' : ' (not right)') : '';
  return `- ${said}${verdict}: ${unmarked(text)} ${unmarked(why)}`;
}
