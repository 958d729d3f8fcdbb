import {KnownError} from '../../errors.ts';
import type {Expression} from '../figures/expression.ts';
import {evaluateExpression} from '../figures/expression.ts';
import {formatValue} from '../figures/format.ts';
import type {Results} from '../figures/result.ts';
import type {QuestionOf} from '../schema/quiz.ts';
import type {Grade} from './answer.ts';
import {matchesText, parseTypedNumber} from './typed.ts';

/** Grade typed words. */
export function gradeBlank(question: QuestionOf<'blank'>, typed: string): Grade {
  const correct = matchesText(typed, question.accept);
  const mistake = question.mistakes.find(known => matchesText(typed, known.accept));
  return gradeTyped({typed, correct, expected: question.accept[0]!, why: question.why, mistake, explanation: ''});
}

/** Grade a typed number against a number or a figure. */
export function gradeNumber(question: QuestionOf<'numeric' | 'predict_run'>, typed: string, results: Results): Grade {
  const isRun = question.type === 'predict_run';
  const unit = isRun ? '' : (question.unit ?? '');
  const given = parseTypedNumber(typed, unit);
  const tolerance = question.tolerance ?? 0;
  const isNear = (amount: number | Expression) =>
    given !== undefined && Math.abs(given - amountOf(amount, results)) <= tolerance + 1e-9;
  const value = isRun ? question.figure! : question.value;
  const mistake = isRun ? undefined : question.mistakes.find(known => isNear(known.value));
  const expected = [formatValue(amountOf(value, results)), unit].filter(part => part !== '').join(' ');
  const working = question.working ?? '';
  const unread = given === undefined ? 'That could not be read as a number. ' : '';
  return gradeTyped({typed, correct: isNear(value), expected, why: working, mistake, explanation: unread + working});
}

function amountOf(amount: number | Expression, results: Results): number {
  if (typeof amount === 'number') return amount;
  const evaluated = evaluateExpression(amount, results);
  if ('value' in evaluated && typeof evaluated.value === 'number') return evaluated.value;
  const message = 'missing' in evaluated ? evaluated.missing : 'The figure of this question is not a number.';
  throw new KnownError('unknown_run', message, {hint: 'Run the pipeline of this question first, then answer again.'});
}

type Typed = {
  readonly typed: string;
  readonly correct: boolean;
  readonly expected: string;
  readonly why: string;
  readonly mistake: {readonly why: string; readonly misconception?: string} | undefined;
  readonly explanation: string;
};

function gradeTyped({typed, correct, expected, why, mistake, explanation}: Typed): Grade {
  const answer = {id: 'expected', text: expected, chosen: correct, right: true, why};
  const misconception = mistake?.misconception;
  const given = {
    id: 'given',
    text: typed.trim(),
    chosen: true,
    right: false,
    why: mistake?.why ?? `The answer is ${expected}.`,
    ...(misconception === undefined ? {} : {misconception}),
  };
  return {correct, share: correct ? 1 : 0, feedback: correct ? [answer] : [given, answer], expected, explanation};
}
