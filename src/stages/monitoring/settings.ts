import {choice, number, text, type ValuesOf} from '../../ml/setting.ts';

export const monitoringSettings = {
  tests: choice(['ks_chi2', 'psi'], 'ks_chi2', 'How new rows are compared with the training rows.'),
  alpha: number(
    0.05,
    {min: 0, max: 1, open: true},
    'How often an alert may be a false alarm, over all columns together.',
  ),
  policy: choice(['none', 'schedule', 'drift', 'performance'], 'none', 'When the model is trained again.'),
  every: text(null, 'The times of the schedule, as cron writes them: 0 6 * * 1.', {word: 'none'}),
};

export type MonitoringSettings = ValuesOf<typeof monitoringSettings>;
