import type {Area} from './area.ts';
import {breakpointOf} from './breakpoint.ts';

/** How two panes share a room: side by side, one at a time under tabs, or one above the other. */
export type SplitPlan = {
  readonly shape: 'beside' | 'tabs' | 'stacked';
  /** The room inside each pane, under its title. */
  readonly panes: readonly [Area, Area];
};

// Two panes one above the other need at least this height to show something.
const stackedHeight = 16;

/**
 * Share out a room by the width of the window: beside from 100 columns, tabs from 60, stacked under 60 where the height allows.
 *
 * @param share - the part of the first pane, between 0 and 1.
 */
export function planSplit(columns: number, area: Area, share: number): SplitPlan {
  const breakpoint = breakpointOf(columns);
  if (breakpoint === 'wide') {
    const first = Math.round((area.width - 3) * share);
    const height = area.height - 1;
    return {
      shape: 'beside',
      panes: [
        {width: first, height},
        {width: area.width - 3 - first, height},
      ],
    };
  }
  if (breakpoint === 'narrow' && area.height >= stackedHeight) {
    const first = Math.round((area.height - 2) * share);
    return {
      shape: 'stacked',
      panes: [
        {width: area.width, height: first},
        {width: area.width, height: area.height - 2 - first},
      ],
    };
  }
  return oneAtATime(area);
}

/** The whole room for one pane at a time, under the titles of both. */
export function oneAtATime({width, height}: Area): SplitPlan {
  const whole = {width, height: height - 1};
  return {shape: 'tabs', panes: [whole, whole]};
}
