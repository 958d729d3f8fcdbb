import type {Settings} from '../ml/setting.ts';
import {deploymentSettings} from './deployment/settings.ts';
import {evaluationSettings} from './evaluation/settings.ts';
import {ingestionSettings} from './ingestion/settings.ts';
import {monitoringSettings} from './monitoring/settings.ts';
import {duplicatesSettings} from './preprocessing/duplicates.ts';
import {splitSettings} from './split/settings.ts';
import type {BlockId} from './stage.ts';
import {trainingSettings} from './training/settings.ts';
import {transformKinds} from './transform-kinds.ts';
import {tuningSettings} from './tuning/settings.ts';

const ofKinds = (stage: BlockId): Settings =>
  Object.assign({}, ...transformKinds.filter(kind => kind.stage === stage).map(kind => kind.settings));

/** Every setting of a pipeline file, block by block, in the order in which the stages come. */
export const blocks: {readonly [B in BlockId]: Settings} = {
  ingestion: ingestionSettings,
  split: splitSettings,
  preprocessing: {...duplicatesSettings, ...ofKinds('preprocessing')},
  features: ofKinds('features'),
  training: trainingSettings,
  evaluation: evaluationSettings,
  tuning: tuningSettings,
  deployment: deploymentSettings,
  monitoring: monitoringSettings,
};

export const blockIds = Object.keys(blocks) as readonly BlockId[];

/** The blocks that have a setting of that name. */
export function blocksWith(setting: string): readonly BlockId[] {
  return blockIds.filter(id => setting in blocks[id]);
}
