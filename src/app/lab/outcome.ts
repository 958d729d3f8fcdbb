import {evaluateExpression, parseExpression} from '../../tutor/figures/expression.ts';
import {plainCondition, sayFigure} from '../../tutor/figures/plain-words.ts';
import type {Json, RunResult as ResultJson, Results} from '../../tutor/figures/result.ts';
import {
  checkGoal,
  checkPrediction,
  explainTask,
  type GoalOutcome,
  type PredictionOutcome,
} from '../../tutor/lab/task.ts';
import type {Task} from '../../tutor/schema/lab.ts';
import type {MetricDifference} from '../diff-metrics.ts';
import {type Remark, sayValue, withoutStop} from './words.ts';

/** A figure before and after a run; the change is null where there is nothing to subtract. */
export type FigureChange = {
  readonly name: string;
  readonly before: string | null;
  readonly after: string;
  readonly change: string;
  /** Whether the change is larger than the luck of the split, in words; empty where it is not known. */
  readonly luck: string;
};

/** The figure of a mistake made on purpose beside the honest one. */
export type HonestFigure = {readonly name: string; readonly flattering: string; readonly honest: string};

/** What a run of a task's pipeline showed. */
export type TaskOutcome = {
  readonly figure: FigureChange;
  readonly prediction: PredictionOutcome;
  readonly goal: GoalOutcome;
  readonly explanation: string;
  /** The figure of a mistake on purpose beside the honest one; null in an honest run. */
  readonly honest: HonestFigure | null;
};

/** The runs an outcome may be judged by: this one, the one the task began with, and the learner's own before this. */
export type OutcomeRuns = {
  readonly result: ResultJson;
  readonly first: ResultJson | undefined;
  readonly previous: ResultJson | undefined;
  readonly named: Results;
};

/**
 * Judge a run of a task. It is compared with the run the task began with; where the goal is reached only against the
 * learner's run just before, that one counts.
 */
export function judgeRun(task: Task, chosen: string, {result, first, previous, named}: OutcomeRuns): TaskOutcome {
  const fromStart = {result, before: first};
  const fromPrevious = {result, before: previous};
  const isStep = previous !== undefined && !checkGoal(task, fromStart).passed && checkGoal(task, fromPrevious).passed;
  const runs = isStep ? fromPrevious : fromStart;
  return {
    figure: figureChange(task.predict.figure, result, runs.before),
    prediction: checkPrediction(task, chosen, runs),
    goal: checkGoal(task, runs),
    explanation: explainTask(task, runs, named),
    honest: honestFigure(task.predict.figure, result),
  };
}

/** A figure of a run beside the same of an earlier one. */
export function figureChange(path: string, result: ResultJson, before: ResultJson | undefined): FigureChange {
  const after = figureValue(path, result);
  const earlier = before && figureValue(path, before);
  // An action may show what the run of the start could not.
  const isKnown = earlier !== undefined;
  return {
    name: sayFigure(path),
    before: isKnown ? sayValue(earlier) : null,
    after: sayValue(after),
    change: isKnown ? sayChange(earlier, after) : '',
    luck: isKnown ? luckOf(path, result) : '',
  };
}

/** What the engine said of a test metric's difference from the run that the task began with. */
function luckOf(path: string, {compared}: ResultJson): string {
  const [part, metric] = path.replace(/^metrics\./, '').split('.');
  if (!Array.isArray(compared)) return '';
  const found = (compared as unknown as readonly MetricDifference[]).find(
    difference => difference.part === part && difference.metric === metric,
  );
  return found && found.verdict !== 'equal' && found.verdict !== 'unknown' ? found.words : '';
}

function figureValue(figure: string, result: ResultJson): Json | undefined {
  const parsed = parseExpression(`result.${figure}`);
  if ('fault' in parsed) return undefined;
  const found = evaluateExpression(parsed.value, {result});
  return 'value' in found ? found.value : undefined;
}

function sayChange(before: Json | undefined, after: Json | undefined): string {
  if (typeof before === 'number' && typeof after === 'number') {
    const difference = Number((after - before).toPrecision(6));
    if (difference === 0) return 'no change';
    return `${difference > 0 ? 'up' : 'down'} by ${sayValue(Math.abs(difference))}`;
  }
  return JSON.stringify(before) === JSON.stringify(after) ? 'the same' : '';
}

/** The figure that was predicted with and without the mistake; another one where that has no honest counterpart. */
function honestFigure(path: string, result: ResultJson): HonestFigure | null {
  const own = path.replace(/^(?:honest_)?metrics\./, '');
  const [flattering, honest] = [`metrics.${own}`, `honest_metrics.${own}`].map(figure => figureValue(figure, result));
  if (typeof flattering === 'number' && typeof honest === 'number')
    return {name: sayFigure(own), flattering: sayValue(flattering), honest: sayValue(honest)};
  return honestFigures(result)[0] ?? null;
}

/** Say what a mistake on purpose made of a figure. */
export function sayHonest({name, flattering, honest}: HonestFigure): Remark {
  const text =
    flattering === honest
      ? `${flattering} with the mistake, and the same without it: this time it did no harm, which only this comparison shows.`
      : `${flattering} with the mistake; ${honest} without it is the honest figure.`;
  return {kind: 'warn', label: name, text};
}

/** The figures of a run with a mistake on purpose, each beside that of the same run without it. */
export function honestFigures(result: ResultJson): readonly HonestFigure[] {
  const flattering = testMetrics(result.metrics);
  const honest = testMetrics(result.honest_metrics);
  return Object.entries(honest).flatMap(([name, value]) =>
    typeof value === 'number' && typeof flattering[name] === 'number'
      ? [{name: `test ${sayFigure(name)}`, flattering: sayValue(flattering[name]), honest: sayValue(value)}]
      : [],
  );
}

function testMetrics(metrics: Json | undefined): {readonly [name: string]: Json} {
  if (metrics === undefined || metrics === null || typeof metrics !== 'object' || Array.isArray(metrics)) return {};
  const all = metrics as {readonly [name: string]: Json};
  return 'test' in all ? testMetrics(all.test) : all;
}

/** Say what became of a prediction. */
export function sayPrediction({prediction}: TaskOutcome): Remark {
  const chosen = prediction.options.find(option => option.chosen);
  const came = prediction.options.find(option => option.holds);
  const said = `You said: ${withoutStop(chosen?.text ?? 'nothing')}.`;
  if (prediction.held) {
    return {kind: 'good', label: 'Prediction', text: `${said} It came true: ${plainCondition(chosen!.words)}`};
  }
  const instead = came
    ? `What happened: ${withoutStop(came.text)}. ${plainCondition(came.words)}`
    : plainCondition(chosen?.words ?? '');
  return {kind: 'open', label: 'Prediction', text: `${said} It did not come true. ${instead}`};
}
