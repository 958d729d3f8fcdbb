import {fillFigures} from '../figures/inline.ts';
import type {Results} from '../figures/result.ts';
import type {Question, QuestionOf} from '../schema/quiz.ts';
import type {Answer, Grade} from './answer.ts';
import {answerKind} from './answer.ts';
import {gradeLine, gradeOptions} from './grade-options.ts';
import {gradeOrder, gradePairs} from './grade-places.ts';
import {gradeBlank, gradeNumber} from './grade-typed.ts';

/**
 * Grade an answer. All texts of the grade have their figures filled in from `results`.
 *
 * @param results - the lesson's named runs; those that the question speaks of must be there.
 * @throws {KnownError} `unknown_run` where the number that decides has not been computed.
 */
export function grade(question: Question, answer: Answer, results: Results): Grade {
  if (answer.kind !== answerKind(question)) {
    throw new Error(`Question ${question.id} takes an answer of kind ${answerKind(question)}, not ${answer.kind}.`);
  }
  const graded = gradeByKind(question, answer, results);
  const fill = (text: string) => fillFigures(text, results);
  return {
    ...graded,
    expected: fill(graded.expected),
    explanation: fill(graded.explanation),
    feedback: graded.feedback.map(item => ({...item, text: fill(item.text), why: fill(item.why)})),
  };
}

function gradeByKind(question: Question, answer: Answer, results: Results): Grade {
  if (answer.kind === 'options') return gradeOptions(question, answer.ids, results);
  if (answer.kind === 'line') return gradeLine(question as QuestionOf<'faulty_line'>, answer.line);
  if (answer.kind === 'order') return gradeOrder(question as QuestionOf<'order'>, answer.ids);
  if (answer.kind === 'pairs') return gradePairs(question as QuestionOf<'match'>, answer.pairs);
  return question.type === 'blank'
    ? gradeBlank(question, answer.text)
    : gradeNumber(question as QuestionOf<'numeric' | 'predict_run'>, answer.text, results);
}
