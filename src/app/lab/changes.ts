import {compareSettings, settingChanges} from '../../engine/reason.ts';
import type {Json} from '../../engine/value.ts';
import {readSpec} from '../../stages/read-spec.ts';
import {withModel} from '../../stages/training/settings.ts';
import type {BlockSettings} from '../../tutor/lab/settings.ts';
import {splitSettings} from './action-settings.ts';

type TaskKind = 'classification' | 'regression';

/**
 * Name every setting in which two pipelines differ, as `preprocessing.scale: none → standard`; a default that was written out is
 * no difference.
 */
export function changesBetween(
  before: BlockSettings,
  after: BlockSettings,
  task: TaskKind = 'classification',
): readonly string[] {
  return settingChanges(wholeSettings(before, task), wholeSettings(after, task));
}

/** The paths of the settings in which two pipelines differ. */
export function changedPaths(before: BlockSettings, after: BlockSettings): readonly string[] {
  const [left, right] = [before, after].map(settings => wholeSettings(settings, 'classification'));
  return compareSettings(left!, right!).map(({setting}) => setting);
}

function wholeSettings(settings: BlockSettings, task: TaskKind): Json {
  const {pipeline, own} = splitSettings(settings);
  const {spec} = readSpec({name: 'lab', ...pipeline});
  const {name: _, ...rest} = spec;
  return {...rest, training: withModel(spec.training, task), ...own} as unknown as Json;
}
