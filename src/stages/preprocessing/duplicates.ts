import {choice} from '../../ml/setting.ts';

export const duplicatesSettings = {
  duplicates: choice(
    ['keep', 'drop'],
    'keep',
    'What to do with rows that repeat an earlier row exactly; done before the split.',
    {
      sklearn: 'pandas: drop_duplicates',
    },
  ),
};
