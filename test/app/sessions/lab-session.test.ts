import {expect, test} from 'vitest';
import type {EngineClient} from '../../../src/app/actions.ts';
import {type LabSession, openLab, openTask} from '../../../src/app/lab/open-lab.ts';
import {changeRemarks, hintRemarks, labRemarks, solutionRemarks} from '../../../src/app/lab/remarks.ts';
import type {Remark} from '../../../src/app/lab/words.ts';
import {reduceLab, startLab, whyNotRun} from '../../../src/app/sessions/lab-session.ts';
import {KnownError} from '../../../src/errors.ts';
import {directEngine} from '../../helpers/direct-engine.ts';
import {labTutor} from '../../helpers/lab-tutor.ts';
import {until} from '../../helpers/xterm.ts';
import {miniLesson} from '../../tutor/mini-course.ts';

const lesson = miniLesson('scaling');
const text = (remarks: readonly Remark[]) =>
  remarks.map(({label, text}) => (label ? `${label}: ${text}` : text)).join('\n');

function open(task?: string, tutor = labTutor()) {
  return {tutor, lab: openLab(tutor, lesson, task)};
}

async function prepared(lab: LabSession) {
  await until(() => lab.state().first !== null || lab.state().unprepared !== null);
}

async function run(lab: LabSession) {
  const before = lab.state();
  lab.send({type: 'run'});
  await until(() => lab.state().running === null && lab.state() !== before);
}

test('a lab opens at the next task, with the pipeline as the task gives it run once', async () => {
  const {lab} = open();
  expect(lab.state().task?.id).toBe('turn-scaling-on');
  expect(text(labRemarks(lab.state()))).toContain('Running the pipeline as it is given');
  await prepared(lab);
  expect(text(labRemarks(lab.state()))).toBe('So far\ntest accuracy: 0.689, with the pipeline as the task gives it.');
});

test('a task does not run before its prediction is chosen, and the first run locks it', async () => {
  const {lab} = open();
  await prepared(lab);
  expect(whyNotRun(lab.state())).toBe('First say what you expect: choose a prediction.');
  expect(lab.send({type: 'run'}).running).toBeNull();
  lab.send({type: 'predict', option: 'nonsense'});
  expect(lab.state().chosen).toBeNull();
  lab.send({type: 'predict', option: 'up'});
  await run(lab);
  expect(lab.send({type: 'predict', option: 'same'}).chosen).toBe('up');
});

test('reaching the goal passes the task and says what was predicted, what came and why', async () => {
  const {lab, tutor} = open();
  lab.send({type: 'predict', option: 'up'});
  lab.send({type: 'set', path: 'preprocessing.scale', value: 'standard'});
  await run(lab);
  expect(lab.state().isPassed).toBe(true);
  expect(text(labRemarks(lab.state()))).toMatchInlineSnapshot(`
    "Goal reached
    test accuracy: 0.689 → 0.978, up by 0.289; larger than the luck of the split (±0.15, from 45 test rows)
    Prediction: You said: It rises. It came true: Test accuracy (0.978) is more than test accuracy before + 0.02 (0.709).
    Why: It went from 68.9% to 97.8%.
    Holds: Test accuracy (0.978) is more than test accuracy before + 0.05 (0.739).
    Holds: preprocessing.scale (standard) differs from none.
    The worked solution, and what the hints say, can be read now."
  `);
  expect(tutor.learner.progress().tasks['turn-scaling-on']).toMatchObject({
    predicted: 'up',
    held: true,
    runs: 1,
    passed: '2026-03-02T10:00:00.000Z',
  });
});

test('not reaching the goal says what was used, what came, what is missing and what to try', async () => {
  const {lab, tutor} = open();
  lab.send({type: 'predict', option: 'up'});
  await run(lab);
  expect(text(labRemarks(lab.state()))).toMatchInlineSnapshot(`
    "Not there yet
    You used: the pipeline as the task gives it.
    What came: test accuracy: 0.689 → 0.689, no change
    Missing: Test accuracy (0.689) is not more than test accuracy before + 0.05 (0.739).
    Missing: preprocessing.scale (none) does not differ from none.
    Prediction: You said: It rises. It is judged by the run that reaches the goal.
    Next: Nothing was changed yet. Change a setting, then run again."
  `);
  expect(tutor.learner.progress().tasks['turn-scaling-on']).toMatchObject({runs: 1, held: false});
  expect(tutor.learner.progress().tasks['turn-scaling-on']?.passed).toBeUndefined();
});

