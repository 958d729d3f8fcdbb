import {nearest} from '../../data/nearest.ts';
import type {Problem} from '../../errors.ts';
import type {Executables} from '../../tutor/check/executables.ts';
import {evaluateExpression} from '../../tutor/figures/expression.ts';
import {findFigures} from '../../tutor/figures/inline.ts';
import type {Results} from '../../tutor/figures/result.ts';
import type {BlockSettings} from '../../tutor/lab/settings.ts';
import {checkGoal, checkPrediction} from '../../tutor/lab/task.ts';
import {changeSetting} from '../lab/change-settings.ts';
import {labActions, startAction} from '../lab/lab-actions.ts';
import type {CourseRunner, Result} from './course-runner.ts';
import {failure} from './failure.ts';

type PlacedTask = Executables['tasks'][number];

/**
 * Prove a lab task: it fails as shipped, passes with its solution, exactly one prediction comes true, and every figure
 * in its texts has a value.
 */
export async function checkTask(placed: PlacedTask, runner: CourseRunner, named: Results): Promise<readonly Problem[]> {
  const {task, at} = placed;
  if (!Object.hasOwn(labActions, task.action)) return [unknownAction(placed)];
  try {
    const before = await runner.bench(benchOf(placed), startAction(task.action), placed.start);
    const runs = await solve(placed, before, runner);
    const problems: Problem[] = [];
    const report = (message: string, hint: string) =>
      problems.push({message: `Task \`${task.id}\`: ${message}`, hint, at});
    if (Object.keys(task.solution.set).length > 0 && checkGoal(task, {result: before, before}).passed) {
      report('its goal is reached before anything is done.', 'Sharpen the goal, or start from other settings.');
    }
    for (const {holds, words} of checkGoal(task, runs).conditions) {
      if (!holds) report(`its solution does not reach the goal: ${words}`, 'Correct the solution or the goal.');
    }
    const coming = checkPrediction(task, '', runs).options.filter(option => option.holds);
    if (coming.length !== 1) {
      report(`${coming.length} of its predictions come true.`, 'Make exactly one of them true with the solution.');
    }
    for (const missing of missingFigures([task.ask, task.explain, ...task.hints], {...named, ...runs})) {
      report(missing, 'Look at the fields of `run --json`.');
    }
    for (const missing of missingFigures([task.ask, ...task.hints], {...named, result: before, before})) {
      report(
        `${missing} A hint may be asked for before the first run.`,
        'Give the value a name of its own under `runs:`.',
      );
    }
    return problems;
  } catch (error) {
    return [failure(error, at, `Task \`${task.id}\``)];
  }
}

/** Run the solution; where it takes a second run (fix the seed, then run twice), the first one is the run before. */
async function solve(placed: PlacedTask, before: Result, runner: CourseRunner) {
  const {task, start} = placed;
  // As a learner sets them, one by one: a setting may take others with it.
  const solution = Object.entries(task.solution.set).reduce<BlockSettings>(
    (settings, [path, value]) => changeSetting(settings, path, value),
    start,
  );
  const perform = () => runner.bench(benchOf(placed), task.action, solution);
  const first = {result: await perform(), before};
  return checkGoal(task, first).passed ? first : {result: await perform(), before: first.result};
}

/** As for a learner, each task has a bench of its own. */
function benchOf({lesson, task}: PlacedTask): string {
  return `${lesson}/${task.id}`;
}

function unknownAction({task, at}: PlacedTask): Problem {
  const known = Object.keys(labActions);
  const guess = nearest(task.action, known);
  return {
    message: `Task \`${task.id}\`: there is no action \`${task.action}\`.`,
    hint: `${guess ? `Did you mean ${guess}? ` : ''}Known: ${known.join(', ')}.`,
    at,
  };
}

function missingFigures(texts: readonly string[], results: Results): readonly string[] {
  return texts.flatMap(text => {
    const found = findFigures(text);
    if ('fault' in found) return [];
    return found.value.flatMap(({figure}) => {
      const evaluated = evaluateExpression(figure.expression, results);
      return 'missing' in evaluated ? [evaluated.missing] : [];
    });
  });
}
