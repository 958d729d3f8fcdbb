import {expect, test} from 'vitest';
import {gradeTexts} from '../../src/plain/questions.ts';
import {grade} from '../../src/tutor/quiz/grade.ts';
import {writtenOptions} from '../../src/tutor/quiz/options.ts';
import {miniLesson} from '../tutor/mini-course.ts';

test('a share of an answer is said only where something right was marked', () => {
  const question = miniLesson('scaling').quiz.pool.find(({id}) => id === 'which-need-scaling')!;
  const verdict = (isRight: boolean) => {
    const {id} = writtenOptions(question).find(({right}) => right === isRight)!;
    return gradeTexts(grade(question, {kind: 'options', ids: [id]}, {}), true, question.type)[0];
  };
  expect(verdict(true)).toContain('% of it was right.');
  expect(verdict(false)).not.toContain('of it was right');
});
