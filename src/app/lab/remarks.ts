import {formatPlace, KnownError} from '../../errors.ts';
import {fillFigures, inlineFigurePattern} from '../../tutor/figures/inline.ts';
import {plainCondition, sayFigure} from '../../tutor/figures/plain-words.ts';
import type {RunResult as ResultJson} from '../../tutor/figures/result.ts';
import {hintsUpTo} from '../../tutor/lab/task.ts';
import type {Task} from '../../tutor/schema/lab.ts';
import type {RunResult} from '../run-result.ts';
import {type LabState, labResults} from '../sessions/lab-session.ts';
import {changedPaths, changesBetween} from './changes.ts';
import {isRun} from './drawings/drawing.ts';
import {figureChange, sayHonest, sayPrediction, type TaskOutcome} from './outcome.ts';
import {joinWords, type Remark, sayValue, withoutStop, writeFlow} from './words.ts';

/** What a lab says of the runs made so far: before the first, after one that reached the goal, after one that did not. */
export function labRemarks(state: LabState): readonly Remark[] {
  if (state.failure) return failureRemarks(state.failure.error);
  const latest = state.runs.at(-1);
  if (!latest) return beforeRemarks(state);
  const {outcome, task} = state;
  if (task === null || outcome === null) return freeRemarks(state, latest.json);
  return outcome.goal.passed ? passedRemarks(outcome, state) : openRemarks(state, outcome);
}

function beforeRemarks({first, unprepared, task}: LabState): readonly Remark[] {
  if (unprepared) return [{kind: 'heading', text: 'The task could not be prepared'}, ...failureRemarks(unprepared)];
  if (!first) return [{kind: 'faint', text: 'Running the pipeline as it is given, to compare with…'}];
  const heading: Remark = {kind: 'heading', text: 'So far'};
  if (task === null) return [heading, ...metricRemarks(first)];
  const {name, after} = figureChange(task.predict.figure, first, undefined);
  if (isGivenAway(task, first)) return [heading, {kind: 'text', label: name, text: 'kept back until you have run it.'}];
  const text = after === 'unknown' ? 'not known before you run.' : `${after}, with the pipeline as the task gives it.`;
  return [heading, {kind: 'text', label: name, text}];
}

/**
 * Whether the result of the pipeline as it is given stays out of sight: the task changes nothing and asks for a figure of it, so
 * that to show it is to give the prediction away.
 */
export function isKeptBack({task, first, runs}: LabState): boolean {
  return task !== null && first !== null && runs.length === 0 && isGivenAway(task, first);
}

/** A task that compares with the run before it gives nothing away by showing that run. */
function isGivenAway({solution, predict}: Task, first: ResultJson): boolean {
  if (Object.keys(solution.set).length > 0) return false;
  if (predict.options.some(({when}) => /\bbefore\b/.test(when.source))) return false;
  return figureChange(predict.figure, first, undefined).after !== 'unknown';
}

function figureRemark({figure}: TaskOutcome, isFirstSeen = false): Remark {
  const {name, before, after, change, luck} = figure;
  const isAlone = before === null || (isFirstSeen && before === after);
  const added = `${change === '' ? '' : `, ${change}`}${luck === '' ? '' : `; ${luck}`}`;
  const text = isAlone ? after : `${before} → ${after}${added}`;
  return {kind: 'figure', label: name, text};
}

function passedRemarks(outcome: TaskOutcome, {task, first, runs}: LabState): readonly Remark[] {
  // Beside a figure that nobody has seen yet, its equal says nothing.
  const isFirstSeen = task !== null && first !== null && runs.length === 1 && isGivenAway(task, first);
  return [
    {kind: 'heading', text: 'Goal reached'},
    figureRemark(outcome, isFirstSeen),
    ...(outcome.honest ? [sayHonest(outcome.honest)] : []),
    sayPrediction(outcome),
    {kind: 'text', label: 'Why', text: outcome.explanation},
    ...goalRemarks(outcome),
    {kind: 'faint', text: 'The worked solution, and what the hints say, can be read now.'},
  ];
}

