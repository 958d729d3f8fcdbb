import type {ValueOf} from './build.ts';
import {anything, flag, list, map, optional, parsed, record, text, withDefault} from './build.ts';
import {runsSchema} from './run.ts';

const settings = map(anything('The value of the setting'), 'Settings by `block.setting`');

const prediction = record('What the learner says before the run', {
  figure: text('The figure that is predicted, such as test.accuracy'),
  question: parsed('figure-text', 'The question'),
  options: list(
    record('A prediction', {
      id: parsed('id', 'Stable name of the prediction'),
      text: parsed('figure-text', 'The prediction'),
      when: parsed('condition', 'The prediction as a condition on the run'),
    }),
    'The predictions, of which exactly one comes true',
    {minItems: 2},
  ),
});

const task = record('A task: predict, run, explain', {
  id: parsed('id', 'Stable name of the task'),
  objective: parsed('id', 'Id of the objective it trains'),
  title: text('A short title'),
  ask: parsed('figure-text', 'What to do'),
  action: withDefault(
    text('What is done to the pipeline: run, or another command such as verify, plan or merge'),
    'run',
  ),
  start: withDefault(settings, {}),
  predict: prediction,
  goal: list(parsed('condition', 'Something the run must show'), 'All that the run must show', {minItems: 1}),
  explain: parsed('figure-text', 'Why it came out so; may use {{result.…}} and {{before.…}}'),
  hints: list(parsed('figure-text', 'A hint'), 'Three hints: where to look, which idea, almost the answer'),
  solution: record('Settings that reach the goal', {set: settings}),
  break_it: optional(flag('The task makes a mistake on purpose')),
});

/** `lab.yaml`: the live panel of a lesson and its tasks. */
export const labSchema = record('The lab of a lesson', {
  runs: withDefault(runsSchema, {}),
  title: text('Title of the lab'),
  intro: parsed('figure-text', 'What the lab is about'),
  dataset: text('The bundled data set it works on, such as wine'),
  base: withDefault(
    map(map(anything('A setting'), 'The settings of a block'), 'The pipeline it starts from, by block'),
    {},
  ),
  panel: list(text('A setting, such as preprocessing.scale'), 'The settings the learner may change', {minItems: 1}),
  show: withDefault(
    list(
      parsed('block-figure', 'A figure; the run is called result, the one before it before'),
      'The figures shown after each run',
    ),
    [],
  ),
  tasks: list(task, 'The tasks: 3 to 6'),
  playground: withDefault(flag('Whether the panel may be used freely after the tasks'), true),
});

/** What `lab.yaml` holds. */
export type Lab = ValueOf<typeof labSchema>;
/** A task of a lab. */
export type Task = Lab['tasks'][number];
