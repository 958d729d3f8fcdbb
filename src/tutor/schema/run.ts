import type {ValueOf} from './build.ts';
import {anything, integer, map, optional, record, text, withDefault} from './build.ts';

/** A pipeline run whose numbers the text shows. */
export const runSchema = record('A named run of the pipeline', {
  dataset: text('The bundled data set it runs on, such as wine'),
  set: withDefault(
    map(anything('The value of the setting'), 'Settings by `block.setting`, such as training.model: knn'),
    {},
  ),
  seed: optional(integer('The seed, where the text speaks of it', {minimum: 0})),
});

/** The named runs at the head of a file. */
export const runsSchema = map(runSchema, 'Named runs whose numbers the text shows');

/** A run of the pipeline whose numbers the text shows. */
export type NamedRun = ValueOf<typeof runSchema>;
/** Runs by name. */
export type NamedRuns = {readonly [name: string]: NamedRun};
