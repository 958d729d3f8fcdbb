import {labActionNamed} from '../app/lab/lab-actions.ts';
import {type LabSession, openLab, openTask, recordLabOpening} from '../app/lab/open-lab.ts';
import {askTexts, changeRemarks, hintRemarks, labRemarks, nowRemark, solutionRemarks} from '../app/lab/remarks.ts';
import {shownPictures} from '../app/lab/shown.ts';
import type {Remark} from '../app/lab/words.ts';
import {type FigureMaterial, gatherMaterial} from '../app/lesson-figures.ts';
import {type LabState, labResults, whyNotRun} from '../app/sessions/lab-session.ts';
import type {Tutor} from '../app/tutor.ts';
import {fillFigures} from '../tutor/figures/inline.ts';
import type {Lesson} from '../tutor/parse/course.ts';
import {drawingTexts, sizeForWords, unmarked} from './block-text.ts';
import {editSetting} from './lab-settings.ts';
import {choose, chooseAnswer, type Guide} from './prompt.ts';
import {until} from './until.ts';

type Wish = 'edit' | 'run' | 'hint' | 'solution' | 'reset' | 'changed' | 'next' | 'leave';

/** Work through the tasks of a lab: predict, run, explain. @throws {GoBack | Leave} */
export async function workInLab(guide: Guide, tutor: Tutor, lesson: Lesson): Promise<void> {
  const lab = openLab(tutor, lesson);
  recordLabOpening(lesson, tutor);
  await until(lab, ({isNaming}) => !isNaming);
  if (lab.state().task === null) lab.send(openTask(tutor, lesson, lesson.lab!.tasks[0]!.id));
  guide.talk.say(`Lab: ${lesson.lab!.title}`, unmarked(fillFigures(lesson.lab!.intro, labResults(lab.state()))));
  for (;;) {
    await doTask(guide, tutor, lab);
    const next = taskAfter(lab.state());
    if (next === undefined) {
      guide.talk.say('This was the last task of the lab.');
      return;
    }
    lab.send(openTask(tutor, lesson, next));
  }
}

function taskAfter({lab, task}: LabState): string | undefined {
  return lab.tasks[lab.tasks.findIndex(({id}) => id === task?.id) + 1]?.id;
}

async function doTask(guide: Guide, tutor: Tutor, lab: LabSession): Promise<void> {
  // What is said cannot be corrected later, so it waits for the runs whose figures it holds.
  const state = await until(
    lab,
    ({first, unprepared, isNaming}) => !isNaming && (first !== null || unprepared !== null),
  );
  const number = state.lab.tasks.findIndex(({id}) => id === state.task?.id) + 1;
  guide.talk.say(`Task ${number} of ${state.lab.tasks.length}: ${state.task!.title}`, unmarked(askTexts(state).ask));
  sayRemarks(guide, labRemarks(state));
  await predict(guide, lab);
  for (;;) {
    sayRemarks(guide, [nowRemark(lab.state())]);
    const wish = await choose(guide, wishesOf(lab.state()), 'What now?');
    if (wish === 'next' || wish === 'leave') return;
    await grant(wish, guide, tutor, lab);
  }
}

async function predict(guide: Guide, lab: LabSession): Promise<void> {
  const state = lab.state();
  if (state.chosen !== null || state.task === null) return;
  guide.talk.say(`Predict: ${unmarked(askTexts(state).question)}`);
  const results = labResults(state);
  const options = state.task.predict.options.map(({id, text}) => ({
    label: unmarked(fillFigures(text, results)),
    value: id,
  }));
  lab.send({type: 'predict', option: await chooseAnswer(guide, options, 'You expect')});
}

/** What can be done now, the likeliest first. */
function wishesOf(state: LabState): ReadonlyArray<{readonly label: string; readonly value: Wish}> {
  const {task, hints, isPassed, lab} = state;
  const isLast = lab.tasks.at(-1) === task;
  const left = (task?.hints.length ?? 0) - hints;
  const run = {value: 'run', label: labActionNamed(task?.action ?? 'run').help} as const;
  const edit = {value: 'edit', label: 'Change a setting'} as const;
  const asksForChange = Object.keys(task?.solution.set ?? {}).length > 0;
  const isUntouched = state.past.length === 0 && state.runs.length === 0;
  return [
    ...(isPassed ? [{value: 'next', label: isLast ? 'Finish the lab' : 'Go on to the next task'} as const] : []),
    ...(asksForChange && isUntouched ? [edit, run] : [run, edit]),
    ...(left > 0 ? [{value: 'hint', label: `A hint (${left} left)`} as const] : []),
    {value: 'solution', label: 'The worked solution'},
    {value: 'changed', label: 'What I changed since my last run'},
    {value: 'reset', label: 'Put all settings back'},
    ...(isPassed ? [] : [{value: 'leave', label: 'Leave this task for now'} as const]),
  ];
}

async function grant(
  wish: Exclude<Wish, 'next' | 'leave'>,
  guide: Guide,
  tutor: Tutor,
  lab: LabSession,
): Promise<void> {
  switch (wish) {
    case 'edit':
      return editSetting(guide, lab);
    case 'run':
      return run(guide, tutor, lab);
    case 'hint':
      lab.send({type: 'hint'});
      return sayRemarks(guide, hintRemarks(lab.state()).slice(-1));
    case 'solution':
      return sayRemarks(guide, solutionRemarks(lab.state()));
    case 'changed':
      return sayRemarks(guide, changeRemarks(lab.state()));
    case 'reset':
      lab.send({type: 'reset'});
      return guide.talk.say('All settings are as the task gives them.');
  }
}

async function run(guide: Guide, tutor: Tutor, lab: LabSession): Promise<void> {
  const reason = whyNotRun(lab.state());
  if (reason !== null) return guide.talk.say(reason);
  lab.send({type: 'run'});
  guide.talk.say('Running.');
  const state = await until(lab, ({running}) => running === null);
  sayRemarks(guide, labRemarks(state));
  if (state.failure === null) guide.talk.say(...(await pictureTexts(tutor, state)));
}

async function pictureTexts(tutor: Tutor, state: LabState): Promise<readonly string[]> {
  const runs = labResults(state);
  const latest = state.runs.at(-1)!;
  const own = labActionNamed(latest.action).draw(latest.json);
  const sources = {run: async (name: string) => runs[name], engine: tutor.engine, folder: '.', bench: state.bench};
  const materials = await Promise.all(
    // A picture whose data cannot be read says so in its own words.
    state.lab.show.map((figure): Promise<FigureMaterial> => gatherMaterial(figure, sources).catch(() => ({runs}))),
  );
  const shown = shownPictures(state.lab.show, materials, runs);
  return [...own, ...shown].map(draw => draw(sizeForWords)).flatMap(drawingTexts);
}

function sayRemarks({talk}: Guide, remarks: readonly Remark[]): void {
  if (remarks.length === 0) return;
  const lines = remarks.map(({label, text}) => (label === undefined ? text : `${label}: ${text}`));
  talk.say(unmarked(lines.join('\n')));
}