test('a run after the task was passed that does not reach its goal says so, and takes nothing back', async () => {
  const {lab} = open();
  lab.send({type: 'predict', option: 'up'});
  lab.send({type: 'set', path: 'preprocessing.scale', value: 'standard'});
  await run(lab);
  lab.send({type: 'undo'});
  await run(lab);
  const said = text(labRemarks(lab.state()));
  expect(said).toMatch(/^Passed already; this run does not reach the goal\n/);
  expect(said).not.toContain('It is judged by the run');
  expect(lab.state().isPassed).toBe(true);
});

test('the goal counts from the start of the task, and from the run just before where only that reaches it', async () => {
  const {lab} = open();
  lab.send({type: 'predict', option: 'up'});
  await run(lab);
  lab.send({type: 'set', path: 'training.params.n_neighbors', value: 100});
  await run(lab);
  lab.send({type: 'set', path: 'preprocessing.scale', value: 'standard'});
  await run(lab);
  lab.send({type: 'undo'});
  expect(lab.state().isPassed).toBe(true);
});

test('changes are taken back one by one, and all at once', async () => {
  const {lab} = open();
  lab.send({type: 'set', path: 'preprocessing.scale', value: 'robust'});
  lab.send({type: 'set', path: 'training.params.n_neighbors', value: 9});
  expect(text(changeRemarks(lab.state()))).toBe(
    'Changed since the start:\npreprocessing.scale: none → robust\ntraining.params.n_neighbors: 5 → 9',
  );
  lab.send({type: 'undo'});
  expect(text(changeRemarks(lab.state()))).toBe('Changed since the start:\npreprocessing.scale: none → robust');
  lab.send({type: 'reset'});
  expect(text(changeRemarks(lab.state()))).toBe('Nothing has changed since the start.');
  lab.send({type: 'undo'});
  expect(lab.state().settings).toMatchObject({preprocessing: {scale: 'robust'}});
});

test('hints come one at a time, and the first quotes the last run', async () => {
  const {lab, tutor} = open();
  await prepared(lab);
  lab.send({type: 'hint'});
  expect(text(hintRemarks(lab.state()))).toBe(
    'Hint 1 of 3: Look at the block that prepares the columns. Your last run reached 68.9%.',
  );
  for (let more = 0; more < 5; more++) lab.send({type: 'hint'});
  expect(hintRemarks(lab.state())).toHaveLength(3);
  expect(tutor.learner.progress().tasks['turn-scaling-on']?.hints).toBe(3);
});

test('the worked solution is shown on request, and reaches the goal when it is run', async () => {
  const {lab} = open();
  lab.send({type: 'solution'});
  expect(text(solutionRemarks(lab.state()))).toBe('Worked solution: Set preprocessing.scale to standard, then run.');
  lab.send({type: 'predict', option: 'same'});
  lab.send({type: 'use-solution'});
  await run(lab);
  expect(lab.state().isPassed).toBe(true);
  expect(text(labRemarks(lab.state()))).toContain('It did not come true. What happened: It rises.');
});

test('another task begins with its own pipeline and nothing of the one before', async () => {
  const {lab, tutor} = open();
  lab.send({type: 'predict', option: 'up'});
  await run(lab);
  lab.send(openTask(tutor, lesson, 'scale-otherwise'));
  expect(lab.state()).toMatchObject({
    chosen: null,
    runs: [],
    outcome: null,
    settings: {preprocessing: {scale: 'standard'}},
  });
  await prepared(lab);
  expect(lab.state().first?.metrics).toBeDefined();
});

test('free play needs no prediction and shows every metric beside the baseline', async () => {
  const {lab, tutor} = open();
  lab.send(openTask(tutor, lesson, null));
  await run(lab);
  expect(text(labRemarks(lab.state()))).toContain('test accuracy: 0.689 → 0.689, no change (baseline ');
});

