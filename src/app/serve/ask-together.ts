import {type RowObject, rowsOfObjects} from '../../stages/deployment/input-rows.ts';
import type {OpenModel} from '../predict.ts';

type Pipeline = OpenModel['pipeline'];
type Answer = ReturnType<Pipeline['predictRow']>;
type Question = {
  readonly row: RowObject;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/** Ask a model about one row. @throws {KnownError} `unknown_column` or `bad_row` when the row does not fit it. */
export type AskRow = (pipeline: Pipeline, row: RowObject) => Promise<Answer>;

/**
 * Let rows of different requests that wait at the same moment go through the steps together. A step costs nearly the
 * same for ten rows as for one, so that a busy service answers more requests than it could one by one; nobody waits
 * longer for it. Every answer is the one that the row would get alone, also when another row does not fit.
 *
 * @param later - do something as soon as the requests that have arrived are read.
 */
export function askTogether(later: (work: () => void) => void): AskRow {
  const waiting = new Map<Pipeline, Question[]>();
  return (pipeline, row) =>
    new Promise((resolve, reject) => {
      const question = {row, resolve, reject};
      const others = waiting.get(pipeline);
      if (others) {
        others.push(question);
        return;
      }
      const questions = [question];
      waiting.set(pipeline, questions);
      later(() => {
        waiting.delete(pipeline);
        answerAll(pipeline, questions);
      });
    });
}

function answerAll(pipeline: Pipeline, questions: readonly Question[]): void {
  let answers: readonly Answer[];
  try {
    // Which columns are not used is told to nobody here, so nobody has to look for them.
    const input = {...rowsOfObjects(questions.map(({row}) => row)), names: () => []};
    answers = pipeline.predict(input).predictions;
  } catch {
    // Some row does not fit: each is asked about alone, so that only its own sender hears of it.
    for (const question of questions) answerOne(pipeline, question);
    return;
  }
  for (const [place, {resolve}] of questions.entries()) resolve(answers[place]!);
}

function answerOne(pipeline: Pipeline, {row, resolve, reject}: Question): void {
  try {
    resolve(pipeline.predictRow(row));
  } catch (error) {
    reject(error);
  }
}
