import type {PlayView} from './view.ts';
import {columnsView} from './views/columns.tsx';
import {compareView} from './views/compare.tsx';
import {dataView} from './views/data.tsx';
import {deployView} from './views/deploy.tsx';
import {leaksView} from './views/leaks.tsx';
import {learningView} from './views/learning.tsx';
import {luckView} from './views/luck.tsx';
import {monthsView} from './views/months.tsx';
import {resultView} from './views/result.tsx';
import {rowView} from './views/row.tsx';
import {stepsView} from './views/steps.tsx';
import {thresholdView} from './views/threshold.tsx';
import {tuningView} from './views/tuning.tsx';

/** The views of the playground, in the order in which `n` and `p` go through them: a new one is one line here. */
export const playViews: readonly PlayView[] = [
  dataView,
  columnsView,
  resultView,
  stepsView,
  rowView,
  compareView,
  thresholdView,
  luckView,
  leaksView,
  learningView,
  tuningView,
  deployView,
  monthsView,
];
