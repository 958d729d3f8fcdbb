import {withModel} from '../../stages/training/settings.ts';
import {type BlockSettings, withSettings} from '../../tutor/lab/settings.ts';
import type {DatasetInfo} from '../ports.ts';
import {changeSetting, removeSetting} from './change-settings.ts';
import {describePanel, type KnownValues, type PanelSetting} from './panel.ts';
import {allPaths, valueAt} from './paths.ts';
import type {Workbench} from './workbench.ts';

export type TaskKind = 'classification' | 'regression';

const modelPath = 'training.model';

/**
 * What kind of target the pipeline on a bench predicts, as far as it can be known without reading the rows: what the settings
 * say, else what the bundled dataset is for, else what the last run of the same source found.
 */
export function knownTask({settings, runs}: Workbench, datasets: readonly DatasetInfo[]): TaskKind {
  const said = valueAt('ingestion.task', settings);
  if (said === 'classification' || said === 'regression') return said;
  const latest = runs.at(-1);
  const isSame = JSON.stringify(latest?.settings.ingestion) === JSON.stringify(settings.ingestion);
  if (latest && isSame) return latest.json.task === 'regression' ? 'regression' : 'classification';
  const bundled = datasets.find(({name}) => name === valueAt('ingestion.dataset', settings));
  return bundled && valueAt('ingestion.target', settings) === undefined ? bundled.task : 'classification';
}

/** Describe every setting of a pipeline, with the model that a run takes where none is named. */
export function describeAll(settings: BlockSettings, task: TaskKind, known: KnownValues = {}): readonly PanelSetting[] {
  const usual = withModel({model: null, params: {}, class_weight: 'none', implementation: 'builtin'}, task).model;
  const isNamed = (valueAt(modelPath, settings) ?? null) !== null;
  const whole = isNamed ? settings : withSettings(settings, {[modelPath]: usual});
  return describePanel(allPaths(whole), whole, known).map(setting =>
    setting.path === modelPath ? {...setting, fallback: usual, isDefault: setting.value === usual} : setting,
  );
}

/** The settings that read a file of the learner's own and predict one of its columns; the source before is let go of. */
export function readingFile(settings: BlockSettings, path: string, target: string): BlockSettings {
  const changes = [
    ['ingestion.source', 'csv'],
    ['ingestion.path', path],
    ['ingestion.target', target],
  ] as const;
  const without = removeSetting(settings, 'ingestion.dataset');
  return changes.reduce<BlockSettings>((before, [name, value]) => changeSetting(before, name, value), without);
}
