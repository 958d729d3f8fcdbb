import {decisionRegions} from '../../../charts/index.ts';
import type {Drawer} from '../../lesson-figures.ts';
import {asChart, asWords, sayRun} from './drawing.ts';

/** Draw which class a model answers where, over two columns. */
export const drawRegions: Drawer = ({args: [name = 'result']}, {regions}, size) =>
  regions
    ? asChart(decisionRegions(regions, size))
    : asWords('Decision regions', `They are drawn when ${sayRun(name)} has been made.`);