function openRemarks(state: LabState, outcome: TaskOutcome): readonly Remark[] {
  return [
    {kind: 'heading', text: state.isPassed ? 'Passed already; this run does not reach the goal' : 'Not there yet'},
    usedRemark(state),
    {...figureRemark(outcome), label: `What came: ${outcome.figure.name}`},
    ...(outcome.honest ? [sayHonest(outcome.honest)] : []),
    ...goalRemarks(outcome),
    // Whoever has passed has heard what became of the prediction, and may go on.
    ...(state.isPassed
      ? []
      : [predictionRemark(outcome), {kind: 'text', label: 'Next', text: adviceFor(state)} as const]),
  ];
}

function predictionRemark({prediction}: TaskOutcome): Remark {
  const said = withoutStop(prediction.options.find(option => option.chosen)?.text ?? 'nothing');
  const text = `You said: ${said}. It is judged by the run that reaches the goal.`;
  return {kind: 'faint', label: 'Prediction', text};
}

function usedRemark({task, runs, start}: LabState): Remark {
  const used = changesBetween(start, runs.at(-1)!.settings, taskOf(runs.at(-1)!.json));
  const text = used.length === 0 ? 'the pipeline as the task gives it.' : `${used.join('; ')}.`;
  return {kind: 'text', label: task === null ? 'Changed' : 'You used', text};
}

function goalRemarks({goal}: TaskOutcome): readonly Remark[] {
  const missingFirst = [...goal.conditions].sort((a, b) => Number(a.holds) - Number(b.holds));
  return missingFirst.map(({holds, words}) => ({
    kind: holds ? 'good' : 'open',
    label: holds ? 'Holds' : 'Missing',
    text: plainCondition(words),
  }));
}

function adviceFor({runs, start, task, hints}: LabState): string {
  const {settings, json} = runs.at(-1)!;
  const isUntouched = changesBetween(start, settings, taskOf(json)).length === 0;
  const asksForChange = Object.keys(task?.solution.set ?? {}).length > 0;
  if (isUntouched && asksForChange) return 'Nothing was changed yet. Change a setting, then run again.';
  const left = (task?.hints.length ?? 0) - hints;
  return left > 0
    ? 'Try another value or another setting, then run again. A hint costs nothing.'
    : 'Read the last hint again, or look at the worked solution.';
}

function freeRemarks(state: LabState, json: ResultJson): readonly Remark[] {
  return [
    {kind: 'heading', text: 'Your last run'},
    usedRemark(state),
    ...metricRemarks(json, state.runs.at(-2)?.json ?? state.first ?? undefined),
  ];
}

/** The metrics of a run in a line each, beside those of an earlier one. */
function metricRemarks(json: ResultJson, before?: ResultJson): readonly Remark[] {
  if (!isRun(json)) return [];
  const {metrics} = json as unknown as RunResult;
  return Object.keys(metrics.test).map(name => {
    const {before: earlier, after, change} = figureChange(`test.${name}`, json, before);
    const text = earlier === null ? after : `${earlier} → ${after}${change === '' ? '' : `, ${change}`}`;
    return {
      kind: 'text',
      label: `test ${sayFigure(name)}`,
      text: `${text} (baseline ${sayValue(metrics.baseline[name] ?? 'undefined')})`,
    };
  });
}

