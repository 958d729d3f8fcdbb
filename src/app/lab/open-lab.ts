import {runsOfBlock} from '../../tutor/figures/block.ts';
import type {RunResult as ResultJson} from '../../tutor/figures/result.ts';
import type {BlockSettings} from '../../tutor/lab/settings.ts';
import type {Lesson} from '../../tutor/parse/course.ts';
import {nextTask} from '../../tutor/progress/status.ts';
import type {Job} from '../actions.ts';
import {type LabAction, type LabState, reduceLab, startLab} from '../sessions/lab-session.ts';
import {runsInTexts} from '../sessions/question-runs.ts';
import {makeSession, type Session} from '../sessions/session.ts';
import type {Tutor} from '../tutor.ts';
import {startAction} from './lab-actions.ts';

/** A lab that a front end shows and drives. */
export type LabSession = Session<LabState, LabAction>;

// Kept while the program runs, so that looking something up elsewhere loses no setting and no run.
const opened = new WeakMap<Tutor, Map<string, LabSession>>();

/**
 * Open the lab of a lesson where the learner left it: at a task that was asked for, else at the next one to do, else in free
 * play. What is done there is recorded as it happens. Opening it records nothing: `recordLabOpening` does.
 *
 * @throws {KnownError} `unknown_lesson` where the lesson has no lab.
 */
export function openLab(tutor: Tutor, lesson: Lesson, task?: string): LabSession {
  const sessions = opened.get(tutor) ?? new Map<string, LabSession>();
  opened.set(tutor, sessions);
  const session = sessions.get(lesson.id) ?? beginLab(tutor, lesson, task);
  sessions.set(lesson.id, session);
  if (task !== undefined && session.state().task?.id !== task) session.send(openTask(tutor, lesson, task));
  return session;
}

/** Note that a lesson is being worked on again, where its lab was opened. */
export function recordLabOpening(lesson: Lesson, {learner}: Tutor): void {
  learner.record({type: 'lesson_opened', lesson: lesson.id});
}

/** The action that goes to a task, or to free play. */
export function openTask(tutor: Tutor, lesson: Lesson, task: string | null): LabAction {
  return {type: 'open', task, bench: `${lesson.id}/${task ?? 'free'}/${tutor.freshSeed()}`};
}

function beginLab(tutor: Tutor, lesson: Lesson, asked: string | undefined): LabSession {
  const first = asked ?? nextTask(lesson, tutor.learner.progress())?.id ?? placeWhenDone(lesson);
  const initial = startLab(lesson, first, `${lesson.id}/${first ?? 'free'}/${tutor.freshSeed()}`);
  const work = workOf(tutor);
  const session = makeSession<LabState, LabAction>(initial, reduceLab, (change, send) => {
    work(change, send);
    recordChange(tutor, change);
  });
  prepare(tutor, initial, session.send);
  // Without them a text says in brackets which run it misses.
  readNamed(tutor, lesson).then(
    results => session.send({type: 'named', results}),
    () => session.send({type: 'named', results: {}}),
  );
  return session;
}

function placeWhenDone({lab}: Lesson): string | null {
  return lab?.playground === false ? (lab.tasks[0]?.id ?? null) : null;
}

type Change = {readonly before: LabState; readonly action: LabAction; readonly after: LabState};
type Send = (action: LabAction) => LabState;

/** Begins the work that an action asks for, and gives up work that nobody waits for any more. */
function workOf(tutor: Tutor) {
  let job: Job<ResultJson> | undefined;
  return ({before, action, after}: Change, send: Send) => {
    if (action.type === 'cancel' || (action.type === 'open' && before.running)) job?.cancel();
    if (action.type === 'open') prepare(tutor, after, send);
    if (action.type === 'run' && after.running) job = startJob(tutor, after, send);
  };
}

function startJob(tutor: Tutor, state: LabState, send: Send): Job<ResultJson> {
  const {job, action, settings} = state.running!;
  return perform(
    tutor,
    {bench: state.bench, action, settings},
    {
      onEvent: event => send({type: 'event', job, event, atMs: tutor.now().getTime()}),
      onCame: json => send({type: 'came', job, json}),
      onFailed: error => send({type: 'failed', job, error}),
    },
  );
}

/** Make the run that the learner's own will be compared with. */
function prepare(tutor: Tutor, {bench, settings, task}: LabState, send: Send): void {
  perform(
    tutor,
    {bench, action: startAction(task?.action ?? 'run'), settings},
    {
      onCame: json => send({type: 'prepared', bench, json}),
      onFailed: error => send({type: 'unprepared', bench, error}),
    },
  );
}

type Asked = {
  readonly bench: string;
  readonly action: string;
  readonly settings: BlockSettings;
};
type Ends = {
  readonly onEvent?: Parameters<Tutor['engine']['call']>[2];
  readonly onCame: (json: ResultJson) => void;
  readonly onFailed: (error: unknown) => void;
};

function perform(tutor: Tutor, asked: Asked, {onEvent, onCame, onFailed}: Ends): Job<ResultJson> {
  const job = tutor.engine.call('bench', {...asked, folder: '.'}, onEvent);
  job.result.then(onCame, onFailed);
  return job;
}

function recordChange({learner}: Tutor, {before, action, after}: Change): void {
  if (after.task === null) return;
  const task = after.task.id;
  if (action.type === 'run' && !before.isLocked && after.chosen !== null) {
    learner.record({type: 'task_predicted', task, option: after.chosen});
  }
  if (action.type === 'hint' && after.hints > before.hints) learner.record({type: 'hint_shown', task});
  if (action.type !== 'came' || after.outcome === null || before.isPassed) return;
  learner.record({type: 'task_run', task, held: after.outcome.prediction.held});
  if (after.isPassed) learner.record({type: 'task_passed', task});
}

/** The lesson's runs that the lab's texts and pictures name. */
async function readNamed({runs}: Tutor, {lab, runs: known}: Lesson) {
  if (!lab) return {};
  const texts = [lab.intro, ...lab.tasks.flatMap(({ask, explain, hints}) => [ask, explain, ...hints])];
  const names = new Set([...runsInTexts(texts), ...lab.show.flatMap(runsOfBlock)]);
  const wanted = Object.entries(known).filter(([name]) => names.has(name));
  return wanted.length === 0 ? {} : runs.results(Object.fromEntries(wanted), 'ahead');
}
