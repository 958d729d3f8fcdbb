import type {Place, Problem} from '../../errors.ts';
import {readPipelineFile} from '../../stages/pipeline-file.ts';
import {type Executables, listExecutables} from '../../tutor/check/executables.ts';
import {checkCondition} from '../../tutor/figures/check-condition.ts';
import {type Evaluated, type Expression, evaluateExpression} from '../../tutor/figures/expression.ts';
import type {Results} from '../../tutor/figures/result.ts';
import type {Course, Lesson} from '../../tutor/parse/course.ts';
import type {QuestionOf} from '../../tutor/schema/quiz.ts';
import {checkTask} from './check-task.ts';
import type {CourseRunner} from './course-runner.ts';
import {failure} from './failure.ts';

/** The results of a lesson's named runs. */
type LessonResults = ReadonlyMap<string, Results>;

/**
 * Prove a course by executing it: every named run runs, every stated figure has a value, every prediction that a
 * question offers is decided by the engine, every lab fails as shipped and passes with its solution.
 */
export async function executeCourse(course: Course, runner: CourseRunner): Promise<readonly Problem[]> {
  const work = listExecutables(course);
  const {results, problems} = await runAll(work, runner);
  const tasks = await inOrder(work.tasks, task => checkTask(task, runner, results.get(task.lesson) ?? {}));
  const files = await inOrder(work.pipelines, ({question}) => checkFaultyLine(question));
  return [
    ...problems,
    ...checkFigures(course, work, results),
    ...work.predictions.flatMap(({lesson, question}) => checkPrediction(question, results.get(lesson) ?? {})),
    ...work.numbers.flatMap(({lesson, question}) => checkNumber(question, results.get(lesson) ?? {})),
    ...tasks.flat(),
    ...files.flat(),
  ];
}

async function runAll({runs}: Executables, runner: CourseRunner) {
  const results = new Map<string, Record<string, Results[string]>>();
  const problems: Problem[] = [];
  for (const {lesson, at, name, run} of runs) {
    const known = results.get(lesson) ?? {};
    try {
      known[name] = await runner.named(run);
    } catch (error) {
      problems.push(failure(error, at, `The run \`${name}\``));
    }
    results.set(lesson, known);
  }
  return {results: results as LessonResults, problems};
}

/** Figures of the text, over the named runs; those that speak of a lab's own runs are proved with its tasks. */
function checkFigures(course: Course, {figures, blocks}: Executables, results: LessonResults): readonly Problem[] {
  const numbers = figures
    .filter(({figure}) => !isOfLab(figure.expression))
    .flatMap(({lesson, at, figure}) => missingIn(evaluateExpression(figure.expression, results.get(lesson) ?? {}), at));
  const lessons = new Map(course.lessons.map(lesson => [lesson.id, lesson]));
  return [
    ...numbers,
    ...blocks.flatMap(({lesson, at, figure}) => missingRuns(lessons.get(lesson)!, figure.args, figure.kind, at)),
  ];
}

function isOfLab({first, rest}: Expression): boolean {
  return [first, rest?.operand].some(operand => operand?.kind === 'path' && ['result', 'before'].includes(operand.run));
}

function missingIn(evaluated: Evaluated, at: Place): readonly Problem[] {
  return 'missing' in evaluated ? [{message: evaluated.missing, hint: 'Look at the fields of `run --json`.', at}] : [];
}

const ofDatasets = ['histogram', 'box', 'correlations', 'table'];

function missingRuns(lesson: Lesson, words: readonly string[], kind: string, at: Place): readonly Problem[] {
  if (ofDatasets.includes(kind)) return [];
  const [run] = (words[0] ?? '').split('.');
  if (run === undefined || run in lesson.runs || run === 'result' || run === 'before') return [];
  return [
    {
      message: `The figure speaks of a run \`${run}\`, which the lesson does not have.`,
      hint: 'Name it under `runs:`.',
      at,
    },
  ];
}

function checkPrediction(question: QuestionOf<'predict_run'>, results: Results): readonly Problem[] {
  const {at, options, figure} = question;
  const result = results[question.run];
  if (!result)
    return [{message: `There is no run \`${question.run}\` to decide it.`, hint: 'Name it under `runs:`.', at}];
  const before = question.before === undefined ? undefined : results[question.before];
  const coming = (options ?? []).filter(option => checkCondition(option.when, {result, before}).holds);
  const numbers = figure ? missingIn(evaluateExpression(figure, results), at) : [];
  if (!options || coming.length === 1) return numbers;
  return [
    ...numbers,
    {message: `${coming.length} of its predictions come true.`, hint: 'Make exactly one of them true.', at},
  ];
}

function checkNumber({at, value, mistakes, tolerance}: QuestionOf<'numeric'>, results: Results): readonly Problem[] {
  const right = amount(value, results);
  if (typeof right !== 'number') return [{message: 'Its answer is not a number.', hint: String(right), at}];
  return mistakes.flatMap(mistake => {
    const wrong = amount(mistake.value, results);
    if (typeof wrong !== 'number') return [{message: 'One of its mistakes is not a number.', hint: String(wrong), at}];
    if (Math.abs(wrong - right) > tolerance) return [];
    return [
      {message: `The mistake ${wrong} counts as right.`, hint: 'Choose a smaller tolerance or another mistake.', at},
    ];
  });
}

function amount(value: number | Expression, results: Results): number | string {
  if (typeof value === 'number') return value;
  const evaluated = evaluateExpression(value, results);
  if ('missing' in evaluated) return evaluated.missing;
  return typeof evaluated.value === 'number' ? evaluated.value : `It is ${JSON.stringify(evaluated.value)}.`;
}

/** What a machine can say of a faulty file: where it is not even valid, the fault must be on the line named. */
async function checkFaultyLine({at, pipeline, lines}: QuestionOf<'faulty_line'>): Promise<readonly Problem[]> {
  const right = lines.filter(line => line.right).map(line => line.line);
  const {problems} = await readPipelineFile(pipeline, 'pipeline');
  return problems
    .filter(problem => problem.at.line !== undefined && !right.includes(problem.at.line))
    .map(problem => ({
      message: `Line ${problem.at.line} of its pipeline is at fault, too: ${problem.message}`,
      hint: 'Mend that line, or make it the one that is asked for.',
      at,
    }));
}

async function inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
