import type {ConditionCheck, RunPair} from '../figures/check-condition.ts';
import {checkCondition} from '../figures/check-condition.ts';
import {fillFigures} from '../figures/inline.ts';
import type {Results} from '../figures/result.ts';
import type {Task} from '../schema/lab.ts';

/** Whether each prediction came true, and what the run showed instead of the learner's. */
export type PredictionOutcome = {
  readonly held: boolean;
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    readonly chosen: boolean;
    readonly holds: boolean;
    readonly words: string;
  }[];
};

/** Compare the prediction that was locked in before the run with what the run shows. */
export function checkPrediction(task: Task, chosen: string, runs: RunPair): PredictionOutcome {
  const options = task.predict.options.map(option => {
    const {holds, words} = checkCondition(option.when, runs);
    return {id: option.id, text: fillFigures(option.text, runs), chosen: option.id === chosen, holds, words};
  });
  return {held: options.some(option => option.chosen && option.holds), options};
}

/** Whether a run reaches a task's goal, with each condition in words, the unmet ones too. */
export type GoalOutcome = {
  readonly passed: boolean;
  readonly conditions: readonly (ConditionCheck & {source: string})[];
};

/** Check a run against all conditions of a task's goal. */
export function checkGoal(task: Task, runs: RunPair): GoalOutcome {
  const conditions = task.goal.map(condition => ({source: condition.source, ...checkCondition(condition, runs)}));
  return {passed: conditions.every(condition => condition.holds), conditions};
}

/** Why the run came out as it did, with the figures of this run, the one before and the lesson's named runs. */
export function explainTask(task: Task, runs: RunPair, named: Results = {}): string {
  return fillFigures(task.explain, {...named, ...runs});
}

/** The hints shown so far and one more, with their figures; the last is almost the answer. */
export function hintsUpTo(task: Task, shown: number, results: Results = {}): readonly string[] {
  return task.hints.slice(0, shown + 1).map(hint => fillFigures(hint, results));
}