/** What went wrong, where, and what to do next, under a heading of its own where it was no run. */
export function failureRemarks(error: unknown, heading = 'The run did not get through'): readonly Remark[] {
  if (error instanceof KnownError && error.code === 'interrupted') {
    return [
      {kind: 'heading', text: 'Stopped'},
      {kind: 'text', text: `${error.message} Run it again to go on: the finished steps are kept.`},
    ];
  }
  const known = error instanceof KnownError ? error : null;
  const message = error instanceof Error ? error.message : String(error);
  const where = known?.at ? [{kind: 'text', label: 'Where', text: formatPlace(known.at)} as const] : [];
  const next =
    known?.hint ?? 'Take the last change back and run again. Please report this fault: the tutor should not stop here.';
  return [
    {kind: 'heading', text: heading},
    {kind: 'bad', label: 'What', text: known ? message : `The tutor itself has a fault: ${message}`},
    ...where,
    {kind: 'text', label: 'Next', text: next},
  ];
}

/** The hints shown so far, the first of which may quote the learner's own last run. */
export function hintRemarks(state: LabState): readonly Remark[] {
  const {task, hints} = state;
  if (task === null || hints === 0) return [];
  const all = task.hints.length;
  return hintsUpTo(task, hints - 1, labResults(state)).map((text, index) => ({
    kind: 'text',
    label: `Hint ${index + 1} of ${all}`,
    text,
  }));
}

/** The worked solution, setting by setting. */
export function solutionRemarks({task}: LabState): readonly Remark[] {
  if (task === null) return [];
  const parts = Object.entries(task.solution.set).map(([path, value]) => `${path} to ${writeFlow(value)}`);
  const text = parts.length === 0 ? 'Change nothing and run.' : `Set ${joinWords(parts)}, then run.`;
  return [{kind: 'text', label: 'Worked solution', text}];
}

/** What to do now, in a sentence, and which command does it, if it is one. */
export type NowStep = {readonly text: string; readonly command: 'run' | 'next' | null};

/** What to do now. */
export function nowStep({task, chosen, runs, isPassed, isLocked, start, settings, lab}: LabState): NowStep {
  const run = (text: string): NowStep => ({text, command: 'run'});
  if (task === null) return run('Change what you like and run it.');
  if (isPassed) {
    const isLast = lab.tasks.at(-1) === task;
    return isLast
      ? {text: 'This was the last task.', command: null}
      : {text: 'Go on to the next task.', command: 'next'};
  }
  if (chosen === null) return {text: 'Choose what you expect. Being wrong costs nothing.', command: null};
  if (changedPaths(runs.at(-1)?.settings ?? start, settings).length > 0) return run('Run it.');
  if (Object.keys(task.solution.set).length === 0 && !isLocked) return run('Run it.');
  return run(runs.length === 0 ? 'Change a setting, then run it.' : 'Change something else, then run it again.');
}

/** What to do now, as a remark. */
export function nowRemark(state: LabState): Remark {
  return {kind: 'text', label: 'Now', text: nowStep(state).text};
}

/** What is different now from the learner's last run, or from the start where there is none. */
export function changeRemarks({runs, start, settings}: LabState): readonly Remark[] {
  const latest = runs.at(-1);
  const changes = changesBetween(latest?.settings ?? start, settings, latest ? taskOf(latest.json) : undefined);
  const since = latest ? 'your last run' : 'the start';
  if (changes.length === 0) return [{kind: 'text', text: `Nothing has changed since ${since}.`}];
  return [{kind: 'text', text: `Changed since ${since}:`}, ...changes.map(text => ({kind: 'open' as const, text}))];
}

/** What a task asks, and what it wants to hear first, with the figures in them. */
export function askTexts(state: LabState): {readonly ask: string; readonly question: string} {
  const results = labResults(state);
  const {task, lab, first, unprepared, isNaming} = state;
  // Until the runs have come that it speaks of, its figures are on their way, and not missing.
  const isWaiting = isNaming || (first === null && unprepared === null);
  const fill = (text: string) => (isWaiting ? text.replace(inlineFigurePattern, '…') : fillFigures(text, results));
  if (task === null) return {ask: fill(lab.intro), question: ''};
  return {ask: fill(task.ask), question: fill(task.predict.question)};
}

function taskOf(json: ResultJson): 'classification' | 'regression' {
  return json.task === 'regression' ? 'regression' : 'classification';
}
