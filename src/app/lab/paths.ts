import {choice, numberOr, type Setting} from '../../ml/setting.ts';
import {blockIds, blocks} from '../../stages/blocks.ts';
import {defaultSeed, traps} from '../../stages/spec.ts';
import type {BlockId} from '../../stages/stage.ts';
import {paramsOf} from '../../stages/training/read-params.ts';
import type {TrainingWish} from '../../stages/training/settings.ts';
import type {Json} from '../../tutor/figures/result.ts';
import type {BlockSettings} from '../../tutor/lab/settings.ts';
import {actionSettingAt} from './action-settings.ts';

/** The settings of a pipeline that stand beside its blocks. */
export const headSettings = {
  seed: numberOr('none', defaultSeed, {min: 0}, 'Where all randomness starts; none draws a new one for every run.', {
    sklearn: 'random_state',
  }),
  traps: choice(['none', ...traps], 'none', 'A mistake on purpose. A run with one is marked as not honest.'),
};

/** The settings at a path's place: `training.params.C` leads to the `C` of the model chosen, a path nobody knows to undefined. */
export function settingAt(path: string, settings: BlockSettings): Setting<unknown> | undefined {
  const [block = '', name = '', param] = path.split('.');
  if (name === '')
    return Object.hasOwn(headSettings, block) ? headSettings[block as keyof typeof headSettings] : undefined;
  if (!isBlock(block)) return actionSettingAt(path);
  if (block === 'training' && name === 'params') {
    const params = paramsOf(modelWish(settings));
    return param !== undefined && Object.hasOwn(params, param) ? params[param] : undefined;
  }
  return Object.hasOwn(blocks[block], name) ? blocks[block][name] : undefined;
}

/** The value at a path: what was set, or undefined where the default stands. The traps are named by the first of them. */
export function valueAt(path: string, settings: BlockSettings): Json | undefined {
  if (path === 'traps') return Array.isArray(settings.traps) ? (settings.traps[0] ?? 'none') : settings.traps;
  let value: Json | undefined = settings;
  for (const name of path.split('.')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
    value = (value as {readonly [key: string]: Json})[name];
  }
  return value;
}

/** Every setting of a pipeline by its path, stage by stage; those of the model are the ones it really has. */
export function allPaths(settings: BlockSettings): readonly string[] {
  const ofBlocks = blockIds.flatMap(block =>
    Object.keys(blocks[block]).flatMap(name => {
      if (block !== 'training' || name !== 'params') return [`${block}.${name}`];
      return Object.keys(paramsOf(modelWish(settings))).map(param => `training.params.${param}`);
    }),
  );
  return [...ofBlocks, ...Object.keys(headSettings)];
}

/** The part of the training settings that says which parameters there are. */
export function modelWish(settings: BlockSettings): Pick<TrainingWish, 'model' | 'implementation'> {
  const model = valueAt('training.model', settings) ?? null;
  const implementation = valueAt('training.implementation', settings) ?? 'builtin';
  return {model, implementation} as Pick<TrainingWish, 'model' | 'implementation'>;
}

function isBlock(word: string): word is BlockId {
  return blockIds.some(id => id === word);
}