test('coming back finds the lab as it was left', async () => {
  const {lab, tutor} = open();
  lab.send({type: 'set', path: 'preprocessing.scale', value: 'robust'});
  expect(openLab(tutor, lesson).state().settings).toMatchObject({preprocessing: {scale: 'robust'}});
  expect(openLab(tutor, lesson, 'scale-otherwise').state().task?.id).toBe('scale-otherwise');
});

test('a run that fails says what, where and what next, and the settings stay to be corrected', async () => {
  const {lab} = open();
  lab.send({type: 'predict', option: 'up'});
  lab.send({type: 'set', path: 'training.params.n_neighbors', value: 1000});
  await run(lab);
  const said = text(labRemarks(lab.state()));
  expect(said).toContain('The run did not get through');
  expect(said).toContain('n_neighbors');
  expect(lab.state().failure?.live.steps.at(-1)?.status).toMatch(/failed|skipped/);
});

test('settings that no pipeline may have are refused with the reason', async () => {
  const {lab} = open();
  lab.send({type: 'predict', option: 'up'});
  lab.send({type: 'set', path: 'preprocessing.scale', value: 'huge'});
  await run(lab);
  expect(text(labRemarks(lab.state()))).toContain('`scale` cannot be "huge"');
});

test('a run that is given up says that finished steps are kept', async () => {
  const {lab} = open();
  await prepared(lab);
  lab.send({type: 'predict', option: 'up'});
  lab.send({type: 'set', path: 'preprocessing.scale', value: 'min_max'});
  lab.send({type: 'run'});
  lab.send({type: 'cancel'});
  await until(() => lab.state().running === null);
  expect(text(labRemarks(lab.state()))).toMatch(/^Stopped\nThe run was stopped at .* Run it again to go on/);
});

test('news of a run that was given up for another task is not listened to', async () => {
  const {lab, tutor} = open();
  await prepared(lab);
  lab.send({type: 'predict', option: 'up'});
  const job = lab.send({type: 'run'}).running!.job;
  lab.send(openTask(tutor, lesson, 'scale-otherwise'));
  lab.send({type: 'came', job, json: {fingerprint: 'late'}});
  expect(lab.state().runs).toEqual([]);
});

test('a task that cannot be prepared says why', async () => {
  const broken: EngineClient = {
    call: () => ({
      result: Promise.reject(new KnownError('missing_file', 'The table is gone.', {hint: 'Install the tutor again.'})),
      cancel: () => {},
    }),
    close: async () => {},
  };
  const {lab} = open(undefined, labTutor(broken));
  await prepared(lab);
  expect(text(labRemarks(lab.state()))).toContain('The table is gone.');
});

test('statuses of steps are those of this visit, whatever was run on other days', async () => {
  const engine = directEngine();
  for (const tutor of [labTutor(engine), labTutor(engine)]) {
    const {lab} = open(undefined, tutor);
    lab.send({type: 'predict', option: 'up'});
    lab.send({type: 'set', path: 'preprocessing.scale', value: 'standard'});
    await run(lab);
    const steps = lab.state().runs[0]?.json.steps as ReadonlyArray<{id: string; status: string}>;
    expect(steps.find(step => step.id === 'ingestion.load')?.status).toBe('unchanged');
    expect(steps.find(step => step.id === 'training.fit')?.status).toBe('ran');
  }
});

test('the machine changes nothing in the state it is given', () => {
  const state = startLab(lesson, 'turn-scaling-on', 'bench');
  const frozen = JSON.stringify(state);
  reduceLab(state, {type: 'set', path: 'preprocessing.scale', value: 'robust'});
  reduceLab(reduceLab(state, {type: 'predict', option: 'up'}), {type: 'run'});
  expect(JSON.stringify(state)).toBe(frozen);
});

test('a mistake on purpose stands beside the honest figure', async () => {
  const {lab, tutor} = open();
  lab.send(openTask(tutor, lesson, 'leak-on-purpose'));
  lab.send({type: 'predict', option: 'flattering'});
  await run(lab);
  expect(text(labRemarks(lab.state()))).toContain('test accuracy: 0.978 with the mistake, and the same without it');
});
