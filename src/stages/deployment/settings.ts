import {choice, map, number, text, type ValuesOf, words} from '../../ml/setting.ts';

export const deploymentSettings = {
  name: text(null, 'The name under which the fitted pipeline is registered.', {word: 'none'}),
  formats: words(['json'], 'The forms to export: json, onnx.'),
  promote: choice(['if_better', 'always', 'never'], 'if_better', 'When a new version becomes the one in production.'),
  margin: number(0, {min: 0}, 'By how much it must beat the version in production.'),
  gates: map('What a run must keep to before its model may be promoted: {min: {roc_auc: 0.75}, no_leaks: true}.'),
};

export type DeploymentSettings = ValuesOf<typeof deploymentSettings>;
