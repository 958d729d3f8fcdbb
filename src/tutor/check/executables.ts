import type {Place} from '../../errors.ts';
import type {BlockFigure} from '../figures/block.ts';
import type {InlineFigure} from '../figures/inline.ts';
import type {BlockSettings} from '../lab/settings.ts';
import {solutionSettings, startSettings} from '../lab/settings.ts';
import type {Block} from '../parse/block.ts';
import type {Course, Lesson} from '../parse/course.ts';
import type {Task} from '../schema/lab.ts';
import type {Question, QuestionOf} from '../schema/quiz.ts';
import type {NamedRun} from '../schema/run.ts';

type InLesson = {readonly lesson: string; readonly at: Place};

/** Everything in a course that only the engine can prove right. */
export type Executables = {
  readonly runs: readonly (InLesson & {readonly name: string; readonly run: NamedRun})[];
  /** Numbers in the text, over the lesson's runs; those of a lab may speak of `result` and `before`. */
  readonly figures: readonly (InLesson & {readonly figure: InlineFigure})[];
  /** Pictures, over the lesson's runs or a data set; those of a lab speak of `result` and `before`. */
  readonly blocks: readonly (InLesson & {readonly figure: BlockFigure})[];
  /** The goal must fail on `start` and hold on `solution` (with `start` as the run before); one prediction must come true. */
  readonly tasks: readonly (InLesson & {
    readonly task: Task;
    readonly start: BlockSettings;
    readonly solution: BlockSettings;
  })[];
  /** Exactly one option must come true, and the others need a misconception; a number must be computable. */
  readonly predictions: readonly (InLesson & {readonly question: QuestionOf<'predict_run'>})[];
  /** Questions whose number is a figure. */
  readonly numbers: readonly (InLesson & {readonly question: QuestionOf<'numeric'>})[];
  /** Pipeline files shown in questions: the engine says what is wrong with them. */
  readonly pipelines: readonly (InLesson & {readonly question: QuestionOf<'faulty_line'>})[];
};

/** List everything that must be executed to prove a course right. */
export function listExecutables(course: Course): Executables {
  const {lessons} = course;
  return {
    runs: lessons.flatMap(({id: lesson, runs}) =>
      Object.entries(runs).map(([name, run]) => ({lesson, at: run.at, name, run})),
    ),
    figures: lessons.flatMap(({id: lesson, figures}) => figures.map(({at, figure}) => ({lesson, at, figure}))),
    blocks: lessons.flatMap(lesson => blocksOf(lesson).map(block => ({lesson: lesson.id, ...block}))),
    tasks: lessons.flatMap(({id: lesson, lab}) =>
      (lab?.tasks ?? []).map(task => ({
        lesson,
        at: task.at,
        task,
        start: startSettings(lab!, task),
        solution: solutionSettings(lab!, task),
      })),
    ),
    predictions: lessons.flatMap(lesson => questionsOfType(lesson, 'predict_run')),
    numbers: lessons
      .flatMap(lesson => questionsOfType(lesson, 'numeric'))
      .filter(
        ({question}) =>
          typeof question.value !== 'number' || question.mistakes.some(({value}) => typeof value !== 'number'),
      ),
    pipelines: lessons.flatMap(lesson => questionsOfType(lesson, 'faulty_line')),
  };
}

function questionsOfType<T extends 'predict_run' | 'numeric' | 'faulty_line'>(
  lesson: Lesson,
  type: T,
): readonly (InLesson & {readonly question: QuestionOf<T>})[] {
  return lesson.quiz.pool
    .filter((question): question is QuestionOf<T> => question.type === type)
    .map(question => ({lesson: lesson.id, at: (question as Question).at, question}));
}

/** The pictures of a lesson's text and lab. */
export function blocksOf(lesson: Lesson): readonly {readonly at: Place; readonly figure: BlockFigure}[] {
  const inText = lesson.sections
    .flatMap(section => section.pages)
    .flatMap(page => figuresIn(page.blocks).map(({line, figure}) => ({at: {file: page.at.file!, line}, figure})));
  const {lab} = lesson;
  return [...inText, ...(lab?.show ?? []).map(figure => ({at: lab!.at, figure}))];
}

function figuresIn(blocks: readonly Block[]): readonly {readonly line: number; readonly figure: BlockFigure}[] {
  return blocks.flatMap(block => {
    if (block.kind === 'figure') return [{line: block.line, figure: block.figure}];
    if (block.kind === 'list') return block.items.flatMap(figuresIn);
    return block.kind === 'quote' ? figuresIn(block.blocks) : [];
  });
}
