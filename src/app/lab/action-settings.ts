import {nearest} from '../../data/nearest.ts';
import {KnownError} from '../../errors.ts';
import {
  choice,
  integer,
  map,
  number,
  numberOr,
  type Setting,
  type Settings,
  type ValuesOf,
  words,
} from '../../ml/setting.ts';
import {readSetting} from '../../stages/read-setting.ts';
import type {Json} from '../../tutor/figures/result.ts';
import type {BlockSettings} from '../../tutor/lab/settings.ts';
import type {ExportTarget} from '../export-pipeline.ts';

const exportTargets = ['sklearn', 'spark', 'airflow', 'onnx', 'json'] as const satisfies readonly ExportTarget[];

/** What the actions of labs need besides a pipeline, by block: in labs these blocks stand beside those of the pipeline. */
export const actionSettings = {
  merge: {
    mine: map('Your changes to the pipeline, as {training.model: knn}.'),
    theirs: map('The changes of the other person, as {training.model: knn}.'),
    choose: map('Whose value to take where both changed a setting: {training.model: theirs}.'),
  },
  predict: {
    row: integer(1, {min: 1}, 'Which row of the table the model is asked about.'),
    change: map('Values to change in that row before the model sees it, as {age: 41}.'),
    leave_out: words([], 'Columns that the row comes without.'),
    steps: choice(['replayed', 'left_out'], 'replayed', 'Whether the row goes through the steps before the model.'),
  },
  month: {
    month: integer(6, {min: 2, max: 12}, 'Which month of the table arrives, day by day.'),
    days: integer(30, {min: 1, max: 60}, 'How many days go by.'),
    faults: map('What goes wrong on which days, beside what is planned: {leak: [22]}.'),
    catch_up: choice(['none', 'one'], 'none', 'Which missed runs are made up for when the computer is on again.'),
  },
  watch: {
    learn: integer(3, {min: 1, max: 6}, 'From how many months the first model learns.'),
    poison: words([], 'Batches whose labels somebody spoils, such as month_09.'),
    share: number(1, {min: 0, max: 1}, 'Which share of those labels is wrong.'),
    floor: numberOr('none', null, {type: 'number'}, 'The value of the metric below which a month counts as bad.'),
  },
  export: {to: choice(exportTargets, 'sklearn', 'The form in which the pipeline is written.')},
} as const satisfies {readonly [block: string]: Settings};

export type ActionBlock = keyof typeof actionSettings;
type ValuesOfBlock<B extends ActionBlock> = ValuesOf<(typeof actionSettings)[B]>;

/** Tell whether a word names a block of an action's own settings. */
export function isActionBlock(word: string): word is ActionBlock {
  return Object.hasOwn(actionSettings, word);
}

/** What a lab's settings hold, taken apart: the pipeline, and what belongs to actions. */
export type SplitSettings = {readonly pipeline: BlockSettings; readonly own: BlockSettings};

/** Take the settings of actions out of a lab's settings, so that a pipeline is left. */
export function splitSettings(settings: BlockSettings): SplitSettings {
  const part = (isOwn: boolean) =>
    Object.fromEntries(Object.entries(settings).filter(([block]) => isActionBlock(block) === isOwn));
  return {pipeline: part(false), own: part(true)};
}

/** The setting at a path's place in an action's block; a conflict of a merge is chosen by its own path. */
export function actionSettingAt(path: string): Setting<unknown> | undefined {
  const [block = '', name = '', ...rest] = path.split('.');
  if (!isActionBlock(block)) return undefined;
  if (block === 'merge' && name === 'choose' && rest.length > 0) return whoseValue;
  const settings: Settings = actionSettings[block];
  return Object.hasOwn(settings, name) ? settings[name] : undefined;
}

const whoseValue = choice(
  ['undecided', 'mine', 'theirs', 'base'],
  'undecided',
  'Both changed it: whose value to take.',
);

/**
 * Read one action's own settings, the defaults included.
 *
 * @throws {KnownError} `bad_setting` for a name that it does not have and a value that it does not take.
 */
export function readOwn<B extends ActionBlock>(block: B, own: BlockSettings): ValuesOfBlock<B> {
  const settings: Settings = actionSettings[block];
  const written = (own[block] ?? {}) as BlockSettings;
  for (const name of Object.keys(written)) if (!Object.hasOwn(settings, name)) throw unknownSetting(block, name);
  const values = Object.entries(settings).map(([name, setting]) => {
    const reading = readSetting(name, setting, written[name] ?? (setting.default as Json));
    if ('value' in reading) return [name, reading.value] as const;
    throw new KnownError('bad_setting', reading.problem, {hint: reading.hint, at: {name: `${block}.${name}`}});
  });
  return Object.fromEntries(values) as ValuesOfBlock<B>;
}

function unknownSetting(block: ActionBlock, name: string): KnownError {
  const known = Object.keys(actionSettings[block]);
  const guess = nearest(name, known);
  return new KnownError('bad_setting', `\`${block}\` has no setting \`${name}\`.`, {
    hint: `${guess ? `Did you mean ${guess}? ` : ''}Known: ${known.join(', ')}.`,
    at: {name: `${block}.${name}`},
  });
}

/** A map as paths and values, whether it was written with dots or block by block. */
export function flatten(settings: BlockSettings, before = ''): {readonly [path: string]: Json} {
  const entries = Object.entries(settings).flatMap(([name, value]): ReadonlyArray<readonly [string, Json]> => {
    const path = before + name;
    const isMap = value !== null && typeof value === 'object' && !Array.isArray(value);
    return isMap ? Object.entries(flatten(value as BlockSettings, `${path}.`)) : [[path, value]];
  });
  return Object.fromEntries(entries);
}
