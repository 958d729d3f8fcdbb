import {shuffle} from '../random.ts';
import type {GradedAnswer} from '../schema/progress.ts';
import type {Question} from '../schema/quiz.ts';
import type {QuestionHistory} from './draw.ts';
import {drawQuiz} from './draw.ts';

/** A lesson as a test over many lessons sees it. */
export type Pool = {
  readonly lesson: string;
  readonly objectives: readonly string[];
  readonly questions: readonly Question[];
};

/** A question and the lesson it was drawn from. */
export type DrawnQuestion = {readonly lesson: string; readonly question: Question};

/** The pools of a course's lessons. */
export function poolsOf(
  lessons: readonly {
    readonly id: string;
    readonly objectives: readonly {readonly id: string}[];
    readonly quiz: {readonly pool: readonly Question[]};
  }[],
): readonly Pool[] {
  return lessons.map(({id, objectives, quiz}) => ({
    lesson: id,
    objectives: objectives.map(objective => objective.id),
    questions: quiz.pool,
  }));
}

/** Draw the placement quiz: a few questions of each lesson, in course order, that ask for more than recall. */
export function drawPlacement(pools: readonly Pool[], seed: string, perLesson = 2): readonly DrawnQuestion[] {
  return pools.flatMap(({lesson, objectives, questions}) => {
    const telling = questions.filter(question => question.level !== 'recall');
    const pool = telling.length >= perLesson ? telling : questions;
    return drawQuiz(pool, objectives, perLesson, `${seed}/${lesson}`).map(question => ({lesson, question}));
  });
}

/** Draw the final test: one question on every objective of every lesson, mixed; missed and new questions first. */
export function drawFinal(
  pools: readonly Pool[],
  seed: string,
  history: QuestionHistory = {},
): readonly DrawnQuestion[] {
  const drawn = pools.flatMap(({lesson, objectives, questions}) =>
    drawQuiz(questions, objectives, objectives.length, `${seed}/${lesson}`, history).map(question => ({
      lesson,
      question,
    })),
  );
  return shuffle(drawn, `${seed}/final`);
}

/** The lessons whose placement questions were answered well enough to skip them; guesses that came right count less. */
export function lessonsPlacedOut(
  drawn: readonly DrawnQuestion[],
  answers: readonly GradedAnswer[],
  pass = 0.8,
): readonly string[] {
  const lessons = [...new Set(drawn.map(item => item.lesson))];
  return lessons.filter(lesson => {
    const asked = drawn.filter(item => item.lesson === lesson);
    const known = asked.filter(({question}) => {
      const last = answers.findLast(answer => answer.question === question.id);
      return last?.correct === true && last.sure !== false;
    });
    return known.length / asked.length >= pass;
  });
}
