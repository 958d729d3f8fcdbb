import {choice, integer, number, text, type ValuesOf} from '../../ml/setting.ts';

export const monitoringSettings = {
  tests: choice(['ks_chi2', 'psi'], 'ks_chi2', 'How new rows are compared with the training rows.'),
  alpha: number(
    0.05,
    {min: 0, max: 1, open: true},
    'How often an alert may be a false alarm, over all columns together.',
  ),
  policy: choice(['none', 'schedule', 'drift', 'performance'], 'none', 'When the model is trained again.'),
  every: text(null, 'The times of the schedule, as cron writes them: 30 7 1 * *.', {word: 'none'}),
  every_batches: integer(3, {min: 1}, 'With policy schedule: after how many batches the model is trained again.'),
  label_delay: integer(1, {min: 0, max: 100}, 'How many batches later the labels of a batch are known.'),
  window: integer(2, {min: 1, max: 100}, 'From how many batches, the newest with labels, it is trained again.'),
  cool_down: integer(1, {min: 0, max: 100}, 'How many batches to wait after it was trained again.'),
};

export type MonitoringSettings = ValuesOf<typeof monitoringSettings>;
export type Policy = MonitoringSettings['policy'];
export const policies = ['none', 'schedule', 'drift', 'performance'] as const satisfies readonly Policy[];
