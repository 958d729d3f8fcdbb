import {KnownError} from '../../errors.ts';
import {checkCondition} from '../figures/check-condition.ts';
import {plainCondition} from '../figures/plain-words.ts';
import type {Results, RunResult} from '../figures/result.ts';
import type {Question, QuestionOf} from '../schema/quiz.ts';
import type {Grade, OptionFeedback} from './answer.ts';
import {writtenOptions} from './options.ts';

/** Grade chosen options; the engine's results decide which predictions came true. */
export function gradeOptions(question: Question, ids: readonly string[], results: Results): Grade {
  const findings = findingsOf(question, results);
  const feedback = writtenOptions(question).map(({at: _, misconception, ...option}) => ({
    ...option,
    chosen: ids.includes(option.id),
    right: option.right ?? findings.get(option.id)!.holds,
    ...(misconception === undefined ? {} : {misconception}),
  }));
  const right = feedback.filter(option => option.right);
  const judged = feedback.filter(option => option.chosen === option.right).length;
  const correct = judged === feedback.length;
  return {
    correct,
    share: question.type === 'multiple' ? judged / feedback.length : verdictShare(question, ids, correct),
    feedback,
    expected: right.map(option => option.text).join('; '),
    explanation: right.flatMap(option => sayFinding(findings.get(option.id))).join(' '),
  };
}

/** The right verdict for a wrong reason is worth half. */
function verdictShare(question: Question, ids: readonly string[], correct: boolean): number {
  if (correct || question.type !== 'true_false') return correct ? 1 : 0;
  const verdict = question.options.find(option => option.right)?.verdict;
  const chosen = writtenOptions(question).findIndex(option => ids.includes(option.id));
  return question.options[chosen]?.verdict === verdict ? 0.5 : 0;
}

function sayFinding(finding: {readonly words: string} | undefined): readonly string[] {
  return finding ? [plainCondition(finding.words)] : [];
}

function findingsOf(question: Question, results: Results): ReadonlyMap<string, {holds: boolean; words: string}> {
  if (question.type !== 'predict_run') return new Map();
  const pair = {
    result: resultNamed(question.run, results),
    before: question.before === undefined ? undefined : resultNamed(question.before, results),
  };
  const ids = writtenOptions(question).map(option => option.id);
  return new Map(question.options?.map((option, index) => [ids[index]!, checkCondition(option.when, pair)]));
}

function resultNamed(run: string, results: Results): RunResult {
  const result = results[run];
  if (result !== undefined) return result;
  throw new KnownError('unknown_run', `The run \`${run}\` has not been made, so this answer cannot be graded yet.`, {
    hint: `Run \`${run}\` first, then answer again.`,
  });
}

/** Grade the line of a pipeline file that is said to be at fault. */
export function gradeLine(question: QuestionOf<'faulty_line'>, line: number): Grade {
  const expected = question.lines.find(option => option.right)!;
  const correct = line === expected.line;
  const feedback: OptionFeedback[] = writtenOptions(question).map(({at: _, misconception, ...option}) => ({
    ...option,
    chosen: option.id === `line-${line}`,
    right: option.right === true,
    ...(misconception === undefined ? {} : {misconception}),
  }));
  if (!question.lines.some(option => option.line === line)) {
    const why = 'This line does what the pipeline needs; nothing in it causes the fault.';
    feedback.push({id: `line-${line}`, text: `Line ${line}`, chosen: true, right: false, why});
  }
  const text = question.pipeline.split('\n')[expected.line - 1]?.trim() ?? '';
  return {correct, share: correct ? 1 : 0, feedback, expected: `Line ${expected.line}: ${text}`, explanation: ''};
}
